import type { ChosenFilter } from "#app/domain/sessions/filter-choices.ts";
import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { oneYearGroup, youngPeopleIn } from "./live-reach.ts";
import { awaitingCloseOut, sessionWhere } from "./session-where.ts";

/** What became of all sessions of a filter: what is missing from reach and what is less sure. */
export interface Outcomes {
	counted: Tally;
	estimated: Tally;
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
}

export async function readOutcomes(
	reader: Reader,
	query: { chosen: ChosenFilter; now: Date },
): Promise<Outcomes> {
	const rows = await readRows(reader, query);
	const tally = (match: (row: OutcomeRow) => boolean): Tally => {
		const those = rows.filter(match);
		return {
			sessions: those.reduce((sum, row) => sum + row.sessions, 0),
			youngPeople: those.reduce((sum, row) => sum + row.youngPeople, 0),
		};
	};
	const delivered = (kind: string) =>
		tally(({ status, counted }) => status === "delivered" && counted === kind);
	const cancelled = (by: string) =>
		tally(({ status, cancelledBy }) => status === "cancelled" && cancelledBy === by);
	return {
		counted: delivered("counted"),
		estimated: delivered("estimated"),
		awaitingCloseOut: tally(({ awaiting }) => awaiting).sessions,
		notDelivered: tally(({ status }) => status === "not_delivered").sessions,
		cancelledByUs: cancelled("us").sessions,
		cancelledBySchool: cancelled("school").sessions,
		confirmed: tally(({ status, awaiting }) => status === "confirmed" && !awaiting).sessions,
		provisional: tally(({ status }) => status === "provisional").sessions,
	};
}

type Sent = Record<"awaiting" | "sessions" | "youngPeople", bigint | number> &
	Pick<OutcomeRow, "status" | "cancelledBy" | "counted">;

async function readRows(
	reader: Reader,
	{ chosen, now }: { chosen: ChosenFilter; now: Date },
): Promise<OutcomeRow[]> {
	const { yearGroup } = chosen.filter;
	const rows = await reader.$queryRaw<Sent[]>(Prisma.sql`
		SELECT r."status", r."cancelledBy", r."counted", r."awaiting",
			COUNT(*) AS "sessions", SUM(r."youngPeople") AS "youngPeople"
		FROM (
			SELECT s."status", s."cancelledBy", c."counted",
				CASE WHEN ${awaitingCloseOut(now)} THEN 1 ELSE 0 END AS "awaiting",
				${youngPeopleIn(yearGroup)} AS "youngPeople"
			FROM "Session" s
			LEFT JOIN "CloseOut" c ON c."sessionId" = s."id" AND c."current"
			${oneYearGroup(yearGroup)}
			WHERE ${sessionWhere(chosen, now)}
		) r
		GROUP BY r."status", r."cancelledBy", r."counted", r."awaiting"`);
	return rows.map((row) => ({
		...row,
		awaiting: Number(row.awaiting) === 1,
		sessions: Number(row.sessions),
		youngPeople: Number(row.youngPeople),
	}));
}
