import type { VenueQuery } from "#app/domain/venues/venue-search.ts";
import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";

const EXPORT_BATCH = 200;

export interface VenueConditions {
	query: VenueQuery;
	districtCode?: string | null;
	kind?: string | null;
	phase?: string | null;
	retired: "include" | "exclude";
	/** Only places of education. */
	schools?: boolean;
}

export interface VenueFilter extends VenueConditions {
	/** From 1. */
	page: number;
	pageSize: number;
}

export interface VenueRow {
	id: string;
	urn: string | null;
	name: string;
	kind: string;
	phase: string | null;
	town: string;
	postcode: string;
	districtName: string | null;
	retiredAt: Date | null;
	/** Local date of the last delivered session; null for never. */
	lastDelivered: string | null;
	/** Contacts in use. */
	contacts: number;
}

/** Places that strangers may find; of those where young people meet otherwise they are not told. */
export const schoolKinds = ["school", "college", "alternative_provision"];

export interface VenuePage {
	venues: VenueRow[];
	total: number;
}

/**
 * Venues that have every word of the query: open ones first, of these the one whose URN or postcode
 * was typed whole, then by name.
 */
export async function searchVenues(reader: Reader, filter: VenueFilter): Promise<VenuePage> {
	const where = conditionsOf(filter);
	const [found, counted] = await Promise.all([
		reader.$queryRaw<{ id: string }[]>`
			SELECT "id" FROM "Venue" WHERE ${where}
			ORDER BY "retiredAt" IS NOT NULL, ${exactness(filter.query)}, "searchText", "id"
			LIMIT ${filter.pageSize} OFFSET ${(filter.page - 1) * filter.pageSize}`,
		reader.$queryRaw<{ total: bigint | number }[]>`
			SELECT COUNT(*) AS "total" FROM "Venue" WHERE ${where}`,
	]);
	const ids = found.map(({ id }) => id);
	return { venues: await readRows(reader, ids), total: Number(counted[0]?.total ?? 0) };
}

/**
 * The ids of all venues that a filter means, by name, a batch at a time. why by cursor: an offset
 * would skip or repeat one when a venue is added while the file is made.
 */
export async function* eachVenueIds(
	reader: Reader,
	filter: VenueConditions,
): AsyncGenerator<string[]> {
	const where = conditionsOf(filter);
	let after: { id: string; searchText: string } | undefined;
	for (;;) {
		const later = after
			? Prisma.sql`AND ("searchText" > ${after.searchText} OR ("searchText" = ${after.searchText} AND "id" > ${after.id}))`
			: Prisma.empty;
		const batch: { id: string; searchText: string }[] = await reader.$queryRaw`
			SELECT "id", "searchText" FROM "Venue" WHERE ${where} ${later}
			ORDER BY "searchText", "id" LIMIT ${EXPORT_BATCH}`;
		if (batch.length > 0) yield batch.map(({ id }) => id);
		after = batch.at(-1);
		if (batch.length < EXPORT_BATCH) return;
	}
}

function conditionsOf(filter: VenueConditions): Prisma.Sql {
	const { query, districtCode, kind, phase, retired, schools } = filter;
	// why no escaping: a term has letters and digits only (searchWords).
	const conditions = query.terms.map((term) => Prisma.sql`"searchText" LIKE ${`%${term}%`}`);
	if (districtCode) conditions.push(Prisma.sql`"districtCode" = ${districtCode}`);
	if (kind) conditions.push(Prisma.sql`"kind" = ${kind}`);
	if (phase) conditions.push(Prisma.sql`"phase" = ${phase}`);
	if (retired === "exclude") conditions.push(Prisma.sql`"retiredAt" IS NULL`);
	if (schools) conditions.push(Prisma.sql`"kind" IN (${Prisma.join(schoolKinds)})`);
	return conditions.length === 0 ? Prisma.sql`1 = 1` : Prisma.join(conditions, " AND ");
}

function exactness({ urn, postcode }: VenueQuery): Prisma.Sql {
	if (urn !== null) return Prisma.sql`CASE WHEN "urn" = ${urn} THEN 0 ELSE 1 END`;
	if (postcode !== null) return Prisma.sql`CASE WHEN "postcode" = ${postcode} THEN 0 ELSE 1 END`;
	// why not a plain number: ORDER BY takes that for a column's place.
	return Prisma.sql`CASE WHEN 1 = 1 THEN 0 END`;
}

async function readRows(reader: Reader, ids: readonly string[]): Promise<VenueRow[]> {
	const [rows, dates] = await Promise.all([
		reader.venue.findMany({
			where: { id: { in: [...ids] } },
			select: {
				id: true,
				urn: true,
				name: true,
				kind: true,
				phase: true,
				town: true,
				postcode: true,
				retiredAt: true,
				district: { select: { name: true } },
				_count: { select: { contacts: { where: { retiredAt: null } } } },
			},
		}),
		lastDelivered(reader, ids),
	]);
	const byId = new Map(
		rows.map(({ district, _count, ...row }) => [
			row.id,
			{
				...row,
				districtName: district?.name ?? null,
				lastDelivered: dates.get(row.id) ?? null,
				contacts: _count.contacts,
			},
		]),
	);
	return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The local date of the last delivered session at each of these venues that had one. */
async function lastDelivered(
	reader: Reader,
	ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
	const last = await reader.session.groupBy({
		by: ["venueId"],
		where: { venueId: { in: [...ids] }, status: "delivered" },
		_max: { localDate: true },
	});
	return new Map(last.map(({ venueId, _max }) => [venueId, _max.localDate]));
}

/** Venues by id with their district and when they last had a session, in the order of the ids. */
export async function readVenuesToExport(reader: Reader, ids: readonly string[]) {
	const [rows, dates] = await Promise.all([
		reader.venue.findMany({
			where: { id: { in: [...ids] } },
			include: { district: { select: { name: true } } },
		}),
		lastDelivered(reader, ids),
	]);
	const byId = new Map(rows.map((row) => [row.id, row]));
	return ids.flatMap((id) => {
		const row = byId.get(id);
		return row ? [{ ...row, lastDelivered: dates.get(id) ?? null }] : [];
	});
}
