import { CsvError, type Options, type Parser, parse } from "csv-parse";
import type { CsvRecord } from "#app/domain/imports/csv-record.ts";
import { FileRefused } from "#app/domain/imports/file-refusal.ts";

export interface CsvOptions {
	/** How bytes become text; see fromLatin1 for what is written in Windows-1252. */
	encoding: "latin1" | "utf8";
	delimiter?: string;
	/** The longest record, in characters: an unclosed quote must not swallow a whole file. */
	longest: number;
}

/**
 * Reads CSV as it comes, in batches: never more than a piece of the file is held, and between two
 * pieces everybody else has a turn. Quotes in the middle of a cell are taken as they stand.
 * @throws FileRefused for a quote that is never closed and for a record longer than allowed
 */
export async function* readCsv(
	source: AsyncIterable<Uint8Array>,
	options: CsvOptions,
): AsyncGenerator<CsvRecord[]> {
	const records = new RecordParser(options);
	for await (const piece of source) {
		await records.write(piece);
		const batch = records.take();
		if (batch.length > 0) yield batch;
	}
	await records.end();
	const batch = records.take();
	if (batch.length > 0) yield batch;
}

/**
 * The parser, fed piece by piece. why on_record: records taken there need no place in the stream's
 * queue, which costs more than parsing them does.
 */
class RecordParser {
	readonly #parser: Parser;
	readonly #longest: number;
	#batch: CsvRecord[] = [];
	/** The line on which the last record ended; the parser's own count, and its count of empty ones. */
	#ended = 0;
	#counted = 0;
	#empty = 0;
	#error: Error | null = null;

	constructor({ encoding, delimiter = ",", longest }: CsvOptions) {
		this.#longest = longest;
		const options: Options = {
			encoding,
			delimiter,
			record_delimiter: ["\r\n", "\n", "\r"],
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: true,
			max_record_size: longest,
			bom: encoding === "utf8",
			on_record: (cells: string[], { lines, empty_lines }) => {
				this.#add(cells, lines, empty_lines);
				return null;
			},
		};
		this.#parser = parse(options);
		this.#parser.on("error", (error) => {
			this.#error = error;
		});
		this.#parser.resume();
	}

	/** why not the parser's count: it takes a line break of two characters inside a cell for two. */
	#add(cells: string[], counted: number, empty: number): void {
		const skipped = empty - this.#empty;
		const line = this.#ended + skipped + 1;
		const several = counted - this.#counted - skipped > 1;
		this.#ended = several ? line + lineBreaksIn(cells) : line;
		this.#counted = counted;
		this.#empty = empty;
		this.#batch.push({ line, cells });
	}

	take(): CsvRecord[] {
		const batch = this.#batch;
		this.#batch = [];
		return batch;
	}

	async write(piece: Uint8Array): Promise<void> {
		await new Promise<void>((resolve) => {
			this.#parser.write(piece, () => resolve());
		});
		this.#check();
	}

	async end(): Promise<void> {
		await new Promise<void>((resolve) => {
			this.#parser.once("close", resolve);
			this.#parser.end();
		});
		this.#check();
	}

	#check(): void {
		const error = this.#error;
		if (!error) return;
		const line = this.#ended + 1;
		if (error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED") {
			throw new FileRefused({ reason: "unclosed_quote", line });
		}
		if (error instanceof CsvError && error.code === "CSV_MAX_RECORD_SIZE") {
			throw new FileRefused({ reason: "line_too_long", line, max: this.#longest });
		}
		throw error;
	}
}

function lineBreaksIn(cells: readonly string[]): number {
	return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}
