import { findPersonTime, insertAbsence } from "#app/data/people-time.ts";
import type { AbsenceInput } from "#app/domain/people/person-time-input.ts";
import { type AbsenceOutcome, absenceDays, otherAbsence } from "./absence-fields.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

/** Puts on record that somebody is away. Their sessions stay as they are: others decide about those. */
export async function addAbsence(
	context: CommandContext,
	personId: string,
	input: AbsenceInput,
): Promise<AbsenceOutcome> {
	return context.database.transaction(async (tx): Promise<AbsenceOutcome> => {
		const person = await findPersonTime(tx, personId);
		if (!person) return { ok: false, reason: "not_found" };
		if (person.retired) return { ok: false, reason: "retired" };
		const other = await otherAbsence(tx, personId, input);
		if (other) return { ok: false, reason: "away_already", other };
		const id = await insertAbsence(tx, personId, input);
		const changes = [{ label: "Away", to: absenceDays(input) }];
		await note(tx, context, ["person_time", personId], { what: "Absence added", changes });
		return { ok: true, id };
	});
}
