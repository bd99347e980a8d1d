import { groupedBy } from "#app/domain/grouped-by.ts";
import type { ChosenFilter } from "#app/domain/sessions/filter-choices.ts";
import {
	type SessionStatus,
	type ShownStatus,
	shownStatusOf,
} from "#app/domain/sessions/status.ts";
import { sortYearGroups, type YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";

/** One session as lists and files show it. */
export interface ListedSession {
	id: string;
	reference: string;
	startsAt: Date;
	endsAt: Date;
	localDate: string;
	status: ShownStatus;
	theme: string;
	programme: string;
	venue: string;
	district: string | null;
	team: string;
	/** Brought in from a file of past sessions. */
	imported: boolean;
	/** Who delivers; the first leads. */
	people: string[];
	/** Those who came, when that is recorded; else those booked. */
	yearGroups: YearGroup[];
	expectedYoungPeople: number;
	/** What came, when delivered; of one year group only where the filter names one. */
	figures: { youngPeople: number; adults: number; counted: string | null } | null;
}

interface Row {
	id: string;
	reference: string;
	startsAt: Date;
	endsAt: Date;
	localDate: string;
	status: SessionStatus;
	expectedYoungPeople: number;
	importId: string | null;
	theme: string;
	programme: string;
	venue: string;
	district: string | null;
	team: string;
	closeOutId: string | null;
	youngPeople: number;
	adults: number;
	counted: string | null;
}

/** What several rows of a session say of it. */
interface Many {
	/** Booked. */
	yearGroups: string[];
	came: { yearGroup: string; youngPeople: number }[];
	people: string[];
}

/**
 * Sessions as lists and files show them, in the order of their ids.
 * why in SQL: Prisma's client keeps a plan for each list of ids that it was ever asked for, and the
 * memory of a long file would grow with its lines.
 */
export async function readListed(
	reader: Reader,
	ids: readonly string[],
	{ chosen, now }: { chosen: ChosenFilter; now: Date },
): Promise<ListedSession[]> {
	if (ids.length === 0) return [];
	const those = Prisma.sql`IN (${Prisma.join([...ids])})`;
	const [rows, yearGroups, came, people] = await Promise.all([
		readRows(reader, those),
		reader.$queryRaw<{ sessionId: string; yearGroup: string }[]>(Prisma.sql`
			SELECT "sessionId", "yearGroup" FROM "SessionYearGroup" WHERE "sessionId" ${those}`),
		reader.$queryRaw<{ sessionId: string; yearGroup: string; youngPeople: number }[]>(Prisma.sql`
			SELECT c."sessionId", h."yearGroup", h."youngPeople" FROM "CloseOut" c
			JOIN "Headcount" h ON h."closeOutId" = c."id" AND h."youngPeople" > 0
			WHERE c."sessionId" ${those} AND c."current"`),
		reader.$queryRaw<{ sessionId: string; name: string }[]>(Prisma.sql`
			SELECT a."sessionId", p."name" FROM "Assignment" a
			JOIN "Person" p ON p."id" = a."personId"
			WHERE a."sessionId" ${those} ORDER BY a."lead" DESC, a."id"`),
	]);
	const found = new Map(rows.map((row) => [row.id, row]));
	const sessionOf = ({ sessionId }: { sessionId: string }) => sessionId;
	const groupsOf = groupedBy(yearGroups, sessionOf);
	const cameTo = groupedBy(came, sessionOf);
	const peopleOf = groupedBy(people, sessionOf);
	return ids.flatMap((id) => {
		const row = found.get(id);
		if (!row) return [];
		const many = {
			yearGroups: (groupsOf.get(id) ?? []).map(({ yearGroup }) => yearGroup),
			came: cameTo.get(id) ?? [],
			people: (peopleOf.get(id) ?? []).map(({ name }) => name),
		};
		return [listedOf(row, many, chosen.filter.yearGroup, now)];
	});
}

/** why two themes and districts: a closed-out session is listed under what it is counted under. */
function readRows(reader: Reader, those: Prisma.Sql): Promise<Row[]> {
	return reader.$queryRaw<Row[]>(Prisma.sql`
		SELECT s."id", s."reference", s."startsAt", s."endsAt", s."localDate", s."status",
			s."expectedYoungPeople", s."importId", COALESCE(ft."name", t."name") AS "theme",
			p."name" AS "programme", v."name" AS "venue", team."name" AS "team",
			CASE WHEN f."sessionId" IS NULL THEN d."name" ELSE fd."name" END AS "district",
			c."id" AS "closeOutId", c."youngPeople", c."adults", c."counted"
		FROM "Session" s
		JOIN "Programme" p ON p."id" = s."programmeId"
		JOIN "Theme" t ON t."id" = p."themeId"
		JOIN "Venue" v ON v."id" = s."venueId"
		JOIN "Team" team ON team."id" = s."teamId"
		LEFT JOIN "District" d ON d."code" = v."districtCode"
		LEFT JOIN "CountedSession" f ON f."sessionId" = s."id"
		LEFT JOIN "Theme" ft ON ft."id" = f."themeId"
		LEFT JOIN "District" fd ON fd."code" = f."districtCode"
		LEFT JOIN "CloseOut" c ON c."sessionId" = s."id" AND c."current"
		WHERE s."id" ${those}`);
}

function listedOf(row: Row, many: Many, yearGroup: string | undefined, now: Date): ListedSession {
	const { closeOutId, importId, youngPeople, adults, counted, ...own } = row;
	const { came } = many;
	const delivered = row.status === "delivered";
	const groups =
		delivered && came.length > 0 ? came.map((head) => head.yearGroup) : many.yearGroups;
	const ofGroup = came.find((head) => head.yearGroup === yearGroup)?.youngPeople ?? 0;
	return {
		...own,
		status: shownStatusOf(row, now),
		imported: importId !== null,
		people: many.people,
		yearGroups: sortYearGroups(groups.map((group) => group as YearGroup)),
		figures:
			delivered && closeOutId !== null
				? { youngPeople: yearGroup === undefined ? youngPeople : ofGroup, adults, counted }
				: null,
	};
}
