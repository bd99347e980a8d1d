import { addSchoolDate } from "#app/commands/add-school-date.ts";
import type { SchoolDateRefusal } from "#app/commands/school-date-fields.ts";
import { type Owner, overlapMessage } from "#app/domain/school-time/dates-file.ts";
import { schoolDateInput } from "#app/domain/school-time/school-date-input.ts";
import { textOf } from "#app/http/field-values.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";

/** Answers the form that adds dates: the list again, or the form for another one. */
export async function answerNewDates(
	{ app, command }: Entered,
	request: Request,
	owner: Owner,
	page: string,
) {
	const fields = await readForm(request);
	const parsed = parseWith(schoolDateInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await addSchoolDate(command, owner, parsed.data);
	if (!outcome.ok) return invalid(datesErrors(outcome), fields);
	const to = textOf(fields, "intent") === "another" ? `${page}/new` : page;
	return redirectWith(app, to, { kind: "success", message: "The dates were added" });
}

/**
 * A refusal as the form shows it.
 * @throws 404 when there is no such thing
 */
export function datesErrors(refusal: SchoolDateRefusal): FieldErrors {
	switch (refusal.reason) {
		case "not_found":
			throw notFound();
		case "retired":
			return [{ field: "", message: "This venue is retired. Bring it back first." }];
		case "no_term":
			return [
				{ field: "from", message: "Enter the term first: these days are in no term on record" },
			];
		case "dates_overlap": {
			const { other } = refusal;
			const message = other
				? overlapMessage(other)
				: "Somebody has just added dates that overlap with these: look at the list";
			return [{ field: "from", message }];
		}
	}
}
