import type { Database } from "./database.ts";
import { appliedMigrations, expectedMigrations } from "./migrate.ts";
import { checkReach } from "./reach-check.ts";

/** One question put to the whole database, and what was found wrong. */
export interface Finding {
	check: string;
	/** One line for each fault, at most ten; empty when all is well. */
	faults: string[];
	/** How many faults there are in all. */
	count: number;
}

const SHOWN = 10;

/**
 * Examines everything that must hold, by queries that share nothing with the code that writes. Reads
 * only. Takes one pass over each table, so minutes on a large archive.
 */
export async function examine(database: Database, url: string): Promise<Finding[]> {
	const findings: Finding[] = [await migrations(database, url), await foreignKeys(database)];
	for (const [check, query] of Object.entries(rules)) {
		const rows = await database.client.$queryRawUnsafe<{ fault: string }[]>(query);
		findings.push(
			finding(
				check,
				rows.map(({ fault }) => fault),
			),
		);
	}
	findings.push(await keptReach(database));
	return findings;
}

/** Reach as it is kept ready, counted anew from the sessions. */
export async function keptReach({ client }: Database): Promise<Finding> {
	const { count, differences } = await checkReach(client, SHOWN);
	const faults = differences.map(
		({ dimension, key, first, last, kept, recounted }) =>
			`${[dimension, key].join(" ").trim()}, ${first} to ${last}: ${kept.join("/")} is kept, the sessions give ${recounted.join("/")} (sessions/young people/adults/estimated/venues)`,
	);
	return { check: "Reach that is kept ready", faults, count };
}

function finding(check: string, faults: readonly string[]): Finding {
	return { check, faults: faults.slice(0, SHOWN), count: faults.length };
}

async function migrations(database: Database, url: string): Promise<Finding> {
	const applied = await appliedMigrations(database);
	const expected = expectedMigrations(url);
	const missing = expected.filter((name) => !applied.includes(name));
	const unknown = applied.filter((name) => !expected.includes(name));
	return finding("Migrations", [
		...missing.map((name) => `${name} is not applied`),
		...unknown.map((name) => `${name} is applied and not known to this version`),
	]);
}

async function foreignKeys({ engine, client }: Database): Promise<Finding> {
	if (engine === "sqlite") {
		const broken = await client.$queryRaw<{ table: string; parent: string }[]>`
			SELECT "table", "parent" FROM pragma_foreign_key_check`;
		// why unsafe: a pragma takes no parameters, and its table-valued form needs the name of a table.
		const pages = await client.$queryRawUnsafe<{ integrity_check: string }[]>(
			"PRAGMA integrity_check(10)",
		);
		const damaged = pages.map((row) => row.integrity_check).filter((word) => word !== "ok");
		return finding("Foreign keys and storage", [
			...broken.map(({ table, parent }) => `A row of ${table} points at no ${parent}`),
			...damaged,
		]);
	}
	const unproved = await client.$queryRaw<{ name: string }[]>`
		SELECT conname AS name FROM pg_constraint
		WHERE NOT convalidated AND connamespace = 'public'::regnamespace`;
	return finding(
		"Foreign keys and storage",
		unproved.map(({ name }) => `${name} does not hold for every row`),
	);
}

/** Each asks for a column `fault`; in the SQL that both engines understand. */
const rules: Record<string, string> = {
	"Facilitators in two places": `
		SELECT a."sessionId" || ' and ' || b."sessionId" AS fault
		FROM "Assignment" a JOIN "Assignment" b ON a."personId" = b."personId" AND a."id" < b."id"
		WHERE a."occupies" AND b."occupies" AND a."startsAt" < b."endsAt" AND b."startsAt" < a."endsAt"`,
	"Rooms taken twice": `
		SELECT a."reference" || ' and ' || b."reference" AS fault
		FROM "Session" a JOIN "Session" b
			ON a."venueId" = b."venueId" AND a."roomKey" = b."roomKey" AND a."id" < b."id"
		WHERE a."occupies" AND b."occupies" AND a."startsAt" < b."endsAt" AND b."startsAt" < a."endsAt"`,
	"Assignments that follow their session": `
		SELECT s."reference" AS fault FROM "Assignment" a JOIN "Session" s ON s."id" = a."sessionId"
		WHERE a."startsAt" <> s."startsAt" OR a."endsAt" <> s."endsAt" OR a."occupies" <> s."occupies"`,
	"Statuses and close-outs": `
		SELECT s."reference" || ' is ' || s."status" AS fault FROM "Session" s
		LEFT JOIN "CloseOut" c ON c."sessionId" = s."id" AND c."current"
		WHERE (s."status" IN ('delivered', 'not_delivered')) <> (c."id" IS NOT NULL)
			OR (c."id" IS NOT NULL AND c."outcome" <> s."status")`,
	"One close-out in force": `
		SELECT "sessionId" AS fault FROM "CloseOut" WHERE "current"
		GROUP BY "sessionId" HAVING COUNT(*) > 1`,
	"Closed-out sessions that say what they count under": `
		SELECT s."reference" AS fault FROM "Session" s
		LEFT JOIN "CountedSession" f ON f."sessionId" = s."id"
		WHERE (s."status" IN ('delivered', 'not_delivered')) <> (f."sessionId" IS NOT NULL)`,
	"Headcounts that add up": `
		SELECT c."sessionId" AS fault FROM "CloseOut" c
		LEFT JOIN "Headcount" h ON h."closeOutId" = c."id"
		GROUP BY c."id", c."sessionId", c."youngPeople"
		HAVING COALESCE(SUM(h."youngPeople"), 0) <> c."youngPeople"`,
	"Invites and their messages": `
		SELECT i."id" AS fault FROM "Invite" i
		WHERE i."lastSequence" IS NOT NULL AND i."lastSequence" <>
			(SELECT MAX(m."sequence") FROM "OutboxMessage" m WHERE m."inviteId" = i."id")`,
	"Messages that tell of a change nobody made": `
		SELECT s."reference" AS fault FROM "OutboxMessage" m
		JOIN "Invite" i ON i."id" = m."inviteId" JOIN "Session" s ON s."id" = i."sessionId"
		WHERE m."version" > s."sequence"`,
	"Sessions without history": `
		SELECT s."reference" AS fault FROM "Session" s
		WHERE NOT EXISTS (SELECT 1 FROM "HistoryEntry" h
			WHERE h."subject" = 'session' AND h."subjectId" = s."id")`,
};
