import { expect, it } from "vitest";
import { bookSession } from "#app/commands/book-session.ts";
import { closeOutSession } from "#app/commands/close-out-session.ts";
import { examine } from "#app/data/doctor.ts";
import { closeOut } from "#app/domain/sessions/close-out.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import { aBooking, aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { describeOnBothEngines, type World } from "#tests/setup/databases.ts";

async function faults(world: World): Promise<string[]> {
	const findings = await examine(world.database, world.url);
	return findings.filter(({ count }) => count > 0).map(({ check }) => check);
}

/** A database in which everything has happened once, by the commands alone. */
async function aSoundDatabase(world: World) {
	const team = await aTeamThatCanBook(world.database);
	const booked = await bookSession(
		world.context(),
		sessionInput.parse(aBooking(team, { room: "Hall" })),
		{ needReasons: true },
	);
	if (!booked.ok) throw new Error(booked.reason);
	const after = world.context({ now: new Date("2027-01-14T10:00:00Z") });
	const outcome = closeOut.parse({
		outcome: "delivered",
		headcounts: [{ yearGroup: "Y8", youngPeople: 28 }],
		adults: 1,
		counted: "counted",
	});
	const { reference, version } = booked;
	const closed = await closeOutSession(after, { reference, version }, outcome);
	if (!closed.ok) throw new Error(closed.reason);
	return { team, reference };
}

const kept = "Reach that is kept ready";

describeOnBothEngines("the doctor", (world) => {
	it("finds nothing where only commands wrote, and each fault where something else did", async () => {
		const { reference } = await aSoundDatabase(world);
		expect(await faults(world)).toEqual([]);

		const { client } = world.database;
		const { id } = await client.session.findUniqueOrThrow({ where: { reference } });
		await client.headcount.updateMany({ data: { youngPeople: 27 } });
		expect(await faults(world)).toEqual(["Headcounts that add up", kept]);
		await client.headcount.updateMany({ data: { youngPeople: 28 } });

		await client.closeOut.updateMany({ data: { current: false } });
		expect(await faults(world)).toEqual(["Statuses and close-outs", kept]);
		await client.closeOut.updateMany({ data: { current: true } });

		await client.invite.updateMany({ where: { sessionId: id }, data: { lastSequence: 7 } });
		expect(await faults(world)).toEqual(["Invites and their messages"]);
		await client.invite.updateMany({ where: { sessionId: id }, data: { lastSequence: 0 } });

		await client.outboxMessage.updateMany({ data: { version: 3 } });
		expect(await faults(world)).toEqual(["Messages that tell of a change nobody made"]);
		await client.outboxMessage.updateMany({ data: { version: 0 } });

		await client.$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_start'`;
		expect(await faults(world)).toEqual(["Migrations"]);
	});

	it("sees what the database's own rules were switched off for", async () => {
		const { team } = await aSoundDatabase(world);
		const { client, engine } = world.database;
		const again = { ...aBooking(team), startsAt: "2027-02-01T09:00", room: "Hall" };
		// why without reasons: the same year group has the same programme there once more.
		const later = await bookSession(world.context(), sessionInput.parse(again), {
			needReasons: false,
		});
		if (!later.ok) throw new Error(later.reason);
		if (engine === "sqlite") {
			await client.$executeRaw`DROP TRIGGER "facilitator_busy_on_update"`;
			await client.$executeRaw`DROP TRIGGER "room_busy_on_update"`;
		} else {
			await client.$executeRaw`ALTER TABLE "Assignment" DROP CONSTRAINT "facilitator_busy"`;
			await client.$executeRaw`ALTER TABLE "Session" DROP CONSTRAINT "room_busy"`;
		}
		await client.session.update({
			where: { reference: later.reference },
			data: {
				startsAt: new Date("2027-01-14T09:30:00Z"),
				endsAt: new Date("2027-01-14T10:30:00Z"),
			},
		});
		expect(await faults(world)).toContain("Facilitators in two places");
		expect(await faults(world)).toContain("Rooms taken twice");
	});
});
