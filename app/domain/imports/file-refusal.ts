/** Why a file as a whole is not taken. Nothing of it has been written then. */
export type FileRefusal =
	| { reason: "empty" }
	| { reason: "no_rows" }
	| { reason: "zip" }
	/** An Excel or OpenDocument workbook, whatever its name ends with. */
	| { reason: "spreadsheet" }
	| { reason: "not_csv"; looksLike: "pdf" | "web_page" | "binary" }
	| { reason: "wrong_encoding"; found: "utf-8" | "utf-16" | "unknown" }
	| { reason: "missing_headers"; missing: string[] }
	| { reason: "repeated_headers"; repeated: string[] }
	/** The last line, which stops in the middle. */
	| { reason: "truncated"; line: number }
	/** Where the quotation mark was opened that is never closed, or only much later. */
	| { reason: "unclosed_quote"; line: number }
	| { reason: "line_too_long"; line: number; max: number }
	| { reason: "too_many_rows"; max: number }
	| { reason: "too_large"; max: number };

/** What readers of files throw for a file that cannot be taken; jobs keep it as the file's result. */
export class FileRefused extends Error {
	readonly refusal: FileRefusal;

	constructor(refusal: FileRefusal) {
		super(`File refused: ${refusal.reason}`);
		this.refusal = refusal;
	}
}
