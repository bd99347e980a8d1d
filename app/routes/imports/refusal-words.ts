import { formatCount, listOf } from "#app/domain/format-number.ts";
import type { FileRefusal } from "#app/domain/imports/file-refusal.ts";
import type { ImportKind } from "#app/domain/imports/import-status.ts";

const MEGABYTE = 1024 * 1024;

/** Why a file was refused and what to do, in a sentence or two. */
export function refusalWords(refusal: FileRefusal, kind: ImportKind): string {
	switch (refusal.reason) {
		case "empty":
			return "The file is empty. Choose a file with a header line and rows.";
		case "no_rows":
			return "The file has a header line and no rows.";
		case "zip":
			return "The file is a zip. Unpack it and choose the CSV file in it.";
		case "spreadsheet":
			return "The file is a spreadsheet, whatever its name says. Open it and save it as CSV.";
		case "not_csv":
			return notCsv[refusal.looksLike];
		case "wrong_encoding":
			return encodingWords(refusal.found);
		case "missing_headers":
			return `The file lacks ${columnsWord(refusal.missing)} ${listOf(refusal.missing)}. ${fullExtract}`;
		case "repeated_headers":
			return `The file has ${columnsWord(refusal.repeated)} ${listOf(refusal.repeated)} more than once. Leave one of each.`;
		case "truncated":
			return `The file stops in the middle of line ${formatCount(refusal.line)}: it was cut off. Download it again.`;
		case "unclosed_quote":
			return unclosedWords(refusal.line, kind);
		case "line_too_long":
			return `Line ${formatCount(refusal.line)} is longer than ${formatCount(refusal.max)} characters. A quotation mark may be missing there.`;
		case "too_many_rows":
			return `The file has more than ${formatCount(refusal.max)} rows. Split it and bring in one part at a time.`;
		case "too_large":
			return `The file is larger than ${refusal.max / MEGABYTE} MB. Split it and bring in one part at a time.`;
	}
}

const fullExtract =
	"Choose the file with all establishment fields, as it was downloaded from Get information about schools.";

const notCsv = {
	pdf: "The file is a PDF. Choose a CSV file.",
	web_page: "The file is a web page: the download did not work. Download it again.",
	binary: "The file holds bytes that no CSV has. Choose the CSV file itself.",
};

function encodingWords(found: "utf-8" | "utf-16" | "unknown"): string {
	const as = found === "unknown" ? "in an unknown encoding" : `in ${found.toUpperCase()}`;
	return `The file is ${as}, and the register is given out in Windows-1252: it was opened and saved by another program, and names may be damaged. Choose the file as it was downloaded.`;
}

function columnsWord(names: readonly string[]): string {
	return names.length === 1 ? "the column" : "the columns";
}

function unclosedWords(line: number, kind: ImportKind): string {
	const where = `A quotation mark that opens on line ${formatCount(line)} is never closed`;
	return kind === "register"
		? `${where}: the file was cut off or changed. Download it again.`
		: `${where}. Mend that line and choose the file again.`;
}
