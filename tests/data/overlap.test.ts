import { beforeEach, describe, expect, it } from "vitest";
import { clashOf } from "#app/data/refusals.ts";
import {
	findSession,
	type SessionFields,
	type SessionRecord,
	updateSession,
} from "#app/data/sessions.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { aVenue } from "#tests/factories/venues.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";

/** An instant of 14 January 2027. */
function at(clock: string): Date {
	return new Date(`2027-01-14T${clock.padEnd(8, ":00")}Z`);
}

function times(from: string, to: string) {
	return { startsAt: at(from), endsAt: at(to) };
}

/** What the database says to an attempt: "written", or the clash; other errors are thrown. */
async function attempt(work: PromiseLike<unknown>): Promise<string> {
	try {
		await work;
		return "written";
	} catch (error) {
		const clash = clashOf(error);
		if (!clash) throw error;
		return clash;
	}
}

// Written straight through the client, so that what refuses is the database and no code of ours.
describeOnBothEngines("overlapping sessions", (world) => {
	let booking: TeamThatCanBook;
	let ten: SessionRecord;
	const session = (overrides: Parameters<typeof aSession>[2]) =>
		aSession(world.database, booking, overrides);
	const [first, second] = [() => booking.facilitators[0].id, () => booking.facilitators[1].id];

	beforeEach(async () => {
		booking = await aTeamThatCanBook(world.database);
		ten = await session({ ...times("10:00", "11:00"), facilitatorIds: [first()], room: "Hall" });
	});

	const intervals = [
		["ends as the other starts", "09:00", "10:00", false],
		["starts as the other ends", "11:00", "12:00", false],
		["ends a millisecond into the other", "09:00", "10:00:00.001", true],
		["starts a millisecond before the other ends", "10:59:59.999", "12:00", true],
		["is the same", "10:00", "11:00", true],
		["lies within the other", "10:20", "10:40", true],
		["holds the other", "09:00", "12:00", true],
		["is far away", "15:00", "16:00", false],
	] as const;

	describe.each(intervals)("a session that %s", (_what, from, to, clashes) => {
		it(`${clashes ? "cannot" : "can"} be added for the same person`, async () => {
			const work = session({ ...times(from, to), facilitatorIds: [first()] });
			expect(await attempt(work)).toBe(clashes ? "facilitator_busy" : "written");
		});

		it(`${clashes ? "cannot" : "can"} be added for the same room`, async () => {
			const work = session({ ...times(from, to), facilitatorIds: [second()], room: "Hall" });
			expect(await attempt(work)).toBe(clashes ? "room_busy" : "written");
		});

		it(`${clashes ? "cannot" : "can"} be made of another by moving it`, async () => {
			const { id } = await session({ ...times("17:00", "18:00"), facilitatorIds: [first()] });
			const work = world.database.client.session.update({ where: { id }, data: times(from, to) });
			expect(await attempt(work)).toBe(clashes ? "facilitator_busy" : "written");
			const [assignment] = await world.database.client.assignment.findMany({
				where: { sessionId: id },
			});
			const now = clashes ? times("17:00", "18:00") : times(from, to);
			expect(assignment).toMatchObject({ ...now, personId: first() });
		});
	});

	describe("an edit that would make a person be in two places", () => {
		it("is refused when the session only grows longer", async () => {
			const { id } = await session({ ...times("09:00", "10:00"), facilitatorIds: [first()] });
			const data = { endsAt: at("10:30") };
			const work = world.database.client.session.update({ where: { id }, data });
			expect(await attempt(work)).toBe("facilitator_busy");
		});

		it("is refused when a person is put in another's place", async () => {
			const { assignments } = await session({
				...times("10:30", "11:30"),
				facilitatorIds: [second()],
			});
			const [assignment] = assignments;
			const work = world.database.client.assignment.update({
				where: { id: assignment?.id ?? "" },
				data: { personId: first() },
			});
			expect(await attempt(work)).toBe("facilitator_busy");
		});

		it("is refused when a person is added", async () => {
			const { id, startsAt, endsAt } = await session({
				...times("10:30", "11:30"),
				facilitatorIds: [second()],
			});
			const data = { sessionId: id, personId: first(), lead: false, occupies: true };
			const work = world.database.client.assignment.create({ data: { ...data, startsAt, endsAt } });
			expect(await attempt(work)).toBe("facilitator_busy");
		});

		it.each(["cancelled", "not_delivered"] as const)(
			"is refused when a %s session is revived",
			async (status) => {
				const { id } = await session({
					...times("10:30", "11:30"),
					facilitatorIds: [first()],
					status,
				});
				const data = { status: "confirmed", occupies: true };
				const work = world.database.client.session.update({ where: { id }, data });
				expect(await attempt(work)).toBe("facilitator_busy");
			},
		);

		it("is refused when many sessions are moved by one statement", async () => {
			const { id } = await session({ ...times("12:00", "13:00"), facilitatorIds: [first()] });
			const work = world.database.client.session.updateMany({
				where: { id: { in: [id] } },
				data: times("10:30", "11:30"),
			});
			expect(await attempt(work)).toBe("facilitator_busy");
		});

		it("is refused when it goes through updateSession, and then nothing is changed", async () => {
			const before = await session({ ...times("12:00", "13:00"), facilitatorIds: [second()] });
			const change = (fields: object, facilitatorIds: string[]) =>
				world.database.transaction((tx) =>
					updateSession(tx, {
						id: before.id,
						version: before.version,
						sequence: before.sequence + 1,
						changedAt: at("08:00"),
						fields: { ...fieldsOf(before), ...fields },
						yearGroups: ["Y9"],
						facilitatorIds,
					}),
				);
			const overTen = times("10:30", "11:30");
			expect(await attempt(change(overTen, [second(), first()]))).toBe("facilitator_busy");
			expect(await attempt(change({ ...overTen, room: " HALL " }, [second()]))).toBe("room_busy");
			expect(await findSession(world.database.client, before.reference)).toEqual(before);
			// The person who would clash is taken off by the same change.
			expect(await attempt(change(overTen, [second()]))).toBe("written");
		});

		it("is refused when it comes with a time that is not its session's", async () => {
			const data = { sessionId: ten.id, personId: second(), lead: false, occupies: true };
			for (const wrong of [
				{ ...data, ...times("15:00", "16:00") },
				{ ...data, ...times("10:00", "11:00"), occupies: false },
			]) {
				await expect(world.database.client.assignment.create({ data: wrong })).rejects.toThrow();
			}
			const [assignment] = ten.assignments;
			await expect(
				world.database.client.assignment.update({
					where: { id: assignment?.id ?? "" },
					data: { endsAt: at("10:30") },
				}),
			).rejects.toThrow();
		});
	});

	describe("a room", () => {
		it("is taken only in its own venue", async () => {
			const elsewhere = await aVenue(world.database);
			const over = { ...times("10:30", "11:30"), facilitatorIds: [second()] };
			const other = await session({ ...over, room: "Hall", venueId: elsewhere.id });
			const data = { venueId: booking.venue.id };
			const work = world.database.client.session.update({ where: { id: other.id }, data });
			expect(await attempt(work)).toBe("room_busy");
		});

		it("is one whatever its capitals and spaces, and no room clashes with none", async () => {
			const over = { ...times("10:30", "11:30"), facilitatorIds: [second()] };
			expect(await attempt(session({ ...over, room: "  hALL " }))).toBe("room_busy");
			expect(await attempt(session({ ...over, room: "Hall 2" }))).toBe("written");
			const third = { ...over, facilitatorIds: [booking.facilitators[2].id] };
			expect(await attempt(session({ ...third, room: null }))).toBe("written");
			expect(await attempt(session({ ...third, room: null, facilitatorIds: [] }))).toBe("written");
		});

		it("cannot be changed into one that is taken, nor moved or revived into it", async () => {
			const { client } = world.database;
			const small = await session({
				...times("10:30", "11:30"),
				facilitatorIds: [second()],
				room: "Gym",
			});
			const late = await session({ ...times("12:00", "13:00"), facilitatorIds: [], room: "Hall" });
			const gone = await session({
				...times("10:30", "11:30"),
				facilitatorIds: [],
				room: "Hall",
				status: "cancelled",
			});
			const change = (id: string, data: object) =>
				attempt(client.session.update({ where: { id }, data }));
			expect(await change(small.id, { room: "Hall", roomKey: "hall" })).toBe("room_busy");
			expect(await change(late.id, times("10:30", "11:30"))).toBe("room_busy");
			expect(await change(gone.id, { status: "provisional", occupies: true })).toBe("room_busy");
		});
	});

	it("do not count what does not take place, and count what may", async () => {
		const { client } = world.database;
		const over = { ...times("10:30", "11:30"), facilitatorIds: [first()], room: "Hall" };
		for (const status of ["cancelled", "not_delivered"] as const) {
			expect(await attempt(session({ ...over, status }))).toBe("written");
		}
		for (const status of ["provisional", "delivered"] as const) {
			const where = { id: ten.id };
			await client.session.update({ where, data: { status } });
			expect(await attempt(session({ ...over, room: null }))).toBe("facilitator_busy");
		}
		await client.session.update({
			where: { id: ten.id },
			data: { status: "cancelled", occupies: false },
		});
		expect(await attempt(session(over))).toBe("written");
	});

	it("let one session have several people, and one person several sessions in a row", async () => {
		const both = [first(), second()];
		expect(await attempt(session({ ...times("11:00", "12:00"), facilitatorIds: both }))).toBe(
			"written",
		);
		expect(await attempt(session({ ...times("12:00", "13:00"), facilitatorIds: both }))).toBe(
			"written",
		);
	});

	it("are not seen in other errors", async () => {
		const { client } = world.database;
		expect(clashOf(new Error("facilitator_busy"))).toBeNull();
		const duplicate = client.session.create({ data: { ...bare(ten), reference: ten.reference } });
		const error = await duplicate.then(
			() => null,
			(thrown: unknown) => thrown,
		);
		expect(error).not.toBeNull();
		expect(clashOf(error)).toBeNull();
	});
});

/** A session's own columns, under new keys and at another time. */
function bare({ programmeId, teamId, venueId, localDate, changedAt }: SessionRecord) {
	return {
		...{ programmeId, teamId, venueId, localDate, changedAt },
		...times("20:00", "21:00"),
		status: "confirmed",
		occupies: true,
		expectedYoungPeople: 1,
		uid: "another-uid",
		organizerToken: "another-token",
	};
}

function fieldsOf(session: SessionRecord): SessionFields {
	const { programmeId, teamId, venueId, room, status, startsAt, endsAt, localDate } = session;
	const { expectedYoungPeople, notes, prepare, endReason, overrides } = session;
	return {
		...{ programmeId, teamId, venueId, room, status, startsAt, endsAt, localDate },
		...{ expectedYoungPeople, notes, prepare, endReason, overrides, cancelledBy: null },
	};
}
