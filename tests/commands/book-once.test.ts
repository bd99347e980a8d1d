import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { bookSession } from "#app/commands/book-session.ts";
import { cancelSession } from "#app/commands/cancel-session.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import { aBooking, aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";

describeOnBothEngines("booking with a one-time id", (world) => {
	const book = (booking: object, once: string) =>
		bookSession(world.context(), sessionInput.parse(booking), { needReasons: false, once });

	it("makes one session of two sendings at once, and tells both of it", async () => {
		const team = await aTeamThatCanBook(world.database);
		const once = randomUUID();
		const answers = await Promise.all([1, 2, 3].map(() => book(aBooking(team), once)));
		const [first] = answers;
		expect(first).toMatchObject({ ok: true, messages: 2 });
		expect(answers).toEqual([first, first, first]);
		const where = { venueId: team.venue.id };
		expect(await world.database.client.session.count({ where })).toBe(1);
		expect(
			await world.database.client.outboxMessage.count({ where: { invite: { session: where } } }),
		).toBe(2);
	});

	it("makes one session where neither people nor a room would clash", async () => {
		const team = await aTeamThatCanBook(world.database);
		const once = randomUUID();
		const booking = aBooking(team, { facilitators: [], contacts: [] });
		const answers = await Promise.all([1, 2].map(() => book(booking, once)));
		expect(answers[0]).toMatchObject({ ok: true });
		expect(answers[1]).toEqual(answers[0]);
		const where = { venueId: team.venue.id };
		expect(await world.database.client.session.count({ where })).toBe(1);
	});

	it("books another session when somebody goes back and asks for another time", async () => {
		const team = await aTeamThatCanBook(world.database);
		const once = randomUUID();
		const first = await book(aBooking(team), once);
		const second = await book(aBooking(team, { startsAt: "2027-01-14T10:00" }), once);
		expect(second).toMatchObject({ ok: true });
		expect(second).not.toEqual(first);
	});

	it("still refuses another booking of the same people", async () => {
		const team = await aTeamThatCanBook(world.database);
		const once = randomUUID();
		await book(aBooking(team), once);
		const second = await book(aBooking(team, { startsAt: "2027-01-14T09:30" }), once);
		expect(second).toMatchObject({ ok: false, reason: "facilitator_busy" });
	});

	it("books anew what was booked and cancelled", async () => {
		const team = await aTeamThatCanBook(world.database);
		const once = randomUUID();
		const first = await book(aBooking(team), once);
		if (!first.ok) throw new Error("not booked");
		const cancelled = await cancelSession(world.context(), first, {
			cancelledBy: "us",
			reason: "Snow",
		});
		expect(cancelled.ok).toBe(true);
		const second = await book(aBooking(team), once);
		expect(second).toMatchObject({ ok: true });
		expect(second).not.toMatchObject({ reference: first.reference });
	});
});
