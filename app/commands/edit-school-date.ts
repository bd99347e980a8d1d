import { findSchoolDate } from "#app/data/school-time.ts";
import { updateSchoolDate } from "#app/data/write-school-time.ts";
import type { SchoolDate } from "#app/domain/school-time/school-dates.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";
import {
	datesChange,
	datesRefusal,
	datesSubject,
	datesWords,
	ownerOf,
	type SchoolDateOutcome,
	savingDates,
} from "./school-date-fields.ts";

/** Changes dates on record. Whose they are stays. */
export async function editSchoolDate(
	context: CommandContext,
	id: string,
	input: SchoolDate,
): Promise<SchoolDateOutcome> {
	return savingDates<SchoolDateOutcome>(context, async (tx) => {
		const before = await findSchoolDate(tx, id);
		if (!before) return { ok: false, reason: "not_found" };
		const owner = ownerOf(before);
		const refusal = await datesRefusal(tx, owner, input, id);
		if (refusal) return refusal;
		await updateSchoolDate(tx, id, input);
		if (datesWords(before) !== datesWords(input)) {
			const changes = [datesChange(before, input)];
			await note(tx, context, datesSubject(owner), { what: "Dates changed", changes });
		}
		return { ok: true, id };
	});
}
