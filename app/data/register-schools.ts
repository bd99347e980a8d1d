import type { StandingSchool } from "#app/domain/imports/register-difference.ts";
import type { RegisterSchool } from "#app/domain/imports/register-row.ts";
import { venueSearchText } from "#app/domain/venues/venue-search.ts";
import type { Reader, Transaction } from "./database.ts";
import type { Engine } from "./engine.ts";
import { insertMany } from "./insert-many.ts";
import { amongTexts, updateMany } from "./update-many.ts";

const schoolColumns = {
	name: "text",
	kind: "text",
	phase: "text",
	registerStatus: "text",
	laCode: "text",
	laName: "text",
	establishmentNumber: "text",
	typeName: "text",
	typeGroup: "text",
	openDate: "text",
	closeDate: "text",
	lowAge: "integer",
	highAge: "integer",
	sixthForm: "boolean",
	pupils: "integer",
	fsmPercent: "real",
	street: "text",
	locality: "text",
	town: "text",
	county: "text",
	postcode: "text",
	website: "text",
	telephone: "text",
	districtCode: "text",
	easting: "integer",
	northing: "integer",
	latitude: "real",
	longitude: "real",
	registerChanged: "text",
} as const satisfies Record<keyof Omit<RegisterSchool, "urn">, string>;

const changedColumns = {
	id: "text",
	...schoolColumns,
	searchText: "text",
	retiredAt: "instant",
} as const;

const selected = ["id", "urn", "retiredAt", "successorId", ...Object.keys(schoolColumns)];

/** A venue that the register knows, and since when it is retired. */
export interface KnownSchool extends StandingSchool {
	retiredAt: Date | null;
}

type KnownRow = Omit<KnownSchool, "retired" | "booked">;

/**
 * The venues that have these URNs, by URN. why SQL: a list of five hundred makes Prisma compile a
 * query anew each time, which takes longer than the database does.
 * @param booked the venues at which sessions are still to happen
 */
export async function readKnownSchools(
	reader: Reader,
	engine: Engine,
	urns: readonly string[],
	booked: ReadonlySet<string>,
): Promise<Map<string, KnownSchool>> {
	const columns = selected.map((name) => `"${name}"`).join(", ");
	const sql = `SELECT ${columns} FROM "Venue" WHERE ${amongTexts(engine, "urn")}`;
	const rows = await reader.$queryRawUnsafe<KnownRow[]>(sql, JSON.stringify(urns));
	return new Map(
		rows.map((row) => {
			const retired = row.retiredAt !== null;
			return [row.urn, Object.assign(row, { retired, booked: booked.has(row.id) })];
		}),
	);
}

export interface SchoolWrite {
	id: string;
	school: RegisterSchool;
	retiredAt: Date | null;
}

function written({ id, school, retiredAt }: SchoolWrite) {
	return Object.assign({ id, searchText: venueSearchText(school), retiredAt }, school);
}

export async function insertSchools(
	tx: Transaction,
	writes: readonly SchoolWrite[],
): Promise<void> {
	await insertMany(tx, "Venue", writes.map(written));
}

/** Writes what the register says over what stands; what is the team's own stays. */
export async function updateSchools(
	tx: Transaction,
	engine: Engine,
	writes: readonly SchoolWrite[],
): Promise<void> {
	await updateMany(tx, engine, "Venue", changedColumns, writes.map(written));
}

export interface ListedSchool {
	id: string;
	urn: string;
	name: string;
	typeGroup: string;
	registerStatus: string | null;
	retiredAt: Date | null;
}

/** Schools of these local authorities that are in use as far as the register was last known to say. */
export async function readListedSchools(
	reader: Reader,
	laCodes: readonly string[],
): Promise<ListedSchool[]> {
	const rows = await reader.venue.findMany({
		where: {
			laCode: { in: [...laCodes] },
			urn: { not: null },
			OR: [
				{ registerStatus: { in: ["open", "closing"] } },
				{ registerStatus: "gone", retiredAt: null },
			],
		},
		select: {
			id: true,
			urn: true,
			name: true,
			typeGroup: true,
			registerStatus: true,
			retiredAt: true,
		},
		orderBy: { searchText: "asc" },
	});
	return rows.flatMap(({ urn, ...row }) => (urn === null ? [] : [{ ...row, urn }]));
}

const goneColumns = { id: "text", registerStatus: "text", retiredAt: "instant" } as const;

/** Marks schools that the register does not list any more, and retires them as given. */
export async function markGoneSchools(
	tx: Transaction,
	engine: Engine,
	schools: readonly { id: string; retiredAt: Date | null }[],
): Promise<void> {
	const rows = schools.map(({ id, retiredAt }) => ({ id, registerStatus: "gone", retiredAt }));
	await updateMany(tx, engine, "Venue", goneColumns, rows);
}

/** Remembers which school a closed one became. */
export async function linkSuccessors(
	tx: Transaction,
	engine: Engine,
	links: readonly { id: string; successorId: string }[],
): Promise<void> {
	await updateMany(tx, engine, "Venue", { id: "text", successorId: "text" }, links);
}

/** The venues at which sessions are still to happen. */
export async function readBookedVenueIds(reader: Reader, now: Date): Promise<Set<string>> {
	const rows = await reader.session.findMany({
		where: { endsAt: { gt: now }, status: { in: ["provisional", "confirmed"] } },
		select: { venueId: true },
		distinct: ["venueId"],
	});
	return new Set(rows.map(({ venueId }) => venueId));
}
