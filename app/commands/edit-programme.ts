import { changesBetween } from "#app/data/history.ts";
import { findProgramme, updateProgramme } from "#app/data/programmes.ts";
import type { ProgrammeInput } from "#app/domain/programmes/programme-input.ts";
import type { CommandContext } from "./command-context.ts";
import { type Corrected, correctCalendars } from "./correct-calendars.ts";
import {
	programmeFields,
	programmeLabels,
	programmeRefusal,
	shownProgramme,
} from "./programme-fields.ts";
import { note, type RegisterRefusal, savingUnique } from "./register-outcome.ts";

/**
 * Changes a programme. Sessions that are booked keep their length and what the school was asked to
 * prepare; a new name is in their titles, so the calendars of upcoming ones are owed it.
 */
export async function editProgramme(
	context: CommandContext,
	id: string,
	input: ProgrammeInput,
): Promise<({ ok: true; id: string } & Corrected) | RegisterRefusal> {
	return savingUnique(context, { name: "name" }, async (tx) => {
		const before = await findProgramme(tx, id);
		if (!before || before.id !== id) return { ok: false, reason: "not_found" };
		if (before.retiredAt) return { ok: false, reason: "retired" };
		const refusal = await programmeRefusal(tx, input, id);
		if (refusal) return refusal;
		const corrected = await correctCalendars(
			tx,
			context,
			() => updateProgramme(tx, id, programmeFields(input)),
			{
				of: { programmeId: id },
				what: "Programme renamed",
				changes: changesBetween({ name: "Programme" }, { name: before.name }, input),
			},
		);
		const after = await findProgramme(tx, id);
		const changes = changesBetween(
			programmeLabels,
			shownProgramme(before) ?? {},
			shownProgramme(after) ?? {},
		);
		if (changes.length > 0) await note(tx, context, ["programme", id], { what: "Edited", changes });
		return { ok: true, id, ...corrected };
	});
}
