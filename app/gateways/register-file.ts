import { isAscii } from "node:buffer";
import type { CsvRecord } from "#app/domain/imports/csv-record.ts";
import { FileRefused } from "#app/domain/imports/file-refusal.ts";
import { sniffFile } from "#app/domain/imports/sniff-file.ts";
import { unusedBytes } from "#app/domain/imports/windows-1252.ts";
import { readCsv } from "./csv-records.ts";

/** Three times the longest line of a real extract. */
const LONGEST_LINE = 20_000;

/**
 * The records of an extract of the register, in batches, their cells still in Latin-1 (see
 * fromLatin1). What is wrong with the whole file shows at its beginning or only at its end, so that
 * nothing read may be relied on before the last record has come.
 * @param read told how many bytes were read so far
 * @throws FileRefused
 */
export async function* readRegisterFile(
	source: AsyncIterable<Uint8Array>,
	read: (bytes: number) => void = () => {},
): AsyncGenerator<CsvRecord[]> {
	const watch = new ByteWatch();
	let bytes = 0;
	async function* watched() {
		for await (const piece of source) {
			if (piece.length === 0) continue;
			watch.see(piece);
			bytes += piece.length;
			read(bytes);
			yield piece;
		}
	}
	let last: CsvRecord | undefined;
	for await (const batch of readCsv(watched(), { encoding: "latin1", longest: LONGEST_LINE })) {
		last = batch.at(-1);
		yield batch;
	}
	watch.end(last);
}

/** Looks at the bytes as they pass: the parser reads any of them, and Windows-1252 does not. */
class ByteWatch {
	#first = true;
	#lastByte = 0;
	/** Until a byte proves otherwise: text that could be UTF-8, and needs to be to be read right. */
	#utf8: InstanceType<typeof TextDecoder> | null = new TextDecoder("utf-8", { fatal: true });
	#beyondAscii = false;
	#unused = false;

	see(piece: Uint8Array): void {
		if (this.#first) {
			this.#first = false;
			refuseOtherFiles(piece);
		}
		this.#lastByte = piece[piece.length - 1] ?? 0;
		const ascii = isAscii(piece);
		if (piece.includes(0)) throw new FileRefused({ reason: "not_csv", looksLike: "binary" });
		if (ascii && !this.#beyondAscii) return;
		this.#beyondAscii = true;
		this.#seeUtf8(piece);
		this.#unused ||= unusedBytes.some((byte) => piece.includes(byte));
		if (!this.#utf8 && this.#unused) {
			throw new FileRefused({ reason: "wrong_encoding", found: "unknown" });
		}
	}

	/** why to the end: text of any length in Windows-1252 may look like UTF-8 by chance, at first. */
	#seeUtf8(piece: Uint8Array): void {
		try {
			this.#utf8?.decode(piece, { stream: true });
		} catch {
			this.#utf8 = null;
		}
	}

	/**
	 * @param last the last record: an extract ends with a line end, and one that stops within a cell
	 * that is not quoted has been cut off, though nothing else shows it
	 */
	end(last: CsvRecord | undefined): void {
		if (this.#first || !last) throw new FileRefused({ reason: "empty" });
		if (this.#beyondAscii && this.#utf8) {
			throw new FileRefused({ reason: "wrong_encoding", found: "utf-8" });
		}
		const ended = this.#lastByte === 0x0a || this.#lastByte === 0x0d || this.#lastByte === 0x22;
		if (!ended) throw new FileRefused({ reason: "truncated", line: last.line });
	}
}

function refuseOtherFiles(start: Uint8Array): void {
	const refusal = sniffFile(start);
	if (refusal) throw new FileRefused(refusal);
	const [a, b, c] = start;
	if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
		throw new FileRefused({ reason: "wrong_encoding", found: "utf-16" });
	}
	if (a === 0xef && b === 0xbb && c === 0xbf) {
		throw new FileRefused({ reason: "wrong_encoding", found: "utf-8" });
	}
}
