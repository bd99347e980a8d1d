import type { SchoolSession } from "#app/domain/sessions/cohort.ts";
import { sortYearGroups, type YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";

interface Row {
	/** The venue that was asked about. */
	school: string;
	reference: string;
	localDate: string;
	status: string;
	programmeId: string;
	programme: string;
	themeId: string;
	theme: string;
	venueId: string;
	venue: string;
	yearGroup: string | null;
}

/**
 * Everything delivered or booked at a school and at those it followed on from, oldest first: whom a
 * cohort had may have come when the school had another name.
 * @param except the session that is asked about
 */
export async function readSchoolSessions(
	reader: Reader,
	venueId: string,
	except = "",
): Promise<SchoolSession[]> {
	const found = await readSessionsOfSchools(reader, [venueId], except);
	return found.get(venueId) ?? [];
}

/** The same of several schools at once, by the id of the venue that each is now. */
export async function readSessionsOfSchools(
	reader: Reader,
	venueIds: readonly string[],
	except = "",
): Promise<Map<string, SchoolSession[]>> {
	if (venueIds.length === 0) return new Map();
	const rows = await reader.$queryRaw<Row[]>(Prisma.sql`
		WITH RECURSIVE family("school", "id") AS (
			SELECT v."id", v."id" FROM "Venue" v WHERE v."id" IN (${Prisma.join([...venueIds])})
			UNION SELECT f."school", v."id" FROM "Venue" v JOIN family f ON v."successorId" = f."id")
		SELECT family."school", s."reference", s."localDate", s."status", p."id" AS "programmeId",
			p."name" AS "programme", t."id" AS "themeId", t."name" AS "theme", v."id" AS "venueId",
			v."name" AS "venue", COALESCE(h."yearGroup", y."yearGroup") AS "yearGroup"
		FROM "Session" s
		JOIN family ON family."id" = s."venueId"
		JOIN "Venue" v ON v."id" = s."venueId"
		JOIN "Programme" p ON p."id" = s."programmeId"
		JOIN "Theme" t ON t."id" = p."themeId"
		LEFT JOIN "CloseOut" c ON c."sessionId" = s."id" AND c."current" AND s."status" = 'delivered'
		LEFT JOIN "Headcount" h ON h."closeOutId" = c."id" AND h."youngPeople" > 0
		LEFT JOIN "SessionYearGroup" y ON y."sessionId" = s."id" AND h."yearGroup" IS NULL
		WHERE s."status" IN ('provisional', 'confirmed', 'delivered') AND s."reference" <> ${except}
		ORDER BY s."localDate", s."reference"`);
	const bySession = new Map<string, Row[]>();
	for (const row of rows) {
		const key = `${row.school} ${row.reference}`;
		const ofOne = bySession.get(key) ?? [];
		ofOne.push(row);
		bySession.set(key, ofOne);
	}
	const schools = new Map<string, SchoolSession[]>();
	for (const ofOne of bySession.values()) {
		const [first] = ofOne;
		if (!first) continue;
		const sessions = schools.get(first.school) ?? [];
		sessions.push(schoolSession(first, ofOne, first.school));
		schools.set(first.school, sessions);
	}
	return schools;
}

function schoolSession(row: Row, groups: readonly Row[], venueId: string): SchoolSession {
	return {
		reference: row.reference,
		date: row.localDate,
		yearGroups: sortYearGroups(
			groups.flatMap(({ yearGroup }) => (yearGroup === null ? [] : [yearGroup as YearGroup])),
		),
		programme: { id: row.programmeId, name: row.programme },
		theme: { id: row.themeId, name: row.theme },
		delivered: row.status === "delivered",
		formerly: row.venueId === venueId ? null : row.venue,
	};
}
