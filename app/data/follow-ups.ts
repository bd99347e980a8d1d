import type { ChosenFilter } from "#app/domain/sessions/filter-choices.ts";
import type { FollowUpKind } from "#app/domain/sessions/follow-ups.ts";
import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { sessionWhere } from "./session-where.ts";

interface Query {
	chosen: ChosenFilter;
	now: Date;
}

export interface FollowUpCount {
	kind: FollowUpKind;
	/** Young people passed on; one passed on to two services counts with each. */
	youngPeople: number;
	/** Delivered sessions after which there were any. */
	sessions: number;
}

export interface FollowUpsRead {
	/** Only kinds of which there are any. */
	counts: FollowUpCount[];
	/** Delivered sessions after which anybody was passed on to anything. */
	sessions: number;
}

/** Follow-ups after the delivered sessions of a filter, as they were recorded. */
export async function readFollowUps(reader: Reader, query: Query): Promise<FollowUpsRead> {
	const [counts, [any]] = await Promise.all([
		reader.$queryRaw<{ kind: string; youngPeople: bigint | number; sessions: bigint | number }[]>(
			Prisma.sql`SELECT f."kind", SUM(f."count") AS "youngPeople", COUNT(*) AS "sessions"
				${recorded(query)} GROUP BY f."kind"`,
		),
		reader.$queryRaw<{ sessions: bigint | number }[]>(
			Prisma.sql`SELECT COUNT(DISTINCT s."id") AS "sessions" ${recorded(query)}`,
		),
	]);
	return {
		counts: counts.map((row) => ({
			kind: row.kind as FollowUpKind,
			youngPeople: Number(row.youngPeople),
			sessions: Number(row.sessions),
		})),
		sessions: Number(any?.sessions ?? 0),
	};
}

function recorded({ chosen, now }: Query): Prisma.Sql {
	return Prisma.sql`FROM "Session" s
		JOIN "CloseOut" c ON c."sessionId" = s."id" AND c."current"
		JOIN "FollowUp" f ON f."closeOutId" = c."id" AND f."count" > 0
		WHERE s."status" = 'delivered' AND ${sessionWhere(chosen, now)}`;
}

export interface FollowUpSession {
	reference: string;
	programme: string;
	venue: string;
	startsAt: Date;
	endsAt: Date;
	youngPeople: number;
}

/** The sessions behind one kind, the latest first, at most `limit` of them. */
export async function listFollowUpSessions(
	reader: Reader,
	query: Query,
	kind: FollowUpKind,
	limit: number,
): Promise<FollowUpSession[]> {
	return reader.$queryRaw<FollowUpSession[]>(
		Prisma.sql`SELECT s."reference", s."startsAt", s."endsAt", p."name" AS "programme",
				v."name" AS "venue", f."count" AS "youngPeople"
			FROM "Session" s
			JOIN "Programme" p ON p."id" = s."programmeId"
			JOIN "Venue" v ON v."id" = s."venueId"
			JOIN "CloseOut" c ON c."sessionId" = s."id" AND c."current"
			JOIN "FollowUp" f ON f."closeOutId" = c."id" AND f."count" > 0 AND f."kind" = ${kind}
			WHERE s."status" = 'delivered' AND ${sessionWhere(query.chosen, query.now)}
			ORDER BY s."startsAt" DESC, s."id" DESC LIMIT ${limit}`,
	);
}
