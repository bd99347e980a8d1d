import { bookSession } from "#app/commands/book-session.ts";
import { cancelSession } from "#app/commands/cancel-session.ts";
import { changePeople } from "#app/commands/change-people.ts";
import type { ChangeTarget } from "#app/commands/change-session.ts";
import { closeOutSession } from "#app/commands/close-out-session.ts";
import type { CommandContext } from "#app/commands/command-context.ts";
import { confirmSession } from "#app/commands/confirm-session.ts";
import { correctCloseOut } from "#app/commands/correct-close-out.ts";
import { editSession } from "#app/commands/edit-session.ts";
import { moveSession } from "#app/commands/move-session.ts";
import type { SessionOutcome, SessionSaved } from "#app/commands/session-outcome.ts";
import { readHistory } from "#app/data/history.ts";
import { findSession, type SessionRecord } from "#app/data/sessions.ts";
import {
	cancelInput,
	editInput,
	moveInput,
	peopleInput,
} from "#app/domain/sessions/change-input.ts";
import { closeOut, correction } from "#app/domain/sessions/close-out.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import {
	aBooking,
	aTeamThatCanBook,
	type TeamThatCanBook,
} from "#tests/factories/a-team-that-can-book.ts";
import { readWithAll, type ShownEvent } from "#tests/setup/calendar-parsers.ts";
import type { World } from "#tests/setup/databases.ts";

type Raw = Record<string, unknown>;

/** As a person at a form is treated: warnings need reasons. */
const strict = { needReasons: true };

/** In the middle of the hour for which `aBooking` asks. */
export const duringSession = new Date("2027-01-14T09:30:00Z");

export const delivered = {
	outcome: "delivered",
	headcounts: [{ yearGroup: "Y8", youngPeople: 28 }],
	adults: 2,
	counted: "counted",
};
export const notDelivered = { outcome: "not_delivered", reason: "school_closed" };

/**
 * The verbs of a session, given what forms give, on a database with a new team of people.
 * `overrides` change the context of all of them: the clock, the actor.
 */
export async function aScene(world: World, overrides: Partial<CommandContext> = {}) {
	const team = await aTeamThatCanBook(world.database);
	return sceneOf(world, team, overrides);
}

export function sceneOf(
	world: World,
	team: TeamThatCanBook,
	overrides: Partial<CommandContext> = {},
) {
	const context = world.context(overrides);
	const book = (raw: Raw = {}, options = strict) =>
		bookSession(context, sessionInput.parse(aBooking(team, raw)), options);
	return {
		team,
		context,
		/** The same people at another moment. */
		at: (now: Date) => sceneOf(world, team, { ...overrides, now }),
		/** Somebody else at the same moment. */
		as: (actor: CommandContext["actor"]) => sceneOf(world, team, { ...overrides, actor }),
		book,
		booked: async (raw: Raw = {}): Promise<SessionSaved> => saved(await book(raw)),
		move: (target: ChangeTarget, raw: Raw, options = strict) =>
			moveSession(context, target, moveInput.parse(raw), options),
		edit: (target: ChangeTarget, raw: Raw = {}, options = strict) =>
			editSession(context, target, editInput.parse({ ...editOf(team), ...raw }), options),
		people: (target: ChangeTarget, raw: Raw, options = strict) =>
			changePeople(context, target, peopleInput.parse(raw), options),
		confirm: (target: ChangeTarget) => confirmSession(context, target),
		cancel: (target: ChangeTarget, raw: Raw = { cancelledBy: "us", reason: "No staff" }) =>
			cancelSession(context, target, cancelInput.parse(raw)),
		closeOut: (target: ChangeTarget, raw: Raw = delivered) =>
			closeOutSession(context, target, closeOut.parse(raw)),
		correct: (target: ChangeTarget, raw: Raw, reason = "Counted again") =>
			correctCloseOut(context, target, correction.parse({ closeOut: raw, reason })),
		read: (reference: string) => readSession(world, reference),
		owed: (reference: string, after = 0) => owedMessages(world, reference, after),
		history: async (reference: string) => {
			const { id } = await readSession(world, reference);
			return readHistory(world.database.client, "session", id);
		},
	};
}

export type Scene = ReturnType<typeof sceneOf>;

/** What an edit form shows of `aBooking` before anybody has typed. */
function editOf({ programme }: TeamThatCanBook): Raw {
	return {
		programme: programme.id,
		yearGroups: ["Y8"],
		expectedYoungPeople: 30,
		prepare: programme.schoolProvides,
		notes: "",
	};
}

export function saved(outcome: SessionOutcome): SessionSaved {
	if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome)}`);
	return outcome;
}

async function readSession({ database }: World, reference: string): Promise<SessionRecord> {
	const session = await findSession(database.client, reference);
	if (!session) throw new Error(`No session ${reference}`);
	return session;
}

/**
 * The messages of a session in the order in which they leave, leaving out the first `after`: to whom,
 * "METHOD why", the two numbers, and what a calendar program makes of each.
 */
async function owedMessages({ database }: World, reference: string, after: number) {
	const rows = await database.client.outboxMessage.findMany({
		where: { invite: { session: { reference } } },
		orderBy: { id: "asc" },
	});
	return rows.slice(after).map((row) => ({
		to: row.toAddress,
		says: `${row.method} ${row.why}`,
		sequence: row.sequence,
		version: row.version,
		status: row.status,
		text: row.text,
		event: eventOf(row),
	}));
}

/** What three calendar programs agree to show; throws when they do not agree. */
function eventOf({ ics, method }: { ics: string | null; method: string | null }): ShownEvent {
	if (method !== "REQUEST" && method !== "CANCEL") throw new Error(`A message of ${method}`);
	const readings = Object.values(readWithAll(ics ?? "", method)).map((events) => events[0]);
	const [event] = readings;
	if (!event || new Set(readings.map((one) => JSON.stringify(one))).size > 1) {
		throw new Error(`Calendar programs disagree: ${JSON.stringify(readings)}`);
	}
	return event;
}

/** Every row that a session's verbs may write, to be compared before and after a refusal. */
export async function everythingWritten({ database: { client } }: World) {
	return {
		sessions: await client.session.findMany({ orderBy: { id: "asc" } }),
		yearGroups: await client.sessionYearGroup.findMany({
			orderBy: [{ sessionId: "asc" }, { yearGroup: "asc" }],
		}),
		assignments: await client.assignment.findMany({ orderBy: { id: "asc" } }),
		invites: await client.invite.findMany({ orderBy: { id: "asc" } }),
		messages: await client.outboxMessage.findMany({ orderBy: { id: "asc" } }),
		closeOuts: await client.closeOut.findMany({
			orderBy: { id: "asc" },
			include: { headcounts: true, followUps: true },
		}),
		history: await client.historyEntry.findMany({ orderBy: { id: "asc" } }),
		counters: await client.referenceCounter.findMany({
			orderBy: [{ prefix: "asc" }, { year: "asc" }],
		}),
	};
}
