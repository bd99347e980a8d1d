import type { z } from "zod";
import { type CloseOut, closeOut, correction } from "#app/domain/sessions/close-out.ts";
import { yearGroupCode } from "#app/domain/sessions/year-group-code.ts";
import { type YearGroup, yearGroupLabel } from "#app/domain/sessions/year-groups.ts";
import { type Fields, fieldsUnder } from "#app/http/parse-form.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";

type Read<Data> = { ok: true; data: Data } | { ok: false; errors: FieldErrors };

/** A close-out from the form's fields, or what has to be mended, by the form's names. */
export function readCloseOut(fields: Fields, booked: readonly YearGroup[]): Read<CloseOut> {
	const sent = sentRecord(fields, booked);
	const parsed = closeOut.safeParse(sent.record);
	if (parsed.success) return { ok: true, data: parsed.data };
	return refused(parsed.error.issues.map(({ path, message }) => inForm(path, message, sent)));
}

/** The same with the reason why the record changes. */
export function readCorrection(fields: Fields, booked: readonly YearGroup[]): Read<Correction> {
	const sent = sentRecord(fields, booked);
	const parsed = correction.safeParse({ closeOut: sent.record, reason: fields.correctionReason });
	if (parsed.success) return { ok: true, data: parsed.data };
	const errors = parsed.error.issues.map(({ path: [part, ...inside], message }) =>
		part === "closeOut" ? inForm(inside, message, sent) : { field: "correctionReason", message },
	);
	return refused(errors);
}

type Correction = z.output<typeof correction>;

function refused(issues: FieldErrors): { ok: false; errors: FieldErrors } {
	const first = issues.filter(
		({ field }, at) => issues.findIndex((issue) => issue.field === field) === at,
	);
	return { ok: false, errors: first };
}

interface Sent {
	record: Record<string, unknown>;
	/** In the order of the rows in the record. */
	yearGroups: string[];
	kinds: string[];
}

function sentRecord(fields: Fields, booked: readonly YearGroup[]): Sent {
	const headcounts = headcountsOf(fields, booked);
	const followUps = Object.entries(fieldsUnder("followUps", fields));
	const { outcome, adults, counted, reason, note } = fields;
	return {
		record: {
			outcome,
			headcounts,
			adults,
			counted,
			followUps: followUps.map(([kind, count]) => ({ kind, count })),
			reason,
			note,
		},
		yearGroups: headcounts.map(({ yearGroup }) => yearGroup),
		kinds: followUps.map(([kind]) => kind),
	};
}

/** why: a year group that was added and left empty was added by mistake; a booked one was forgotten. */
function headcountsOf(fields: Fields, booked: readonly YearGroup[]) {
	return Object.entries(fieldsUnder("headcounts", fields))
		.filter(
			([yearGroup, youngPeople]) => youngPeople !== "" || booked.some((code) => code === yearGroup),
		)
		.map(([yearGroup, youngPeople]) => ({ yearGroup, youngPeople }));
}

/** Where in the form an issue is, and its message, which names the year group where there are several. */
function inForm(path: readonly PropertyKey[], message: string, { yearGroups, kinds }: Sent) {
	const [part, row] = path;
	if (part === "headcounts") {
		const yearGroup = yearGroups[Number(row ?? 0)];
		if (yearGroup === undefined) return { field: "addYearGroup", message };
		const named = row !== undefined && yearGroups.length > 1;
		const said = named ? `${labelOf(yearGroup)}: ${message}` : message;
		return { field: `headcounts.${yearGroup}`, message: said };
	}
	if (part === "followUps" && row !== undefined) {
		return { field: `followUps.${kinds[Number(row)]}`, message };
	}
	return { field: String(part ?? ""), message };
}

function labelOf(code: string): string {
	const known = yearGroupCode.safeParse(code);
	return known.success ? yearGroupLabel(known.data) : code;
}
