import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";

/** A row of the kept reach that is not what the sessions say. */
export interface ReachDifference {
	dimension: string;
	key: string;
	first: string;
	last: string;
	/** Sessions, young people, adults, estimated, venues. */
	kept: number[];
	recounted: number[];
}

const figures = ["sessions", "youngPeople", "adults", "estimated", "venues"] as const;

/**
 * Counts all that is kept of reach anew from the sessions, and compares.
 * why in SQL, by the definitions: it shares no line with what writes the rows (kept-rows.ts), so
 * that neither can be wrong in the same way. One pass over everything: minutes on a large archive.
 * @returns how many rows differ, and at most `most` of them
 */
export async function checkReach(
	reader: Reader,
	most: number,
): Promise<{ count: number; differences: ReachDifference[] }> {
	const rows = await reader.$queryRaw<Record<string, string | bigint | number>[]>(Prisma.sql`
		WITH ${recounted}
		SELECT "dimension", "key", "first", "last", COUNT(*) OVER () AS "count",
			${each((name) => `SUM("kept" * "${name}") AS "kept_${name}"`)},
			${each((name) => `SUM((1 - "kept") * "${name}") AS "re_${name}"`)}
		FROM (
			SELECT 0 AS "kept", "dimension", "key", "first", "last", ${each((name) => `"${name}"`)} FROM spread
			UNION ALL
			SELECT 1, "dimension", "key", "first", "last", ${each((name) => `"${name}"`)} FROM "KeptReach"
		) both_ways
		GROUP BY "dimension", "key", "first", "last"
		HAVING ${Prisma.raw(figures.map((name) => `SUM(CASE "kept" WHEN 1 THEN "${name}" ELSE - "${name}" END) <> 0`).join(" OR "))}
		ORDER BY "dimension", "key", "first", "last" LIMIT ${most}`);
	const differences = rows.map((row) => ({
		dimension: String(row.dimension),
		key: String(row.key),
		first: String(row.first),
		last: String(row.last),
		kept: figures.map((name) => Number(row[`kept_${name}`])),
		recounted: figures.map((name) => Number(row[`re_${name}`])),
	}));
	return { count: Number(rows[0]?.count ?? 0), differences };
}

function each(sql: (name: string) => string): Prisma.Sql {
	return Prisma.raw(figures.map(sql).join(", "));
}

/** A place of one dimension for each session; `heads` says whose young people it takes. */
function placed(dimension: string, key: string): string {
	return `SELECT '${dimension}' AS "dimension", ${key} AS "key", NULL AS "only", d."youngPeople" AS "own", d.*`;
}

const academicYear = (day: string) =>
	`(CAST(substr(${day}, 1, 4) AS INTEGER) - CASE WHEN substr(${day}, 6, 2) < '09' THEN 1 ELSE 0 END)`;

const unit = (level: string, day: string) =>
	`CASE ${level} WHEN 1 THEN 'd' || ${day} WHEN 2 THEN 'm' || substr(${day}, 1, 7)
		ELSE 'y' || CAST(${academicYear(day)} AS TEXT) END`;

const cohort = `"dimension", "key", "venueId", "year", "yearGroup"`;
const sameCohort = (a: string, b: string) =>
	["dimension", "key", "venueId", "year", "yearGroup"]
		.map((name) => `${a}."${name}" = ${b}."${name}"`)
		.join(" AND ");

/**
 * The estimate of each stretch between two days of a cohort is added where the stretch lies, and
 * taken away from the stretches that are one day longer, which then have only what is theirs.
 */
