import { isUtf8 } from "node:buffer";
import type { CsvRecord } from "#app/domain/imports/csv-record.ts";
import { FileRefused } from "#app/domain/imports/file-refusal.ts";
import { largestFile } from "#app/domain/imports/import-status.ts";
import { sniffFile } from "#app/domain/imports/sniff-file.ts";
import { fromLatin1 } from "#app/domain/imports/windows-1252.ts";
import { readCsv } from "./csv-records.ts";

const LONGEST_LINE = 50_000;
const PIECE = 65_536;

/**
 * The records of a team's own spreadsheet, saved as CSV by whatever program: UTF-8, UTF-16 or
 * Windows-1252, with commas, semicolons or tabs.
 * @param read told how many bytes were read so far
 * @throws FileRefused
 */
export async function* readOldFile(
	source: AsyncIterable<Uint8Array>,
	read: (bytes: number) => void = () => {},
): AsyncGenerator<CsvRecord[]> {
	const bytes = await whole(source, read);
	const refusal = sniffFile(bytes);
	if (refusal) throw new FileRefused(refusal);
	const text = decode(bytes);
	if (text.includes("\0")) throw new FileRefused({ reason: "not_csv", looksLike: "binary" });
	const { delimiter, start } = delimiterOf(text);
	let records = 0;
	const options = { encoding: "utf8", delimiter, longest: LONGEST_LINE } as const;
	for await (const batch of readCsv(inPieces(text, start), options)) {
		records += batch.length;
		yield batch.map(({ line, cells }) => ({ line: line + (start > 0 ? 1 : 0), cells }));
	}
	if (records === 0) throw new FileRefused({ reason: "empty" });
}

async function whole(
	source: AsyncIterable<Uint8Array>,
	read: (bytes: number) => void,
): Promise<Buffer> {
	const pieces: Uint8Array[] = [];
	let size = 0;
	for await (const piece of source) {
		size += piece.length;
		if (size > largestFile.sessions) {
			throw new FileRefused({ reason: "too_large", max: largestFile.sessions });
		}
		pieces.push(piece);
		read(size);
	}
	return Buffer.concat(pieces);
}

function decode(bytes: Buffer): string {
	const [a, b] = bytes;
	if (a === 0xff && b === 0xfe) return bytes.subarray(2).toString("utf16le");
	if (a === 0xfe && b === 0xff) {
		const even = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)));
		return even.swap16().toString("utf16le");
	}
	if (isUtf8(bytes)) return bytes.toString("utf8").replace(/^\uFEFF/, "");
	return fromLatin1(bytes.toString("latin1"));
}

/** Excel writes semicolons where commas part decimals, and may say so in a line of its own first. */
function delimiterOf(text: string): { delimiter: string; start: number } {
	const said = /^"?sep=(.)"?\r?\n/i.exec(text);
	if (said?.[1]) return { delimiter: said[1], start: said[0].length };
	const header = text.slice(0, 10_000).split(/\r\n|\r|\n/, 1)[0] ?? "";
	const unquoted = header.replace(/"[^"]*"/g, "");
	const counts = [",", ";", "\t"].map((delimiter) => ({
		delimiter,
		count: unquoted.split(delimiter).length,
	}));
	const best = counts.reduce((most, next) => (next.count > most.count ? next : most));
	return { delimiter: best.delimiter, start: 0 };
}

async function* inPieces(text: string, start: number): AsyncGenerator<Uint8Array> {
	const bytes = Buffer.from(text.slice(start), "utf8");
	for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
