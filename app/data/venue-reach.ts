import type { ReachPart } from "#app/domain/reach/cells.ts";
import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { deliveredOnly, oneYearGroup, type ReachQuery, youngPeopleIn } from "./live-reach.ts";

export interface VenueReach extends ReachPart {
	name: string;
	/** As addresses name it: the URN where there is one. */
	code: string;
}

const AT_ONCE = 200;

interface VenueName {
	id: string;
	name: string;
	urn: string | null;
}

/** One page of the venues with delivered sessions, in the order of their names. */
export async function readVenuePage(
	reader: Reader,
	query: ReachQuery,
	{ page, size }: { page: number; size: number },
): Promise<VenueReach[]> {
	const skipped = Prisma.sql`OFFSET ${(page - 1) * size}`;
	const venues = await readNames(reader, query, { after: null, size, skipped });
	return withFigures(reader, query, venues);
}

/** All venues with delivered sessions, in the order of their names, some hundreds in memory. */
export async function* eachVenueReach(
	reader: Reader,
	query: ReachQuery,
): AsyncGenerator<VenueReach> {
	let after: VenueName | null = null;
	for (;;) {
		const part: VenueName[] = await readNames(reader, query, {
			after,
			size: AT_ONCE,
			skipped: Prisma.empty,
		});
		yield* await withFigures(reader, query, part);
		after = part.at(-1) ?? null;
		if (part.length < AT_ONCE) return;
	}
}

async function readNames(
	reader: Reader,
	query: ReachQuery,
	{ after, size, skipped }: { after: VenueName | null; size: number; skipped: Prisma.Sql },
): Promise<VenueName[]> {
	const later = after
		? Prisma.sql`AND (v."name", v."id") > (${after.name}, ${after.id})`
		: Prisma.empty;
	return reader.$queryRaw<VenueName[]>(Prisma.sql`
		SELECT v."id", v."name", v."urn" FROM "Venue" v
		WHERE EXISTS (SELECT 1 FROM "Session" s
			WHERE s."venueId" = v."id" AND ${deliveredOnly(query)}) ${later}
		ORDER BY v."name", v."id" LIMIT ${size} ${skipped}`);
}

async function withFigures(
	reader: Reader,
	query: ReachQuery,
	venues: readonly VenueName[],
): Promise<VenueReach[]> {
	if (venues.length === 0) return [];
	const ids = Prisma.join(venues.map(({ id }) => id));
	const parts = await readParts(reader, query, Prisma.sql`AND s."venueId" IN (${ids})`);
	const found = new Map(parts.map((part) => [part.key, part]));
	return venues.flatMap(({ id, name, urn }) => {
		const part = found.get(id);
		return part ? [{ ...part, name, code: urn ?? id }] : [];
	});
}

/** The figures of every venue, in no order: as many rows as there are venues. */
export async function readVenueParts(reader: Reader, query: ReachQuery): Promise<ReachPart[]> {
	return readParts(reader, query, Prisma.empty);
}

type Sent = Record<Exclude<keyof ReachPart, "key">, bigint | number | null> & { key: string };

async function readParts(
	reader: Reader,
	query: ReachQuery,
	which: Prisma.Sql,
): Promise<ReachPart[]> {
	const { yearGroup } = query.chosen.filter;
	const only =
		yearGroup === undefined ? Prisma.empty : Prisma.sql`AND h."yearGroup" = ${yearGroup}`;
	const sessions = Prisma.sql`"Session" s
		JOIN "CloseOut" c ON c."sessionId" = s."id" AND c."current"`;
	// why: an academic year goes by the year in which its September was.
	const year = Prisma.sql`CAST(substr(s."localDate", 1, 4) AS INTEGER)
		- CASE WHEN substr(s."localDate", 6, 2) < '09' THEN 1 ELSE 0 END`;
	const rows = await reader.$queryRaw<Sent[]>(Prisma.sql`
		SELECT t.*, e."estimatedDistinct" FROM (
			SELECT s."venueId" AS "key", COUNT(*) AS "sessions",
				SUM(${youngPeopleIn(yearGroup)}) AS "youngPeople", SUM(c."adults") AS "adults"
			FROM ${sessions} ${oneYearGroup(yearGroup)}
			WHERE ${deliveredOnly(query)} ${which}
			GROUP BY s."venueId"
		) t LEFT JOIN (
			SELECT m."venueId", SUM(m."largest") AS "estimatedDistinct" FROM (
				SELECT g."venueId", MAX(g."total") AS "largest" FROM (
					SELECT s."venueId", ${year} AS "year", h."yearGroup", s."programmeId",
						SUM(h."youngPeople") AS "total"
					FROM ${sessions} JOIN "Headcount" h ON h."closeOutId" = c."id" ${only}
					WHERE ${deliveredOnly(query)} ${which}
					GROUP BY s."venueId", ${year}, h."yearGroup", s."programmeId"
				) g GROUP BY g."venueId", g."year", g."yearGroup"
			) m GROUP BY m."venueId"
		) e ON e."venueId" = t."key"`);
	return rows.map(({ key, ...figures }) => ({
		key,
		sessions: Number(figures.sessions),
		youngPeople: Number(figures.youngPeople),
		adults: Number(figures.adults),
		estimatedDistinct: Number(figures.estimatedDistinct ?? 0),
	}));
}

/** Names and codes of some venues by id. */
export async function readVenueNames(reader: Reader, ids: readonly string[]) {
	const names = new Map<string, { name: string; code: string }>();
	for (let at = 0; at < ids.length; at += AT_ONCE) {
		const rows = await reader.venue.findMany({
			where: { id: { in: ids.slice(at, at + AT_ONCE) } },
			select: { id: true, name: true, urn: true },
		});
		for (const { id, name, urn } of rows) names.set(id, { name, code: urn ?? id });
	}
	return names;
}
