import type { Transaction } from "#app/data/database.ts";
import {
	type OwnedDates,
	readAuthorities,
	readSchoolDates,
	readSchoolsByUrn,
} from "#app/data/school-time.ts";
import { deleteSchoolDates, insertSchoolDates } from "#app/data/write-school-time.ts";
import type { CsvRecord } from "#app/domain/imports/csv-record.ts";
import type { FileRefusal } from "#app/domain/imports/file-refusal.ts";
import {
	type DatesOfYear,
	type LineError,
	overlapMessage,
	readDatesFile,
} from "#app/domain/school-time/dates-file.ts";
import { familyOf, overlapping, yearOfDates } from "#app/domain/school-time/school-dates.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";
import { datesSubject, datesWords } from "./school-date-fields.ts";

/** What loading a file does, or would do, to the dates of one owner in one academic year. */
export interface LoadedPart {
	ownerName: string;
	family: DatesOfYear["family"];
	year: number;
	added: string[];
	removed: string[];
	kept: number;
}

export type LoadOutcome =
	| { ok: true; parts: LoadedPart[] }
	| { ok: false; refusal: FileRefusal }
	| { ok: false; errors: LineError[] };

/**
 * Loads a file of dates: what it says of an owner, a family and an academic year goes in place of
 * what is on record of them; what it does not name stays. All of it or nothing.
 * @param dryRun says what would happen and writes nothing
 */
export async function loadSchoolDates(
	context: CommandContext,
	records: readonly CsvRecord[],
	{ dryRun }: { dryRun: boolean },
): Promise<LoadOutcome> {
	return context.database.transaction(async (tx): Promise<LoadOutcome> => {
		const known = {
			authorities: await readAuthorities(tx),
			schools: await readSchoolsByUrn(tx, urnsIn(records)),
		};
		const file = readDatesFile(records, known);
		if (!file.ok) return file;
		const current = await readSchoolDates(tx);
		const changes = file.parts.map((part) => changeOf(part, current));
		const errors = changes.flatMap(({ part }) => neighbourErrors(part, current, file.parts));
		if (errors.length > 0) return { ok: false, errors };
		if (!dryRun) await write(tx, context, changes);
		return { ok: true, parts: changes.map(({ loaded }) => loaded) };
	});
}

/** why every cell: which of them is the URN's is for the reader of the file to say. */
function urnsIn(records: readonly CsvRecord[]): string[] {
	return records
		.flatMap(({ cells }) => cells.map((cell) => cell.trim()))
		.filter((cell) => /^\d{6}$/.test(cell));
}

function isOf({ owner, family, year }: DatesOfYear, dates: OwnedDates): boolean {
	return (
		dates.laCode === owner.laCode &&
		dates.venueId === owner.venueId &&
		familyOf(dates.kind) === family &&
		yearOfDates(dates) === year
	);
}

function changeOf(part: DatesOfYear, current: readonly OwnedDates[]) {
	const before = current.filter((dates) => isOf(part, dates));
	const wanted = new Map(part.dates.map((dates) => [datesWords(dates), dates]));
	const there = new Set(before.map(datesWords));
	const removed = before.filter((dates) => !wanted.has(datesWords(dates)));
	const added = [...wanted].filter(([text]) => !there.has(text));
	const loaded: LoadedPart = {
		ownerName: part.ownerName,
		family: part.family,
		year: part.year,
		added: added.map(([text]) => text),
		removed: removed.map(datesWords),
		kept: before.length - removed.length,
	};
	return { part, loaded, removed, added: added.map(([, dates]) => dates) };
}

/** Dates of the year before or after, which stay, may share no day with what comes. */
function neighbourErrors(
	part: DatesOfYear,
	current: readonly OwnedDates[],
	parts: readonly DatesOfYear[],
): LineError[] {
	const staying = current.filter(
		(dates) =>
			dates.laCode === part.owner.laCode &&
			dates.venueId === part.owner.venueId &&
			!parts.some((one) => isOf(one, dates)),
	);
	return part.dates.flatMap((dates) => {
		const other = overlapping(dates, staying);
		return other ? [{ line: 0, message: `${part.ownerName}: ${overlapMessage(other)}` }] : [];
	});
}

async function write(
	tx: Transaction,
	context: CommandContext,
	changes: readonly ReturnType<typeof changeOf>[],
): Promise<void> {
	await deleteSchoolDates(
		tx,
		changes.flatMap(({ removed }) => removed.map(({ id }) => id)),
	);
	await insertSchoolDates(
		tx,
		changes.flatMap(({ part: { owner }, added }) => added.map((dates) => ({ owner, dates }))),
	);
	for (const { part, loaded } of changes) {
		if (loaded.added.length + loaded.removed.length === 0) continue;
		await note(tx, context, datesSubject(part.owner), {
			what: "Dates loaded from a file",
			changes: [
				...loaded.removed.map((from) => ({ label: "Dates", from })),
				...loaded.added.map((to) => ({ label: "Dates", to })),
			],
		});
	}
}
