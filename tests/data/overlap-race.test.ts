import { beforeEach, expect, it } from "vitest";
import { clashOf } from "#app/data/refusals.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";

const START = Date.parse("2027-01-14T13:00:00Z");
let race = 0;

describeOnBothEngines("of 200 transactions at once", (world) => {
	let booking: TeamThatCanBook;
	beforeEach(async () => {
		booking = await aTeamThatCanBook(world.database);
		race += 1;
	});

	// why references of their own: taking numbers from one counter would make them wait in line.
	const twoHundred = (ask: (nth: number) => Parameters<typeof aSession>[2]) =>
		Promise.all(
			Array.from({ length: 200 }, (_, nth) =>
				aSession(world.database, booking, { ...ask(nth), reference: `RACE-${race}-${nth}` }).then(
					() => "written",
					(error: unknown) => clashOf(error) ?? error,
				),
			),
		);

	const tally = (outcomes: readonly unknown[]) => {
		const counts = new Map<unknown, number>();
		for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
		return Object.fromEntries(counts);
	};

	it("exactly one gets the person", async () => {
		const facilitatorIds = [booking.facilitators[0].id];
		const outcomes = await twoHundred((nth) => ({
			startsAt: new Date(START + (nth % 50) * 60_000),
			facilitatorIds,
		}));
		expect(tally(outcomes)).toEqual({ written: 1, facilitator_busy: 199 });
		expect(
			await world.database.client.assignment.count({
				where: { personId: booking.facilitators[0].id },
			}),
		).toBe(1);
	});

	it("exactly one gets the room", async () => {
		const outcomes = await twoHundred((nth) => ({
			startsAt: new Date(START + (nth % 50) * 60_000),
			facilitatorIds: [],
			room: "Hall",
		}));
		expect(tally(outcomes)).toEqual({ written: 1, room_busy: 199 });
		expect(
			await world.database.client.session.count({ where: { venueId: booking.venue.id } }),
		).toBe(1);
	});
});
