import { groupedBy } from "#app/domain/grouped-by.ts";
import type { CountedSession } from "#app/domain/reach/kept-rows.ts";
import { NONE } from "#app/domain/sessions/session-filter.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import { phases } from "#app/domain/venues/venue-kinds.ts";
import type { Reader, Transaction } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { insertMany } from "./insert-many.ts";

/**
 * Writes down what closed-out sessions are counted under, as it stands now, where that is not
 * written yet: from then on no change to the register moves them.
 * @param which a condition on "Session" s
 */
export async function freezeCounted(tx: Transaction, which: Prisma.Sql): Promise<void> {
	const closedOut = Prisma.sql`EXISTS (SELECT 1 FROM "CloseOut" c WHERE c."sessionId" = s."id")
		AND NOT EXISTS (SELECT 1 FROM "CountedSession" f WHERE f."sessionId" = s."id")`;
	const fresh = await tx.$queryRaw<{ id: string }[]>(
		Prisma.sql`SELECT s."id" FROM "Session" s WHERE ${which} AND ${closedOut} LIMIT 1`,
	);
	if (fresh.length === 0) return;
	// why the agencies first: their rows need the session's, and by those one tells what is new.
	const agencies = await tx.$queryRaw<{ sessionId: string; agencyId: string }[]>(Prisma.sql`
		SELECT DISTINCT a."sessionId", p."agencyId" FROM "Session" s
		JOIN "Assignment" a ON a."sessionId" = s."id"
		JOIN "Person" p ON p."id" = a."personId"
		WHERE ${which} AND ${closedOut}`);
	await tx.$executeRaw(Prisma.sql`
		INSERT INTO "CountedSession" ("sessionId", "themeId", "districtCode", "phase", "venueType")
		SELECT s."id", p."themeId", v."districtCode",
			CASE WHEN v."phase" IN (${Prisma.join([...phases])}) THEN v."phase" END, v."kind"
		FROM "Session" s
		JOIN "Programme" p ON p."id" = s."programmeId"
		JOIN "Venue" v ON v."id" = s."venueId"
		WHERE ${which} AND ${closedOut}`);
	if (agencies.length > 0) await insertMany(tx, "CountedAgency", agencies);
}

/** A session as it is counted, and whether a file brought it in. */
export interface CountedRow extends CountedSession {
	id: string;
	importId: string | null;
}

interface Head {
	sessionId: string;
	yearGroup: YearGroup;
	youngPeople: number;
}

const delivered = Prisma.sql`"Session" s
	JOIN "CloseOut" c ON c."sessionId" = s."id" AND c."current" AND c."outcome" = 'delivered'`;

/**
 * Delivered sessions with everything they are counted under.
 * @param which a condition on "Session" s
 */
export async function readCounted(reader: Reader, which: Prisma.Sql): Promise<CountedRow[]> {
	const sessions = await reader.$queryRaw<
		Omit<CountedRow, "heads" | "agencyIds" | "imported">[]
	>(Prisma.sql`
		SELECT s."id", s."importId", s."venueId", s."localDate", s."programmeId", s."teamId",
			f."themeId", f."districtCode", f."phase", f."venueType",
			COALESCE(c."counted", ${NONE}) AS "counted", c."youngPeople", c."adults"
		FROM ${delivered} JOIN "CountedSession" f ON f."sessionId" = s."id" WHERE ${which}`);
	const heads = await reader.$queryRaw<Head[]>(Prisma.sql`
		SELECT s."id" AS "sessionId", h."yearGroup", h."youngPeople" FROM ${delivered}
		JOIN "Headcount" h ON h."closeOutId" = c."id" AND h."youngPeople" > 0 WHERE ${which}`);
	const agencies = await reader.$queryRaw<{ sessionId: string; agencyId: string }[]>(Prisma.sql`
		SELECT a."sessionId", a."agencyId" FROM ${delivered}
		JOIN "CountedAgency" a ON a."sessionId" = s."id" WHERE ${which}`);
	const headsOf = groupedBy(heads, ({ sessionId }) => sessionId);
	const agenciesOf = groupedBy(agencies, ({ sessionId }) => sessionId);
	return sessions.map((session) => ({
		...session,
		imported: session.importId !== null,
		heads: headsOf.get(session.id) ?? [],
		agencyIds: (agenciesOf.get(session.id) ?? []).map(({ agencyId }) => agencyId),
	}));
}
