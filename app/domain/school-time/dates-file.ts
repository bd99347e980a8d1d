import type { CsvRecord } from "#app/domain/imports/csv-record.ts";
import type { FileRefusal } from "#app/domain/imports/file-refusal.ts";
import { readHeader } from "#app/domain/imports/header.ts";
import { nameKey } from "#app/domain/names.ts";
import { schoolDateKinds } from "./date-kinds.ts";
import { schoolDateInput } from "./school-date-input.ts";
import {
	type DateFamily,
	familyOf,
	overlapping,
	type SchoolDate,
	yearOfDates,
} from "./school-dates.ts";

export const datesFileColumns = [
	"local_authority",
	"urn",
	"kind",
	"name",
	"from",
	"to",
	"year_groups",
] as const;

export const MAX_DATES_ROWS = 2000;

/** Whose dates they are: an authority's, or one school's. */
export type Owner = { laCode: string; venueId: null } | { laCode: null; venueId: string };

export interface KnownOwners {
	authorities: readonly { code: string; name: string }[];
	schools: readonly { urn: string; id: string; name: string }[];
}

/** All that a file says of one owner, one family and one academic year: what goes instead. */
export interface DatesOfYear {
	owner: Owner;
	ownerName: string;
	family: DateFamily;
	/** The academic year, by the calendar year in which it starts. */
	year: number;
	dates: SchoolDate[];
}

export interface LineError {
	line: number;
	message: string;
}

export type ReadDatesFile =
	| { ok: true; parts: DatesOfYear[] }
	| { ok: false; refusal: FileRefusal }
	| { ok: false; errors: LineError[] };

/** A file of dates as a whole: every line understood, or what is wrong with each. Writes nothing. */
export function readDatesFile(records: readonly CsvRecord[], known: KnownOwners): ReadDatesFile {
	const [header, ...rows] = records;
	if (!header) return { ok: false, refusal: { reason: "empty" } };
	const columns = readHeader(header.cells, datesFileColumns);
	if (!columns.ok) return columns;
	if (rows.length === 0) return { ok: false, refusal: { reason: "no_rows" } };
	if (rows.length > MAX_DATES_ROWS) {
		return { ok: false, refusal: { reason: "too_many_rows", max: MAX_DATES_ROWS } };
	}
	const parts = new Map<string, DatesOfYear>();
	const errors: LineError[] = [];
	for (const { line, cells } of rows) {
		const cell = (name: (typeof datesFileColumns)[number]) =>
			(cells[columns.at[name]] ?? "").trim();
		if (cells.every((text) => text.trim() === "")) continue;
		const read = readRow(cell, known);
		if (!read.ok) errors.push({ line, message: read.message });
		else {
			const message = add(parts, read);
			if (message) errors.push({ line, message });
		}
	}
	return errors.length > 0 ? { ok: false, errors } : { ok: true, parts: [...parts.values()] };
}

interface Row {
	owner: Owner;
	ownerName: string;
	dates: SchoolDate;
}

function readRow(cell: (name: (typeof datesFileColumns)[number]) => string, known: KnownOwners) {
	const owner = ownerOf(cell("local_authority"), cell("urn"), known);
	if (!owner.ok) return owner;
	const parsed = schoolDateInput.safeParse({
		kind: cell("kind").toLowerCase().replaceAll(/[ -]/g, "_"),
		name: cell("name"),
		from: cell("from"),
		to: cell("to"),
		yearGroups: cell("year_groups")
			.split(/[ ;,]+/)
			.filter((code) => code !== ""),
	});
	if (parsed.success) return { ...owner, dates: parsed.data };
	return { ok: false as const, message: messageOf(parsed.error.issues) };
}

function messageOf(issues: readonly { path: PropertyKey[]; message: string }[]): string {
	const [first] = issues;
	if (first?.path[0] === "kind") return `Write the kind as ${schoolDateKinds.join(", ")}`;
	if (first?.path[0] === "yearGroups") return "Write the year groups like Y11 Y13";
	return first?.message ?? "Write this line again";
}

function ownerOf(
	authority: string,
	urn: string,
	{ authorities, schools }: KnownOwners,
): ({ ok: true } & Omit<Row, "dates">) | { ok: false; message: string } {
	if (urn !== "") {
		const school = schools.find((one) => one.urn === urn);
		if (!school) return { ok: false, message: `No school on record has the URN ${urn}` };
		return { ok: true, owner: { laCode: null, venueId: school.id }, ownerName: school.name };
	}
	if (authority === "") return { ok: false, message: "Write a local authority, or a school's URN" };
	const found = authorities.find(
		({ code, name }) => code === authority || nameKey(name) === nameKey(authority),
	);
	if (!found) {
		return { ok: false, message: `No place on record is in the local authority ${authority}` };
	}
	return { ok: true, owner: { laCode: found.code, venueId: null }, ownerName: found.name };
}

/** Puts a row to those it belongs with; what speaks against it, or null. */
function add(parts: Map<string, DatesOfYear>, { owner, ownerName, dates }: Row): string | null {
	const family = familyOf(dates.kind);
	const year = yearOfDates(dates);
	const ownerKey = owner.laCode ?? owner.venueId;
	const key = `${ownerKey} ${family} ${year}`;
	const part = parts.get(key) ?? { owner, ownerName, family, year, dates: [] };
	const others = [...parts.values()]
		.filter((one) => (one.owner.laCode ?? one.owner.venueId) === ownerKey)
		.flatMap((one) => one.dates);
	const other = overlapping(dates, others);
	if (other) return overlapMessage(other);
	parts.set(key, { ...part, dates: [...part.dates, dates] });
	return null;
}

/** Said where two dates of one kind share a day. */
export function overlapMessage({
	name,
	from,
	to,
}: Pick<SchoolDate, "name" | "from" | "to">): string {
	const days = from === to ? from : `${from} to ${to}`;
	return `These days overlap with ${name}, ${days}: change one of the two`;
}
