import { deleteAbsence, findAbsence } from "#app/data/people-time.ts";
import { type AbsenceOutcome, absenceDays } from "./absence-fields.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

/** Takes an absence off the record: they are there after all. */
export async function removeAbsence(context: CommandContext, id: string): Promise<AbsenceOutcome> {
	return context.database.transaction(async (tx): Promise<AbsenceOutcome> => {
		const before = await findAbsence(tx, id);
		if (!before) return { ok: false, reason: "not_found" };
		await deleteAbsence(tx, id);
		const changes = [{ label: "Away", from: absenceDays(before), to: null }];
		await note(tx, context, ["person_time", before.personId], { what: "Absence removed", changes });
		return { ok: true, id };
	});
}
