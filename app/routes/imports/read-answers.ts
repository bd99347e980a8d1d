import type { Reader } from "#app/data/database.ts";
import type { ImportRecord } from "#app/data/imports.ts";
import { findVenueByUrn } from "#app/data/venues.ts";
import type { OldDecisions } from "#app/domain/imports/old-check.ts";
import { oldAnswers } from "#app/domain/imports/old-file.ts";
import { manyOf, textOf } from "#app/http/field-values.ts";
import { type Fields, fieldsUnder, parseWith } from "#app/http/parse-form.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";

type ReadAnswers = { ok: true; answers: OldDecisions } | { ok: false; errors: FieldErrors };

/** The answers of a form: what was left open is no answer, and a URN stands for its venue. */
export async function readAnswers(
	reader: Reader,
	{ decisions }: ImportRecord,
	fields: Fields,
): Promise<ReadAnswers> {
	const order = textOf(fields, "dateOrder");
	const given = {
		...(order === "" ? {} : { dateOrder: order }),
		dates: answered(fieldsUnder("date", fields)),
		venues: answered(fieldsUnder("venue", fields)),
		programmes: answered(fieldsUnder("programme", fields)),
		keep: keptLines(fields, (decisions as Partial<OldDecisions>).keep ?? []),
	};
	const parsed = parseWith(oldAnswers, fields, given);
	if (!parsed.ok) return { ok: false, errors: parsed.errors };
	const { venues, errors } = await withUrns(reader, parsed.data.venues, fieldsUnder("urn", fields));
	if (errors.length > 0) return { ok: false, errors };
	return { ok: true, answers: { ...parsed.data, venues } };
}

function answered(fields: Fields): Fields {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
}

/** Lines to be brought in all the same: of those shown the ticked ones, of the others as before. */
function keptLines(fields: Fields, before: readonly number[]): number[] {
	const shown = new Set(manyOf(fields, "shown").map(Number));
	const ticked = manyOf(fields, "keep").map(Number);
	return [...before.filter((line) => !shown.has(line)), ...ticked];
}

async function withUrns(reader: Reader, chosen: OldDecisions["venues"], urns: Fields) {
	const venues: Record<string, string> = {};
	const errors: FieldErrors = [];
	for (const [key, answer] of Object.entries(chosen)) {
		if (answer !== "urn") venues[key] = answer;
		else {
			const urn = textOf(urns, key).replace(/\s+/g, "");
			const venue = /^\d{6}$/.test(urn) ? await findVenueByUrn(reader, urn, null) : null;
			if (venue) venues[key] = venue.id;
			else {
				const message = "Enter the URN of a school that is among the venues, 6 digits";
				errors.push({ field: `urn.${key}`, message });
			}
		}
	}
	return { venues, errors };
}
