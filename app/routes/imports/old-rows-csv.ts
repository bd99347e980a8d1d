import type { Reader } from "#app/data/database.ts";
import { eachImportRows, type ImportRecord } from "#app/data/imports.ts";
import type { OldFileResult, OldRowDetail } from "#app/domain/imports/old-file.ts";
import { oldOutcomeWords } from "./old-words.ts";

const BATCH = 200;

/** Rows of a spreadsheet as they stand in it, each with its line and what is wrong before them. */
export function oldRowsCsv(reader: Reader, { id, result }: ImportRecord, show: string) {
	if (!(show in oldOutcomeWords)) return null;
	const { headers = [] } = result as Partial<OldFileResult>;
	return { columns: ["line", "what_is_wrong", ...headers], rows: each(reader, id, show) };
}

async function* each(reader: Reader, id: string, show: string) {
	for await (const batch of eachImportRows(reader, id, [show], BATCH)) {
		for (const { line, cells, detail } of batch) {
			const { problems = [], sameAs } = detail as Partial<OldRowDetail>;
			const wrong = sameAs ? [...problems, `Looks like ${sameAs}`] : problems;
			yield [line, wrong.join("; "), ...(cells as string[])];
		}
	}
}
