import type { SessionStatus } from "#app/domain/sessions/status.ts";
import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { readUntrueInvites } from "./outbox-pages.ts";
import { awaitingCloseOut } from "./session-where.ts";

/** A session that needs somebody before it takes place. */
export interface NeedySession {
	reference: string;
	/** "Knife crime at Saltmarsh Academy". */
	title: string;
	startsAt: Date;
	endsAt: Date;
	status: SessionStatus;
	/** Whose answer or message it is about; empty where it is about nobody. */
	names: string[];
	/** What a school wrote with its answer; empty where it wrote nothing. */
	words?: string;
	/** Somebody asks for another time, and nobody declined. */
	anotherTime?: boolean;
}

export interface Attention {
	/** Somebody's calendar shows what is not so, or they were never told. */
	untold: NeedySession[];
	/** A school, or a facilitator, declined or asks for another time. */
	declined: NeedySession[];
	/** Fewer facilitators than its programme needs. */
	short: NeedySession[];
}

/** What stands in the way of sessions that are still to end, each list in order of time. */
export async function readAttention(reader: Reader, now: Date): Promise<Attention> {
	const [sessions, untrue] = await Promise.all([
		reader.session.findMany({
			where: { endsAt: { gt: now }, status: { in: ["provisional", "confirmed"] } },
			select: {
				reference: true,
				startsAt: true,
				endsAt: true,
				status: true,
				programme: { select: { name: true, facilitatorsNeeded: true } },
				venue: { select: { name: true } },
				invites: {
					where: { withdrawnAt: null, answer: { in: ["declined", "another_time"] } },
					select: { name: true, answer: true, answerNote: true },
				},
				_count: { select: { assignments: true } },
			},
			orderBy: [{ startsAt: "asc" }, { id: "asc" }],
		}),
		readUntrueInvites(reader, now),
	]);
	const needy = sessions.map(({ programme, venue, invites, _count, status, ...row }) => ({
		session: {
			...row,
			status: status as SessionStatus,
			title: `${programme.name} at ${venue.name}`,
			names: invites.map(({ name }) => name),
			words: invites
				.map(({ answerNote }) => answerNote)
				.filter(Boolean)
				.join(" "),
			anotherTime: invites.length > 0 && invites.every(({ answer }) => answer === "another_time"),
		},
		short: _count.assignments < programme.facilitatorsNeeded,
	}));
	const untold = new Map<string, NeedySession>();
	for (const { session, invite } of untrue) {
		const names = untold.get(session.reference)?.names ?? [];
		untold.set(session.reference, { ...session, names: [...names, invite.name] });
	}
	return {
		untold: [...untold.values()],
		declined: needy.flatMap(({ session }) => (session.names.length > 0 ? [session] : [])),
		short: needy.flatMap(({ session, short }) => (short ? [{ ...session, names: [] }] : [])),
	};
}

/** How many sessions are over and not closed out. */
export async function countAwaitingCloseOut(reader: Reader, now: Date): Promise<number> {
	const [row] = await reader.$queryRaw<{ total: bigint }[]>(
		Prisma.sql`SELECT COUNT(*) AS "total" FROM "Session" s WHERE ${awaitingCloseOut(now)}`,
	);
	return Number(row?.total ?? 0);
}

export interface DayCount {
	/** All of them, those that do not take place included. */
	sessions: number;
	cancelled: number;
}

/** How many sessions each local date has, both ends included; dates without any are left out. */
export async function countByDate(
	reader: Reader,
	{ from, to }: { from: string; to: string },
): Promise<Map<string, DayCount>> {
	const rows = await reader.session.groupBy({
		by: ["localDate", "status"],
		where: { localDate: { gte: from, lte: to } },
		_count: true,
	});
	const counts = new Map<string, DayCount>();
	for (const { localDate, status, _count } of rows) {
		const { sessions, cancelled } = counts.get(localDate) ?? { sessions: 0, cancelled: 0 };
		counts.set(localDate, {
			sessions: sessions + _count,
			cancelled: cancelled + (status === "cancelled" ? _count : 0),
		});
	}
	return counts;
}
