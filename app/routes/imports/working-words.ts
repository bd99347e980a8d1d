import type { ImportRecord } from "#app/data/imports.ts";
import { countOf, formatCount } from "#app/domain/format-number.ts";
import type { Progress } from "#app/http/import-jobs.ts";

export interface Working {
	/** "Reading the file". */
	what: string;
	/** From 0 to 100. */
	percent: number;
	/** "31 of 63 MB". */
	far: string;
	/** What happens when it is over. */
	next: string;
}

const MEGABYTE = 1024 * 1024;

const words: Record<string, { what: string; next: string }> = {
	reading: {
		what: "Reading the file",
		next: "Nothing has been written. When it is read, you see what it would change.",
	},
	checking: {
		what: "Checking the rows",
		next: "Nothing has been written. When they are checked, you see what would come in.",
	},
	applying: {
		what: "Applying the file",
		next: "All of it is written, or none. Other people’s changes wait until it is over.",
	},
	undoing: {
		what: "Taking the file back",
		next: "All of it is taken back, or none. Other people’s changes wait until it is over.",
	},
};

/** @param here how far it is as this process knows, null when another one is at work */
export function workingPart(file: ImportRecord, here: Progress | null): Working {
	const { status } = file;
	const { done, total } = here ?? file;
	const { what = "Working", next = "" } = words[status] ?? {};
	const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0;
	const far =
		status === "reading"
			? `${Math.floor(done / MEGABYTE)} of ${Math.ceil(total / MEGABYTE)} MB`
			: `${formatCount(done)} of ${countOf(total, "row", "rows")}`;
	return { what, percent, far, next };
}
