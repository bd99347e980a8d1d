import type { SessionStatus } from "#app/domain/sessions/status.ts";
import type { Reader, Transaction } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";

/** Whose sessions: exactly one of these. */
export type SessionsOf =
	| { venueId: string }
	| { programmeId: string }
	| { teamId: string }
	| { personId: string }
	| { contactId: string };

export interface UpcomingSession {
	reference: string;
	status: SessionStatus;
	programmeName: string;
	venueName: string;
	room: string | null;
	startsAt: Date;
	endsAt: Date;
}

export interface UpcomingSessions {
	/** The next ones, in order of time. */
	sessions: UpcomingSession[];
	/** How many there are in all. */
	total: number;
}

const SHOWN = 20;

function upcoming(of: SessionsOf, now: Date): Prisma.SessionWhereInput {
	const open = { endsAt: { gt: now }, status: { in: ["provisional", "confirmed"] } };
	if ("personId" in of) return { ...open, assignments: { some: of } };
	if ("contactId" in of) return { ...open, invites: { some: { ...of, withdrawnAt: null } } };
	return { ...open, ...of };
}

/** Sessions that are still to happen or under way: what stands in the way of retiring something. */
export async function readUpcomingSessions(
	reader: Reader,
	of: SessionsOf,
	now: Date,
	limit = SHOWN,
): Promise<UpcomingSessions> {
	const where = upcoming(of, now);
	const rows = await reader.session.findMany({
		where,
		select: {
			reference: true,
			status: true,
			room: true,
			startsAt: true,
			endsAt: true,
			programme: { select: { name: true } },
			venue: { select: { name: true } },
		},
		orderBy: [{ startsAt: "asc" }, { reference: "asc" }],
		take: limit,
	});
	const total = rows.length < limit ? rows.length : await reader.session.count({ where });
	const sessions = rows.map(({ programme, venue, status, ...row }) => ({
		...row,
		status: status as SessionStatus,
		programmeName: programme.name,
		venueName: venue.name,
	}));
	return { sessions, total };
}

/** The references of all upcoming sessions of something, in order of time. */
export async function readUpcomingReferences(
	reader: Reader,
	of: SessionsOf,
	now: Date,
): Promise<string[]> {
	const rows = await reader.session.findMany({
		where: upcoming(of, now),
		select: { reference: true },
		orderBy: [{ startsAt: "asc" }, { reference: "asc" }],
	});
	return rows.map(({ reference }) => reference);
}

/** Whether messages of a session wait for somebody to send them. */
export async function hasHeldMessages(reader: Reader, sessionId: string): Promise<boolean> {
	const held = await reader.outboxMessage.findFirst({
		where: { status: "held", invite: { sessionId } },
		select: { id: true },
	});
	return held !== null;
}

/** Marks that calendars show a session otherwise though nothing of its own changed. */
export async function noteShownChange(
	tx: Transaction,
	{ id, version }: { id: string; version: number },
	{ sequence, changedAt }: { sequence: number; changedAt: Date },
): Promise<void> {
	await tx.session.update({ where: { id }, data: { version: version + 1, sequence, changedAt } });
}

/** Whether any session was ever booked. */
export async function hasSessions(reader: Reader): Promise<boolean> {
	return (await reader.session.findFirst({ select: { id: true } })) !== null;
}
