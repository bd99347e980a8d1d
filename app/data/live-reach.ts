import type { HeadCell, ReachCells, SessionCell } from "#app/domain/reach/cells.ts";
import type { ChosenFilter } from "#app/domain/sessions/filter-choices.ts";
import { NONE, type SessionFilter } from "#app/domain/sessions/session-filter.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { sessionWhere } from "./session-where.ts";

export interface ReachQuery {
	chosen: ChosenFilter;
	now: Date;
}

/** Sessions that were delivered, which alone are reach, and whose close-out is in force. */
export function deliveredOnly({ chosen, now }: ReachQuery): Prisma.Sql {
	return Prisma.sql`${sessionWhere(chosen, now)} AND s."status" = 'delivered'`;
}

function placeColumns(split: Split): Prisma.Sql {
	const agency = split.agencies ? Prisma.sql`, ag."agencyId"` : Prisma.empty;
	return Prisma.sql`s."teamId", s."programmeId", f."themeId", s."venueId", f."districtCode",
		f."phase", f."venueType", substr(s."localDate", 1, 7) AS "month" ${agency}`;
}

function placeGroups(split: Split): Prisma.Sql {
	const agency = split.agencies ? Prisma.sql`, ag."agencyId"` : Prisma.empty;
	return Prisma.sql`s."teamId", s."programmeId", f."themeId", s."venueId", f."districtCode",
		f."phase", f."venueType", substr(s."localDate", 1, 7) ${agency}`;
}

function tables(split: Split): Prisma.Sql {
	return Prisma.sql`"Session" s
		JOIN "CountedSession" f ON f."sessionId" = s."id"
		LEFT JOIN "CloseOut" c ON c."sessionId" = s."id" AND c."current"
		${split.agencies ? withAgencies : Prisma.empty}`;
}

/** why LEFT: a session of nobody's stays. */
const withAgencies = Prisma.sql`LEFT JOIN "CountedAgency" ag ON ag."sessionId" = s."id"`;

interface Split {
	/** Put each session under each of its agencies. */
	agencies: boolean;
}

/**
 * Delivered sessions added up by the database, finely enough for every way to split them. With a
 * year group in the filter the young people are that year group's alone.
 */
export async function readReachCells(
	reader: Reader,
	query: ReachQuery,
	split: Split,
): Promise<ReachCells> {
	const [sessions, heads] = await Promise.all([
		readSessionCells(reader, query, split),
		readHeadCells(reader, query, split),
	]);
	return { sessions, heads };
}

type Counted<Cell> = {
	[Key in keyof Cell]: Cell[Key] extends number ? bigint | number : Cell[Key];
};

async function readSessionCells(
	reader: Reader,
	query: ReachQuery,
	split: Split,
): Promise<SessionCell[]> {
	const { yearGroup } = query.chosen.filter;
	const youngPeople = youngPeopleIn(yearGroup);
	const nobody = Prisma.sql`CASE WHEN COALESCE(c."youngPeople", 0) = 0 THEN 1 ELSE 0 END`;
	const rows = await reader.$queryRaw<
		(Counted<Omit<SessionCell, "nobodyYoung">> & { nobody: bigint | number })[]
	>(Prisma.sql`
		SELECT ${placeColumns(split)}, ${nobody} AS "nobody", COUNT(*) AS "sessions",
			SUM(${youngPeople}) AS "youngPeople", SUM(COALESCE(c."adults", 0)) AS "adults"
		FROM ${tables(split)} ${oneYearGroup(yearGroup)}
		WHERE ${deliveredOnly(query)}
		GROUP BY ${placeGroups(split)}, ${nobody}`);
	return rows.map(({ nobody, ...row }) => ({
		...row,
		...figuresOf(row),
		nobodyYoung: Number(nobody) === 1,
	}));
}

export function youngPeopleIn(yearGroup: SessionFilter["yearGroup"]): Prisma.Sql {
	return yearGroup === undefined
		? Prisma.sql`COALESCE(c."youngPeople", 0)`
		: Prisma.sql`COALESCE(hf."youngPeople", 0)`;
}

export function oneYearGroup(yearGroup: SessionFilter["yearGroup"]): Prisma.Sql {
	if (yearGroup === undefined) return Prisma.empty;
	return Prisma.sql`LEFT JOIN "Headcount" hf
		ON hf."closeOutId" = c."id" AND hf."yearGroup" = ${yearGroup}`;
}

async function readHeadCells(reader: Reader, query: ReachQuery, split: Split): Promise<HeadCell[]> {
	const { yearGroup } = query.chosen.filter;
	if (yearGroup === NONE) return [];
	const only = yearGroup ? Prisma.sql`AND h."yearGroup" = ${yearGroup}` : Prisma.empty;
	const rows = await reader.$queryRaw<Counted<HeadCell>[]>(Prisma.sql`
		SELECT ${placeColumns(split)}, h."yearGroup", COUNT(*) AS "sessions",
			SUM(h."youngPeople") AS "youngPeople", SUM(c."adults") AS "adults"
		FROM ${tables(split)}
		JOIN "Headcount" h ON h."closeOutId" = c."id" AND h."youngPeople" > 0 ${only}
		WHERE ${deliveredOnly(query)}
		GROUP BY ${placeGroups(split)}, h."yearGroup"`);
	return rows.map((row) => ({
		...row,
		...figuresOf(row),
		yearGroup: row.yearGroup as YearGroup,
	}));
}

function figuresOf(row: {
	sessions: bigint | number;
	youngPeople: bigint | number;
	adults: bigint | number;
}) {
	return {
		sessions: Number(row.sessions),
		youngPeople: Number(row.youngPeople),
		adults: Number(row.adults),
	};
}

/** The first local day on which anything was delivered; null before that. */
export async function readFirstDelivered(reader: Reader): Promise<string | null> {
	const rows = await reader.$queryRaw<{ localDate: string }[]>`
		SELECT "localDate" FROM "Session" WHERE "status" = 'delivered'
		ORDER BY "localDate" LIMIT 1`;
	return rows[0]?.localDate ?? null;
}
