import { insertSchoolDate } from "#app/data/write-school-time.ts";
import type { Owner } from "#app/domain/school-time/dates-file.ts";
import type { SchoolDate } from "#app/domain/school-time/school-dates.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";
import {
	datesChange,
	datesRefusal,
	datesSubject,
	ownerRefusal,
	type SchoolDateOutcome,
	savingDates,
} from "./school-date-fields.ts";

/** Puts a term, a half-term, an INSET day or exams on record, for an authority or one school. */
export async function addSchoolDate(
	context: CommandContext,
	owner: Owner,
	input: SchoolDate,
): Promise<SchoolDateOutcome> {
	return savingDates<SchoolDateOutcome>(context, async (tx) => {
		const refusal = (await ownerRefusal(tx, owner)) ?? (await datesRefusal(tx, owner, input));
		if (refusal) return refusal;
		const id = await insertSchoolDate(tx, owner, input);
		const changes = [datesChange(null, input)];
		await note(tx, context, datesSubject(owner), { what: "Dates added", changes });
		return { ok: true, id };
	});
}
