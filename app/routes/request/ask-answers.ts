import type { RequestProblem } from "#app/commands/submit-request.ts";
import {
	dateProblems,
	type RequestInput,
	requestInput,
} from "#app/domain/requests/request-input.ts";
import { MAX_DATES } from "#app/domain/requests/request-limits.ts";
import type { LocalDate } from "#app/domain/time.ts";
import { manyOf, textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { askFields } from "./ask-steps.ts";

/** Everything that is in the form, as typed: what is shown again. */
export interface AskAnswers {
	text: Record<string, string>;
	programmes: string[];
	yearGroups: string[];
	staffStays: boolean;
}

const places = Array.from({ length: MAX_DATES }, (_, at) => at + 1);
/** As much of one answer as is shown again; what is longer is refused anyway. */
const SHOWN = 20_000;

export function askAnswers(fields: Fields): AskAnswers {
	const text = askFields.map((name) => [name, textOf(fields, name).slice(0, SHOWN)] as const);
	return {
		text: Object.fromEntries(text),
		programmes: manyOf(fields, "programmes"),
		yearGroups: manyOf(fields, "yearGroups"),
		staffStays: textOf(fields, "staffStays") === "on",
	};
}

export type ReadAsk = { ok: true; input: RequestInput } | { ok: false; errors: FieldErrors };

/** The form, checked by the schema that the API uses too, each message at its box. */
export function readAsk(fields: Fields, today: LocalDate): ReadAsk {
	const rows = places
		.map((place) => ({
			place,
			date: fields[`date${place}`] ?? "",
			periods: fields[`periods${place}`] ?? "",
		}))
		.filter(({ place, date, periods }) => place === 1 || date !== "" || periods !== "");
	const preferredDates = rows.map(({ date, periods }) => ({ date, periods }));
	const parsed = requestInput.safeParse({ ...fields, preferredDates });
	const problems: RequestProblem[] = parsed.success
		? dateProblems(parsed.data, today).map(({ at, message }) => ({
				path: ["preferredDates", at, "date"],
				message,
			}))
		: parsed.error.issues.map(({ path, message }) => ({
				path: path.filter((part) => typeof part !== "symbol"),
				message,
			}));
	if (parsed.success && problems.length === 0) return { ok: true, input: parsed.data };
	const boxes = rows.map(({ place }) => place);
	return { ok: false, errors: askErrors(problems, boxes) };
}

/**
 * Problems at the boxes of the form, one for each box, in the order of the page.
 * @param boxes which of the three dates each in the list is
 */
export function askErrors(
	problems: readonly RequestProblem[],
	boxes: readonly number[] = places,
): FieldErrors {
	const found = new Map<string, string>();
	for (const { path, message } of problems) {
		const field = fieldOf(path, boxes);
		if (!found.has(field)) found.set(field, message);
	}
	return [...found]
		.map(([field, message]) => ({ field, message }))
		.sort((a, b) => askFields.indexOf(a.field) - askFields.indexOf(b.field));
}

function fieldOf([name, at, part]: RequestProblem["path"], boxes: readonly number[]): string {
	if (name !== "preferredDates") return String(name ?? "");
	const place = (typeof at === "number" && boxes[at]) || 1;
	return part === "periods" ? `periods${place}` : `date${place}`;
}
