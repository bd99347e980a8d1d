import type { ItemVerdict } from "#app/commands/book-sessions.ts";
import type { BatchClash } from "#app/domain/sessions/batch.ts";
import { type ClashWords, reasonErrors, refusalWords } from "#app/http/session-words.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { type RowAnswers, rowErrors } from "./accept-answers.ts";

/** What is to be said at one row. */
export interface RowVerdict {
	prefix: string;
	clashes: ClashWords[];
	warnings: { code: string; message: string }[];
}

export interface Verdicts {
	errors: FieldErrors;
	rows: RowVerdict[];
}

/**
 * What stands against each session of a request, at its fields.
 * @param judged whether warnings without a reason are mistakes, or only shown
 */
export function verdictWords(
	items: readonly ItemVerdict[],
	taken: readonly RowAnswers[],
	{ zone, judged }: { zone: string; judged: boolean },
): Verdicts {
	const rows = items.map(({ clashes, warnings }, at) => ({
		prefix: taken[at]?.prefix ?? "",
		warnings: warnings.map(({ code, message }) => ({ code, message })),
		clashes: refusalWords({ ok: false, reason: "facilitator_busy", occupations: clashes }, { zone })
			.clashes,
	}));
	const errors = items.flatMap((item, at) => {
		const row = taken[at];
		if (!row) return [];
		const refused = item.clashes.length > 0 ? clashErrors(item, zone) : [];
		const field = refusalWords(
			{ ok: false, reason: "invalid_input", errors: item.errors },
			{ zone },
		);
		return rowErrors(row, [
			...field.errors,
			...refused,
			...withinErrors(item.within, taken),
			...(judged ? reasonErrors(item.open, row.reasons) : []),
		]);
	});
	return { errors, rows };
}

function clashErrors({ clashes }: ItemVerdict, zone: string): FieldErrors {
	const reason = clashes.some(({ kind }) => kind === "facilitator")
		? "facilitator_busy"
		: "room_busy";
	return refusalWords({ ok: false, reason, occupations: [...clashes] }, { zone }).errors;
}

function withinErrors(within: readonly BatchClash[], taken: readonly RowAnswers[]): FieldErrors {
	const said = new Set<string>();
	return within.flatMap(({ kind, other }) => {
		const number = taken[other]?.prefix.slice(1) ?? "";
		if (said.has(`${kind} ${number}`)) return [];
		said.add(`${kind} ${number}`);
		return [withinError(kind, number)];
	});
}

function withinError(kind: BatchClash["kind"], number: string) {
	if (kind === "facilitator") {
		const message = `Choose somebody else or another time: they are on session ${number} then`;
		return { field: "facilitators", message };
	}
	if (kind === "room") {
		const message = `Choose another room or time: session ${number} is in this room then`;
		return { field: "room", message };
	}
	return { field: "start", message: `Choose another time: session ${number} is the same` };
}
