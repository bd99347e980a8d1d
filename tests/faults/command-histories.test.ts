import { expect, it } from "vitest";
import { bookSession } from "#app/commands/book-session.ts";
import { cancelSession } from "#app/commands/cancel-session.ts";
import { changePeople } from "#app/commands/change-people.ts";
import { confirmSession } from "#app/commands/confirm-session.ts";
import { moveSession } from "#app/commands/move-session.ts";
import { resendInvite } from "#app/commands/resend-invite.ts";
import { sendHeldMessages } from "#app/commands/send-held-messages.ts";
import { moveInput, peopleInput } from "#app/domain/sessions/change-input.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import { openMail } from "#app/gateways/mail.ts";
import { type PostOffice, sendDueMessages } from "#app/workers/send-due-messages.ts";
import { type Random, randomNamed } from "#prisma/seed/random.ts";
import {
	aBooking,
	aTeamThatCanBook,
	type TeamThatCanBook,
} from "#tests/factories/a-team-that-can-book.ts";
import { calendarsAfter, expectTruth } from "#tests/setup/calendar-truth.ts";
import { describeOnBothEngines, testNow, type World } from "#tests/setup/databases.ts";
import { startMailSink } from "#tests/setup/mail-sink.ts";
import { mortalOffice } from "#tests/setup/mortal-office.ts";

/**
 * Random histories through the commands themselves, some of whose messages are held and let go later,
 * replaced or sent again, with the worker killed in between.
 */

const HISTORIES = 40;
const CHANGES = 5;
const MINUTE = 60_000;

const subset = <T>(random: Random, items: readonly T[]) => items.filter(() => random.chance(0.6));

async function begin(world: World, team: TeamThatCanBook, random: Random, number: number) {
	const day = new Date(Date.UTC(2027, 0, 4 + number)).toISOString().slice(0, 10);
	const input = aBooking(team, {
		startsAt: `${day}T09:00`,
		provisional: random.chance(0.5) ? "on" : "",
		facilitators: subset(random, team.facilitators).map(({ id }) => id),
		contacts: subset(random, team.contacts).map(({ id }) => id),
	});
	const options = { needReasons: false, hold: random.chance(0.3) };
	const booked = await bookSession(world.context(), sessionInput.parse(input), options);
	if (!booked.ok) throw new Error(booked.reason);
	return { reference: booked.reference, day };
}

async function change(
	world: World,
	team: TeamThatCanBook,
	random: Random,
	{ reference, day, now }: { reference: string; day: string; now: Date },
) {
	const context = world.context({ now });
	const options = { needReasons: false, hold: random.chance(0.3) };
	const session = await world.database.client.session.findUniqueOrThrow({
		where: { reference },
		include: { invites: true },
	});
	const target = { reference, version: session.version };
	switch (random.pick(["move", "people", "people", "confirm", "cancel", "again", "let go"])) {
		case "move": {
			const startsAt = `${day}T${random.pick(["08", "09", "10", "11"])}:${random.pick(["00", "30"])}`;
			return moveSession(context, target, moveInput.parse({ startsAt }), options);
		}
		case "people": {
			const facilitators = subset(random, team.facilitators).map(({ id }) => id);
			const contacts = subset(random, team.contacts).map(({ id }) => id);
			const input = peopleInput.parse({ facilitators, contacts });
			return changePeople(context, target, input, options);
		}
		case "confirm":
			return confirmSession(context, target, options);
		case "cancel":
			return cancelSession(context, target, { cancelledBy: "us", reason: "No staff" }, options);
		case "again":
			return resendInvite(context, random.pick([...session.invites, { id: "none" }]).id);
		default:
			return sendHeldMessages(context, { reference });
	}
}

describeOnBothEngines("random histories of commands with a worker that is killed", (world) => {
	it("leave every calendar with what the database says", { timeout: 300_000 }, async () => {
		const random = randomNamed(`commands on ${world.engine}`);
		const team = await aTeamThatCanBook(world.database);
		const sink = await startMailSink(() => random.chance(0.1));
		const mail = openMail(sink.url, 3);
		let now = testNow;
		const { database } = world;
		const clock = () => now;
		const living: PostOffice = { database, mail, mailFrom: "bookings@termtime.test", clock };
		const histories: { reference: string; day: string }[] = [];
		for (let number = 0; number < HISTORIES; number += 1) {
			histories.push(await begin(world, team, random, number));
		}
		for (let round = 0; round < CHANGES; round += 1) {
			const { office, died } = mortalOffice(living, random.whole(1, 60));
			const working = Promise.race([sendDueMessages(office), died]);
			for (const history of histories) {
				await change(world, team, random, { ...history, now });
				now = new Date(now.getTime() + random.whole(1, 60) * 1000);
			}
			await working;
			now = new Date(now.getTime() + 3 * MINUTE);
		}
		for (const { reference } of histories) {
			await sendHeldMessages(world.context({ now }), { reference });
		}
		const left = { where: { status: { in: ["waiting", "sending"] } } };
		const { client } = database;
		for (let turn = 0; turn < 120 && (await client.outboxMessage.count(left)) > 0; turn += 1) {
			now = new Date(now.getTime() + 30 * MINUTE);
			await sendDueMessages(living);
		}
		mail.close();
		await sink.stop();
		expect(
			await client.outboxMessage.count({ where: { status: { notIn: ["sent", "replaced"] } } }),
		).toBe(0);
		const invites = await client.invite.count();
		expect(await expectTruth(world, await calendarsAfter(world, sink.messages))).toBe(invites);
		expect(invites).toBeGreaterThan(HISTORIES);
	});
});
