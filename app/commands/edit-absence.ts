import { findAbsence, updateAbsence } from "#app/data/people-time.ts";
import type { AbsenceInput } from "#app/domain/people/person-time-input.ts";
import { type AbsenceOutcome, absenceDays, otherAbsence } from "./absence-fields.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

export async function editAbsence(
	context: CommandContext,
	id: string,
	input: AbsenceInput,
): Promise<AbsenceOutcome> {
	return context.database.transaction(async (tx): Promise<AbsenceOutcome> => {
		const before = await findAbsence(tx, id);
		if (!before) return { ok: false, reason: "not_found" };
		const { personId } = before;
		const other = await otherAbsence(tx, personId, input, id);
		if (other) return { ok: false, reason: "away_already", other };
		await updateAbsence(tx, id, input);
		const changes = [{ label: "Away", from: absenceDays(before), to: absenceDays(input) }];
		await note(tx, context, ["person_time", personId], { what: "Absence changed", changes });
		return { ok: true, id };
	});
}