const recounted = Prisma.raw(`
	delivered AS (
		SELECT s."id", s."importId", s."venueId", s."localDate" AS "day", ${academicYear('s."localDate"')} AS "year",
			s."programmeId", s."teamId", f."themeId", f."districtCode", f."phase", f."venueType",
			c."id" AS "closeOutId", c."counted", c."youngPeople", c."adults"
		FROM "Session" s
		JOIN "CloseOut" c ON c."sessionId" = s."id" AND c."current" AND c."outcome" = 'delivered'
		JOIN "CountedSession" f ON f."sessionId" = s."id"
	),
	placed AS (
		${placed("all", "''")} FROM delivered d
		UNION ALL ${placed("theme", 'd."themeId"')} FROM delivered d
		UNION ALL ${placed("programme", 'd."programmeId"')} FROM delivered d
		UNION ALL ${placed("team", 'd."teamId"')} FROM delivered d
		UNION ALL ${placed("district", `COALESCE(d."districtCode", 'none')`)} FROM delivered d
		UNION ALL ${placed("phase", `COALESCE(d."phase", 'none')`)} FROM delivered d
		UNION ALL ${placed("venue_type", 'd."venueType"')} FROM delivered d
		UNION ALL ${placed("counted", `COALESCE(d."counted", 'none')`)} FROM delivered d
		UNION ALL ${placed("imported", "'yes'")} FROM delivered d WHERE d."importId" IS NOT NULL
		UNION ALL ${placed("agency", `COALESCE(g."agencyId", 'none')`)} FROM delivered d
			LEFT JOIN "CountedAgency" g ON g."sessionId" = d."id"
		UNION ALL ${placed("year_group", "'none'")} FROM delivered d WHERE d."youngPeople" = 0
		UNION ALL SELECT 'year_group', h."yearGroup", h."yearGroup", h."youngPeople", d.* FROM delivered d
			JOIN "Headcount" h ON h."closeOutId" = d."closeOutId" AND h."youngPeople" > 0
	),
	came AS (
		SELECT p."dimension", p."key", p."venueId", p."year", h."yearGroup", p."day", p."programmeId",
			SUM(h."youngPeople") AS "youngPeople"
		FROM placed p JOIN "Headcount" h ON h."closeOutId" = p."closeOutId" AND h."youngPeople" > 0
			AND (p."only" IS NULL OR p."only" = h."yearGroup")
		GROUP BY p."dimension", p."key", p."venueId", p."year", h."yearGroup", p."day", p."programmeId"
	),
	days AS (
		SELECT ${cohort}, "day",
			LAG("day") OVER (PARTITION BY ${cohort} ORDER BY "day") AS "before",
			LEAD("day") OVER (PARTITION BY ${cohort} ORDER BY "day") AS "after"
		FROM (SELECT DISTINCT ${cohort}, "day" FROM came) distinct_days
	),
	stretches AS (
		SELECT "dimension", "key", "a", "b", "before", "after", MAX("total") AS "estimated" FROM (
			SELECT a."dimension", a."key", a."venueId", a."year", a."yearGroup", a."day" AS "a",
				b."day" AS "b", a."before", b."after", SUM(c."youngPeople") AS "total"
			FROM days a JOIN days b ON ${sameCohort("a", "b")} AND a."day" <= b."day"
			JOIN came c ON ${sameCohort("a", "c")} AND c."day" >= a."day" AND c."day" <= b."day"
			GROUP BY a."dimension", a."key", a."venueId", a."year", a."yearGroup", a."day", b."day",
				a."before", b."after", c."programmeId"
		) by_programme
		GROUP BY "dimension", "key", "venueId", "year", "yearGroup", "a", "b", "before", "after"
	),
	visits AS (
		SELECT "day", LAG("day") OVER (PARTITION BY "venueId" ORDER BY "day") AS "before"
		FROM (SELECT DISTINCT "venueId", "day" FROM delivered) distinct_visits
	),
	pieces("dimension", "key", "a", "b", ${figures.map((name) => `"${name}"`).join(", ")}) AS (
		SELECT "dimension", "key", "day", "day", COUNT(*), SUM("own"), SUM("adults"), 0, 0
			FROM placed GROUP BY "dimension", "key", "day"
		UNION ALL SELECT "dimension", "key", "a", "b", 0, 0, 0, "estimated", 0 FROM stretches
		UNION ALL SELECT "dimension", "key", "before", "b", 0, 0, 0, - "estimated", 0
			FROM stretches WHERE "before" IS NOT NULL
		UNION ALL SELECT "dimension", "key", "a", "after", 0, 0, 0, - "estimated", 0
			FROM stretches WHERE "after" IS NOT NULL
		UNION ALL SELECT "dimension", "key", "before", "after", 0, 0, 0, "estimated", 0
			FROM stretches WHERE "before" IS NOT NULL AND "after" IS NOT NULL
		UNION ALL SELECT 'all', '', "day", "day", 0, 0, 0, 0, 1 FROM visits
		UNION ALL SELECT 'all', '', "before", "day", 0, 0, 0, 0, -1 FROM visits WHERE "before" IS NOT NULL
	),
	merged AS (
		SELECT "dimension", "key", "a", "b", ${figures.map((name) => `SUM("${name}") AS "${name}"`).join(", ")}
		FROM pieces GROUP BY "dimension", "key", "a", "b"
	),
	levels("of_a", "of_b") AS (VALUES (1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (3, 3)),
	spread AS (
		SELECT "dimension", "key", ${unit('"of_a"', '"a"')} AS "first", ${unit('"of_b"', '"b"')} AS "last",
			${figures.map((name) => `"${name}"`).join(", ")}
		FROM merged CROSS JOIN levels
		WHERE "of_a" = "of_b"
			OR (3 IN ("of_a", "of_b") AND ${academicYear('"a"')} <> ${academicYear('"b"')})
			OR (3 NOT IN ("of_a", "of_b") AND substr("a", 1, 7) <> substr("b", 1, 7))
	)`);
