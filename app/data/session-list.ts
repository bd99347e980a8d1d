import type { ChosenFilter } from "#app/domain/sessions/filter-choices.ts";
import type { ListingView } from "#app/domain/sessions/session-filter.ts";
import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { type ListedSession, readListed } from "./listed-sessions.ts";
import { sessionWhere } from "./session-where.ts";

export const PAGE_SIZE = 50;
const EXPORT_BATCH = 200;

interface Query {
	chosen: ChosenFilter;
	now: Date;
}

/** A page of the sessions that a filter means, and how many there are in all. */
export async function listSessions(
	reader: Reader,
	{ chosen, now, sort, page }: Query & Pick<ListingView, "sort" | "page">,
): Promise<{ sessions: ListedSession[]; total: number }> {
	const where = sessionWhere(chosen, now);
	const [ids, total] = await Promise.all([
		reader.$queryRaw<{ id: string }[]>(Prisma.sql`
			SELECT s."id" FROM "Session" s
			JOIN "Programme" programme ON programme."id" = s."programmeId"
			JOIN "Team" team ON team."id" = s."teamId"
			JOIN "Venue" venue ON venue."id" = s."venueId"
			LEFT JOIN "CountedSession" f ON f."sessionId" = s."id"
			LEFT JOIN "District" district ON district."code" =
				CASE WHEN f."sessionId" IS NULL THEN venue."districtCode" ELSE f."districtCode" END
			WHERE ${where}
			ORDER BY ${orderBy(sort)}
			LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`),
		countSessions(reader, { chosen, now }),
	]);
	const sessions = await readListed(
		reader,
		ids.map(({ id }) => id),
		{ chosen, now },
	);
	return { sessions, total };
}

/** How many sessions a filter means. */
export async function countSessions(reader: Reader, { chosen, now }: Query): Promise<number> {
	const [counted] = await reader.$queryRaw<{ total: bigint }[]>(
		Prisma.sql`SELECT COUNT(*) AS "total" FROM "Session" s WHERE ${sessionWhere(chosen, now)}`,
	);
	return Number(counted?.total ?? 0);
}

// Fixed texts of ours, picked by a key that was checked: nothing from an address is in them.
const columns: Record<string, string> = {
	date: `s."startsAt"`,
	programme: `programme."name"`,
	venue: `venue."searchText"`,
	district: `district."position"`,
	team: `team."name"`,
	status: `s."status"`,
	expected: `s."expectedYoungPeople"`,
};

function orderBy(sort: ListingView["sort"]): Prisma.Sql {
	const down = sort.startsWith("-");
	const column = columns[sort.replace(/^-/, "")] ?? columns.date;
	// why NULLS: the engines disagree on where a venue without a district belongs.
	const first = `${column} ${down ? "DESC" : "ASC"} NULLS LAST`;
	return Prisma.raw(`${first}, s."startsAt" ${down ? "DESC" : "ASC"}, s."id" ASC`);
}

export interface Cursor {
	id: string;
	startsAt: Date;
}

/** The next references that a filter means, in order of time, and where to go on; null at the end. */
export async function nextReferences(
	reader: Reader,
	{ chosen, now, after, limit }: Query & { after: Cursor | null; limit: number },
): Promise<{ references: string[]; next: Cursor | null }> {
	const rows = await reader.$queryRaw<(Cursor & { reference: string })[]>(Prisma.sql`
		SELECT s."id", s."startsAt", s."reference" FROM "Session" s
		WHERE ${sessionWhere(chosen, now)} ${after ? later(after) : Prisma.empty}
		ORDER BY s."startsAt", s."id" LIMIT ${limit + 1}`);
	const page = rows.slice(0, limit);
	const last = page.at(-1);
	return {
		references: page.map(({ reference }) => reference),
		next: rows.length > limit && last ? { id: last.id, startsAt: last.startsAt } : null,
	};
}

/**
 * All sessions that a filter means, in order of time, some hundreds in memory at once.
 * why by cursor: an offset would skip or repeat one when a session is booked while the file is made.
 * why by day first: days follow one another as moments do, and an index has both in that order, so
 * that each part is found without sorting the rest.
 */
export async function* exportSessions(
	reader: Reader,
	{ chosen, now }: Query,
): AsyncGenerator<ListedSession> {
	const where = sessionWhere(chosen, now);
	let after: Place | undefined;
	for (;;) {
		const batch: Place[] = await reader.$queryRaw<Place[]>(Prisma.sql`
			SELECT s."id", s."startsAt", s."localDate" FROM "Session" s
			WHERE ${where} ${after ? behind(after) : Prisma.empty}
			ORDER BY s."localDate", s."startsAt", s."id" LIMIT ${EXPORT_BATCH}`);
		yield* await readListed(
			reader,
			batch.map(({ id }) => id),
			{ chosen, now },
		);
		after = batch.at(-1);
		if (batch.length < EXPORT_BATCH) return;
	}
}

interface Place extends Cursor {
	localDate: string;
}

function behind({ localDate, startsAt, id }: Place): Prisma.Sql {
	return Prisma.sql`AND (s."localDate", s."startsAt", s."id") > (${localDate}, ${startsAt}, ${id})`;
}

function later({ id, startsAt }: Cursor): Prisma.Sql {
	return Prisma.sql`AND (s."startsAt" > ${startsAt} OR (s."startsAt" = ${startsAt} AND s."id" > ${id}))`;
}
