import { findSchoolDate } from "#app/data/school-time.ts";
import { deleteSchoolDates } from "#app/data/write-school-time.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";
import {
	datesChange,
	datesSubject,
	ownerOf,
	type SchoolDateOutcome,
} from "./school-date-fields.ts";

/** Takes dates off the record; history keeps what they were. */
export async function removeSchoolDate(
	context: CommandContext,
	id: string,
): Promise<SchoolDateOutcome> {
	return context.database.transaction(async (tx) => {
		const before = await findSchoolDate(tx, id);
		if (!before) return { ok: false, reason: "not_found" };
		await deleteSchoolDates(tx, [id]);
		const changes = [datesChange(before, null)];
		await note(tx, context, datesSubject(ownerOf(before)), { what: "Dates removed", changes });
		return { ok: true, id };
	});
}
