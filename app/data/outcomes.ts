import type { ChosenFilter } from "#app/domain/sessions/filter-choices.ts";
import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { readKept } from "./kept-reach.ts";
import { oneYearGroup, youngPeopleIn } from "./live-reach.ts";
import { keptStretch } from "./reach.ts";
import { awaitingCloseOut, sessionWhere } from "./session-where.ts";

/** What became of all sessions of a filter: what is missing from reach and what is less sure. */
export interface Outcomes {
	counted: Tally;
	estimated: Tally;
	/** Of the delivered ones, those that a file of past sessions brought in. */
	imported: Tally;
	/** The rest is in no figure of reach. */
	awaitingCloseOut: number;
	notDelivered: number;
	cancelledByUs: number;
	cancelledBySchool: number;
	/** Still to come. */
	confirmed: number;
	provisional: number;
}

interface Tally {
	sessions: number;
	youngPeople: number;
}

interface OutcomeRow extends Tally {
	status: string;
	cancelledBy: string | null;
	counted: string | null;
	awaiting: boolean;
	imported: boolean;
}

interface Query {
	chosen: ChosenFilter;
	now: Date;
}

export async function readOutcomes(reader: Reader, query: Query): Promise<Outcomes> {
	const stretch = keptStretch(query.chosen);
	const [kept, rows] = await Promise.all([
		stretch ? readKept(reader, ["counted", "imported"], [stretch]) : null,
		stretch ? readUndelivered(reader, query) : readRows(reader, query),
	]);
	const tally = (match: (row: OutcomeRow) => boolean) => tallyOf(rows.filter(match));
	const delivered = (key: string, match: (row: OutcomeRow) => boolean) =>
		kept
			? tallyOf(kept.filter((part) => part.key === key))
			: tally((row) => row.status === "delivered" && match(row));
	const cancelled = (by: string) =>
		tally(({ status, cancelledBy }) => status === "cancelled" && cancelledBy === by);
	return {
		counted: delivered("counted", ({ counted }) => counted === "counted"),
		estimated: delivered("estimated", ({ counted }) => counted === "estimated"),
		imported: delivered("yes", ({ imported }) => imported),
		awaitingCloseOut: tally(({ awaiting }) => awaiting).sessions,
		notDelivered: tally(({ status }) => status === "not_delivered").sessions,
		cancelledByUs: cancelled("us").sessions,
		cancelledBySchool: cancelled("school").sessions,
		confirmed: tally(({ status, awaiting }) => status === "confirmed" && !awaiting).sessions,
		provisional: tally(({ status }) => status === "provisional").sessions,
	};
}

/**
 * Those of a period that were not delivered, of which nobody came: an index has all that is asked.
 * why a list of statuses: it leaves out any number of delivered ones.
 */
async function readUndelivered(reader: Reader, { chosen, now }: Query): Promise<OutcomeRow[]> {
	const rows = await reader.$queryRaw<Omit<Sent, "imported" | "youngPeople">[]>(Prisma.sql`
		SELECT s."status", s."cancelledBy", NULL AS "counted",
			CASE WHEN ${awaitingCloseOut(now)} THEN 1 ELSE 0 END AS "awaiting", COUNT(*) AS "sessions"
		FROM "Session" s
		WHERE s."status" IN ('provisional', 'confirmed', 'cancelled', 'not_delivered')
			AND ${sessionWhere(chosen, now)}
		GROUP BY s."status", s."cancelledBy", 4`);
	return rows.map((row) => outcomeRow({ ...row, imported: 0, youngPeople: 0 }));
}

function tallyOf(rows: readonly Tally[]): Tally {
	return {
		sessions: rows.reduce((sum, row) => sum + row.sessions, 0),
		youngPeople: rows.reduce((sum, row) => sum + row.youngPeople, 0),
	};
}

type Sent = Record<"awaiting" | "imported" | "sessions" | "youngPeople", bigint | number> &
	Pick<OutcomeRow, "status" | "cancelledBy" | "counted">;

async function readRows(reader: Reader, { chosen, now }: Query): Promise<OutcomeRow[]> {
	const { yearGroup } = chosen.filter;
	const rows = await reader.$queryRaw<Sent[]>(Prisma.sql`
		SELECT r."status", r."cancelledBy", r."counted", r."awaiting", r."imported",
			COUNT(*) AS "sessions", SUM(r."youngPeople") AS "youngPeople"
		FROM (
			SELECT s."status", s."cancelledBy", c."counted",
				CASE WHEN ${awaitingCloseOut(now)} THEN 1 ELSE 0 END AS "awaiting",
				CASE WHEN s."importId" IS NULL THEN 0 ELSE 1 END AS "imported",
				${youngPeopleIn(yearGroup)} AS "youngPeople"
			FROM "Session" s
			LEFT JOIN "CloseOut" c ON c."sessionId" = s."id" AND c."current"
			${oneYearGroup(yearGroup)}
			WHERE ${sessionWhere(chosen, now)}
		) r
		GROUP BY r."status", r."cancelledBy", r."counted", r."awaiting", r."imported"`);
	return rows.map(outcomeRow);
}

function outcomeRow(row: Sent): OutcomeRow {
	return {
		...row,
		awaiting: Number(row.awaiting) === 1,
		imported: Number(row.imported) === 1,
		sessions: Number(row.sessions),
		youngPeople: Number(row.youngPeople),
	};
}
