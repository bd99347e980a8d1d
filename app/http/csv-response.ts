import { pipeline, Readable } from "node:stream";
import { stringify } from "csv-stringify";

type Cell = string | number | null;

/**
 * A CSV file as it is made, row by row: never all of it in memory. UTF-8 with a mark, by which Excel
 * knows it; a text that a spreadsheet would take for a formula is defused by an apostrophe.
 * @param name of the file, without its ending
 */
export function csvResponse(
	name: string,
	columns: readonly string[],
	rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): Response {
	const lines = stringify({
		header: true,
		columns: [...columns],
		bom: true,
		escape_formulas: true,
	});
	// why no handler: what breaks one end breaks the other, and so the download.
	pipeline(Readable.from(rows), lines, () => {});
	return new Response(Readable.toWeb(lines) as ReadableStream, {
		headers: {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="${name}.csv"`,
		},
	});
}

/** Says why there is no file, to a person or a program. */
export function csvRefusal(errors: readonly { message: string }[]): Response {
	const lines = errors.map(({ message }) => `${message}\n`).join("");
	return new Response(lines, {
		status: 422,
		headers: { "Content-Type": "text/plain; charset=utf-8" },
	});
}
