import { createHash } from "node:crypto";
import type { SessionOutcome } from "#app/commands/session-outcome.ts";
import { findSession, type SessionRecord } from "#app/data/sessions.ts";
import { wallTime } from "#app/domain/api/session-event.ts";
import type { SessionShape } from "#app/domain/api/shapes.ts";
import { FEW_WORDS, isFew } from "#app/domain/reach/suppress.ts";
import type { NotDeliveredReason } from "#app/domain/sessions/close-out.ts";
import type { FollowUpKind } from "#app/domain/sessions/follow-ups.ts";
import { parseReference } from "#app/domain/sessions/reference.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import { json, refusalAnswer, refuse } from "./api-answer.ts";
import type { Entered } from "./require-actor.ts";

/** A session as programs read it. Notes and sensitivities are not in it, whoever asks. */
export function apiSession(session: SessionRecord, zone: string): SessionShape {
	const { programme, venue, team, startsAt, endsAt } = session;
	return {
		reference: session.reference,
		status: session.status,
		version: session.version,
		programme: { id: programme.id, name: programme.name, theme: programme.theme.name },
		venue: { id: venue.id, name: venue.name, urn: venue.urn },
		team: { id: team.id, name: team.name },
		room: session.room,
		date: session.localDate,
		startsAt: wallTime(startsAt, zone),
		endsAt: wallTime(endsAt, zone),
		startsAtUtc: startsAt.toISOString(),
		endsAtUtc: endsAt.toISOString(),
		yearGroups: session.yearGroups,
		expectedYoungPeople: session.expectedYoungPeople,
		facilitators: session.assignments.map(({ person, lead }) => ({
			id: person.id,
			name: person.name,
			lead,
		})),
		contacts: session.invites.flatMap(({ contactId, name, withdrawnAt }) =>
			contactId && withdrawnAt === null ? [{ id: contactId, name }] : [],
		),
		closeOut: session.closeOut && apiCloseOut(session.closeOut),
	};
}

// why the casts: only the close-out's own schema writes these columns.
function apiCloseOut(closeOut: NonNullable<SessionRecord["closeOut"]>): SessionShape["closeOut"] {
	return {
		outcome: closeOut.outcome as "delivered" | "not_delivered",
		reason: closeOut.reason as NotDeliveredReason | null,
		youngPeople: closeOut.youngPeople,
		adults: closeOut.adults,
		counted: closeOut.counted as "counted" | "estimated" | null,
		headcounts: closeOut.headcounts.map(({ yearGroup, youngPeople }) => ({
			yearGroup: yearGroup as YearGroup,
			youngPeople,
		})),
		followUps: closeOut.followUps.map(({ kind, count }) => ({
			kind: kind as FollowUpKind,
			count: isFew(count) ? FEW_WORDS : count,
		})),
	};
}

/** The session an address names. @throws 404 as a problem */
export async function sessionAt(entered: Entered, ref: string | undefined): Promise<SessionRecord> {
	const known = parseReference(ref ?? "") && (ref ?? "").trim().toUpperCase();
	const session = known ? await findSession(entered.app.database.client, known) : null;
	if (!session) throw refuse("not_found");
	return session;
}

/** What a command did, as an answer: the session as it is now with its warnings, or the refusal. */
export async function outcomeAnswer(
	{ app, zone }: Entered,
	outcome: SessionOutcome,
	status = 200,
): Promise<Response> {
	if (!outcome.ok) return refusalAnswer(outcome);
	const session = await findSession(app.database.client, outcome.reference);
	if (!session) throw new Error(`${outcome.reference} was saved and is not there`);
	const { warnings } = outcome;
	return json({ ...apiSession(session, zone), warnings }, status);
}

/** A booking id made of the caller and the key: the same call sent twice is the same booking. */
export function bookingId(userId: string, key: string): string {
	const hex = createHash("sha256").update(`${userId}\n${key}`).digest("hex");
	return [8, 12, 16, 20, 32].map((end, at) => hex.slice([0, 8, 12, 16, 20][at], end)).join("-");
}
