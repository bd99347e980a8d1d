import { expect, it } from "vitest";
import { bookSession } from "#app/commands/book-session.ts";
import type { CommandContext } from "#app/commands/command-context.ts";
import { moveSession } from "#app/commands/move-session.ts";
import { rehearse } from "#app/commands/rehearse.ts";
import { moveInput } from "#app/domain/sessions/change-input.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import { aBooking, aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";

describeOnBothEngines("rehearsing a command", (world) => {
	const booking = (input: object) => (context: CommandContext) =>
		bookSession(context, sessionInput.parse(input), { needReasons: false });

	async function rows() {
		const { client } = world.database;
		return {
			sessions: await client.session.count(),
			invites: await client.invite.count(),
			messages: await client.outboxMessage.count(),
			history: await client.historyEntry.count(),
			counters: await client.referenceCounter.findMany(),
		};
	}

	it("shows the very messages that a booking then sends, and writes nothing", async () => {
		const team = await aTeamThatCanBook(world.database);
		const before = await rows();
		const rehearsal = await rehearse(world.context(), booking(aBooking(team)));
		expect(await rows()).toEqual(before);
		expect(rehearsal.messages.map(({ toName }) => toName)).toEqual([
			team.contacts[0].name,
			team.facilitators[0].name,
		]);
		const booked = await booking(aBooking(team))(world.context());
		expect(booked).toEqual(rehearsal.outcome);
		const sent = await world.database.client.outboxMessage.findMany({
			where: { invite: { session: { venueId: team.venue.id } } },
			orderBy: { id: "asc" },
		});
		expect(sent.map(({ subject, text, html }) => ({ subject, text, html }))).toEqual(
			rehearsal.messages.map(({ subject, text, html }) => ({ subject, text, html })),
		);
	});

	it("tells of a clash with who is busy with what", async () => {
		const team = await aTeamThatCanBook(world.database);
		const other = await aSession(world.database, team);
		const { outcome, messages, session } = await rehearse(
			world.context(),
			booking(aBooking(team, { startsAt: "2027-01-14T09:30" })),
		);
		expect(outcome).toMatchObject({
			reason: "facilitator_busy",
			occupations: [{ reference: other.reference, who: team.facilitators[0].name }],
		});
		expect({ messages, session }).toEqual({ messages: [], session: null });
	});

	it("shows a move with the sequence it would have", async () => {
		const team = await aTeamThatCanBook(world.database);
		const booked = await booking(aBooking(team))(world.context());
		if (!booked.ok) throw new Error("not booked");
		const before = await rows();
		const { outcome, messages, session } = await rehearse(world.context(), (context) =>
			moveSession(context, booked, moveInput.parse({ startsAt: "2027-01-15T09:00" }), {
				needReasons: false,
			}),
		);
		expect(outcome).toMatchObject({ ok: true, version: 2, messages: 2 });
		expect(session).toMatchObject({ sequence: 1, localDate: "2027-01-15" });
		expect(messages.map(({ why }) => why)).toEqual(["updated", "updated"]);
		expect(messages[0]?.text).toContain("Before, it was");
		expect(await rows()).toEqual(before);
	});
});
