import type { LoadedPart, LoadOutcome } from "#app/commands/load-school-dates.ts";
import { formatCount, listOf } from "#app/domain/format-number.ts";
import type { FileRefusal } from "#app/domain/imports/file-refusal.ts";
import { academicYear } from "#app/domain/periods.ts";
import type { DateFamily } from "#app/domain/school-time/school-dates.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";

/** Errors of lines that are shown at once: whoever mends these sees the rest the next time. */
const SHOWN = 20;

const familyLabels: Record<DateFamily, string> = {
	terms: "Terms and half-terms",
	inset: "INSET days",
	exams: "Exams",
};

export type PartWords = ReturnType<typeof partWords>;

/** What a file does to the dates of one owner in one year. */
export function partWords({ ownerName, family, year, added, removed, kept }: LoadedPart) {
	return {
		title: `${ownerName}: ${familyLabels[family].toLowerCase().replace("inset", "INSET")}, ${academicYear(year).label.toLowerCase()}`,
		added,
		removed,
		kept,
	};
}

type Refused = Exclude<LoadOutcome, { ok: true }>;

/** Why a file is not loaded, each line that is wrong by its number. */
export function loadErrors(refused: Refused): FieldErrors {
	if ("refusal" in refused) return [{ field: "file", message: fileWords(refused.refusal) }];
	const { errors } = refused;
	const more = errors.length - SHOWN;
	return [
		...errors.slice(0, SHOWN).map(({ line, message }) => ({
			field: "file",
			message: line === 0 ? message : `Line ${line}: ${message}`,
		})),
		...(more > 0 ? [{ field: "file", message: `And ${formatCount(more)} more` }] : []),
	];
}

function fileWords(refusal: FileRefusal): string {
	switch (refusal.reason) {
		case "empty":
			return "The file is empty: choose one with a header line and rows";
		case "no_rows":
			return "The file has a header line and no rows";
		case "missing_headers":
			return `The header line lacks ${listOf(refusal.missing)}`;
		case "repeated_headers":
			return `The header line has ${listOf(refusal.repeated)} more than once`;
		case "unclosed_quote":
			return `Line ${refusal.line}: a quotation mark is opened and never closed`;
		case "too_many_rows":
			return `The file has more than ${formatCount(refusal.max)} rows: load it in parts`;
		default:
			return "The file is not a CSV file of dates: choose another one";
	}
}
