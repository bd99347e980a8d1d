import { describe, expect, it } from "vitest";
import type { CsvRecord } from "#app/domain/imports/csv-record.ts";
import { FileRefused } from "#app/domain/imports/file-refusal.ts";
import { indexVenues } from "#app/domain/imports/match-venue.ts";
import { beginCheck, noDecisions, type OldFacts } from "#app/domain/imports/old-check.ts";
import { guessColumns } from "#app/domain/imports/old-columns.ts";
import { readOldRow } from "#app/domain/imports/old-row.ts";
import { RegisterReading } from "#app/domain/imports/register-reading.ts";
import { aSmallRegister, aSmallSheet, dice, mutate } from "#tests/factories/mutated-files.ts";
import { inPieces } from "#tests/factories/register-file.ts";
import { readOldFile } from "./old-file.ts";
import { readRegisterFile } from "./register-file.ts";

const FILES = 5_000;
/** Milliseconds, also on a machine that does much else. */
const LIMIT = 60_000;

/** The records of a file, or the reason for which it is refused; everything else is thrown. */
async function readAll(batches: AsyncIterable<CsvRecord[]>): Promise<CsvRecord[] | string> {
	const records: CsvRecord[] = [];
	try {
		for await (const batch of batches) records.push(...batch);
		return records;
	} catch (error) {
		if (error instanceof FileRefused) return error.refusal.reason;
		throw error;
	}
}

/** Lines of a file, whatever ends them. */
const linesOf = (file: Buffer) => file.toString("latin1").split(/\r\n|\r|\n/).length;

function expectLines(file: Buffer, lines: readonly number[]): void {
	const rising = lines.every((line, at) => at === 0 || line > (lines[at - 1] ?? 0));
	const within = lines.every((line) => line >= 1 && line <= linesOf(file) + 1);
	if (!rising || !within) throw new Error(`Lines ${lines.join(", ")} of ${linesOf(file)}`);
}

describe("files that something happened to", () => {
	it(
		`are read or refused with the reason, never more: ${FILES} registers`,
		async () => {
			const whole = aSmallRegister();
			const seen = new Map<string, number>();
			for (let seed = 0; seed < FILES; seed += 1) {
				const file = mutate(whole, dice(seed));
				const records = await readAll(readRegisterFile(inPieces(file, 3000)));
				const outcome = typeof records === "string" ? records : readRegister(file, records);
				seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
			}
			expect([...seen.keys()]).toEqual(
				expect.arrayContaining(["read", "empty", "missing_headers", "truncated", "unclosed_quote"]),
			);
			expect([...seen.keys()]).toEqual(
				expect.arrayContaining(["wrong_encoding", "not_csv", "zip", "line_too_long", "no_rows"]),
			);
		},
		LIMIT,
	);

	it(
		`are read or refused with the reason, never more: ${FILES} spreadsheets`,
		async () => {
			const whole = aSmallSheet();
			const seen = new Map<string, number>();
			for (let seed = 0; seed < FILES; seed += 1) {
				const file = mutate(whole, dice(seed + FILES));
				const records = await readAll(readOldFile(inPieces(file, 3000)));
				const outcome = typeof records === "string" ? records : checkSheet(records);
				seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
			}
			expect([...seen.keys()]).toEqual(
				expect.arrayContaining(["checked", "empty", "zip", "not_csv", "unclosed_quote"]),
			);
		},
		LIMIT,
	);
});

function readRegister(file: Buffer, records: readonly CsvRecord[]): string {
	const reading = new RegisterReading({ laCodes: [], typeGroups: [], closedSince: null });
	try {
		const kept = records.flatMap((record) => reading.add(record) ?? []);
		reading.end();
		expectLines(
			file,
			kept.map(({ line }) => line),
		);
		return "read";
	} catch (error) {
		if (error instanceof FileRefused) return error.refusal.reason;
		throw error;
	}
}

const venue = { town: "Maldon", openDate: null, closeDate: null, successorId: null };
const facts: OldFacts = {
	venues: indexVenues([
		{ ...venue, id: "a", urn: "900001", name: "Saltmarsh Academy", postcode: "CM9 0ZZ" },
		{ ...venue, id: "b", urn: "900002", name: "Saltmarsh Primary School", postcode: "CM9 0ZZ" },
	]),
	programmes: [{ id: "p", name: "Choices", slug: "choices", lengthMinutes: 60 }],
	usualProgramme: null,
	standing: [],
	today: "2026-11-25",
	zone: "Europe/London",
};

/** Reads and checks what is left of a sheet; whatever is ready has to be a session that can be. */
function checkSheet([header, ...records]: readonly CsvRecord[]): string {
	const columns = guessColumns(header?.cells ?? []);
	const rows = records.flatMap(({ line, cells }) => {
		const row = readOldRow(cells, { columns, counted: "counted" });
		return row ? [{ line, row }] : [];
	});
	const checking = beginCheck(
		rows.map(({ row }) => row),
		facts,
		{ ...noDecisions, dateOrder: "day" },
	);
	for (const { line, row } of rows) {
		const { outcome, session, problems } = checking.check(line, row);
		if (outcome === "error" && problems.length === 0) throw new Error("A mistake without words");
		if (outcome === "ready" && !(session && session.startsAt < session.endsAt)) {
			throw new Error("Ready, and no session");
		}
	}
	return "checked";
}
