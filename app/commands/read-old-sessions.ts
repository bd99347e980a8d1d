import {
	changeImport,
	deleteImportRows,
	insertImportRows,
	type StagedRow,
} from "#app/data/imports.ts";
import type { CsvBatches, CsvRecord } from "#app/domain/imports/csv-record.ts";
import { FileRefused } from "#app/domain/imports/file-refusal.ts";
import { MOST_COLUMNS, MOST_ROWS } from "#app/domain/imports/old-file.ts";
import type { CommandContext } from "./command-context.ts";
import type { ImportJob } from "./import-job.ts";

const BATCH = 500;

/**
 * Reads a spreadsheet of past sessions as it is, cell by cell: which column holds what is for the
 * coordinator to say. The file must have been claimed for reading; afterwards its columns can be
 * chosen, or it is refused with the reason.
 */
export async function readOldSessions(
	{ database }: CommandContext,
	job: ImportJob,
	batches: CsvBatches,
): Promise<void> {
	const { importId, worker } = job;
	await database.transaction((tx) => deleteImportRows(tx, importId));
	try {
		const records = await readAll(job, batches);
		const [header, ...rows] = records;
		if (!header) throw new FileRefused({ reason: "empty" });
		if (rows.length === 0) throw new FileRefused({ reason: "no_rows" });
		const headers = headersOf(header);
		const staged = rows.map((record, position) => stage(record, position, headers.length));
		const result = { headers, rows: staged.length };
		await database.transaction(async (tx) => {
			for (let at = 0; at < staged.length; at += BATCH) {
				await insertImportRows(tx, importId, staged.slice(at, at + BATCH));
			}
			const fields = { status: "columns", result, worker: null, spool: null } as const;
			await changeImport(tx, importId, ["reading"], fields, worker);
		});
	} catch (error) {
		if (!(error instanceof FileRefused)) throw error;
		const { refusal } = error;
		const fields = { status: "refused", result: { refusal }, worker: null, spool: null } as const;
		await database.transaction((tx) => changeImport(tx, importId, ["reading"], fields, worker));
	}
}

async function readAll(job: ImportJob, batches: CsvBatches): Promise<CsvRecord[]> {
	const records: CsvRecord[] = [];
	for await (const batch of batches) {
		job.signal.throwIfAborted();
		for (const record of batch) {
			if (record.cells.some((cell) => cell.trim() !== "")) records.push(record);
		}
		if (records.length > MOST_ROWS + 1) {
			throw new FileRefused({ reason: "too_many_rows", max: MOST_ROWS });
		}
	}
	return records;
}

/** Spreadsheets trail empty columns behind them; a column without a name in between keeps its place. */
function headersOf({ cells }: CsvRecord): string[] {
	const last = cells.findLastIndex((cell) => cell.trim() !== "");
	return cells
		.slice(0, Math.min(last + 1, MOST_COLUMNS))
		.map((cell) => cell.trim().replace(/\s+/g, " ").slice(0, 200));
}

function stage({ line, cells }: CsvRecord, position: number, width: number): StagedRow {
	return { position, line, outcome: "row", name: "", cells: cells.slice(0, width), detail: {} };
}
