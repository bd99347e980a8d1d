import { pipeline, Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { Log } from "#app/gateways/log.ts";
import { describeError } from "./describe-error.ts";

type Cell = string | number | null;

interface CsvFile {
	/** Without its ending. */
	name: string;
	columns: readonly string[];
	rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

/**
 * A CSV file as it is made, row by row: never all of it in memory. UTF-8 with a mark, by which Excel
 * knows it; a text that a spreadsheet would take for a formula is defused by an apostrophe.
 */
export function csvResponse(log: Log, { name, columns, rows }: CsvFile): Response {
	const lines = stringify({
		header: true,
		columns: [...columns],
		bom: true,
		escape_formulas: true,
	});
	pipeline(Readable.from(rows), lines, (error) => {
		// why here: the answer has begun, and all its reader gets to know is that it broke off.
		if (error && !leftEarly(error)) log.error(describeError(error), "file broke off");
	});
	return new Response(Readable.toWeb(lines) as ReadableStream, {
		headers: {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="${name}.csv"`,
		},
	});
}

/** The reader closed the page, which is no mistake of ours. */
function leftEarly(error: NodeJS.ErrnoException): boolean {
	return error.code === "ERR_STREAM_PREMATURE_CLOSE" || error.name === "AbortError";
}

/** Says why there is no file, to a person or a program. */
export function csvRefusal(errors: readonly { message: string }[]): Response {
	const lines = errors.map(({ message }) => `${message}\n`).join("");
	return new Response(lines, {
		status: 422,
		headers: { "Content-Type": "text/plain; charset=utf-8" },
	});
}
