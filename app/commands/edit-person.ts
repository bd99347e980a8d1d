import { findPerson, updatePerson } from "#app/data/people.ts";
import type { PersonInput } from "#app/domain/people/person-input.ts";
import type { CommandContext } from "./command-context.ts";
import { personChanges, personFields, personRefusal } from "./person-fields.ts";
import { note, type RegisterOutcome, savingUnique } from "./register-outcome.ts";

/**
 * Changes a person. Invites hold the address they were sent to: a new address is used for sessions
 * booked from now on, and for older ones when their people are next changed, which then cancels the
 * entry at the old address and invites the new one.
 */
export async function editPerson(
	context: CommandContext,
	id: string,
	input: PersonInput,
): Promise<RegisterOutcome> {
	return savingUnique(context, { email: "email" }, async (tx) => {
		const before = await findPerson(tx, id);
		if (!before) return { ok: false, reason: "not_found" };
		if (before.retiredAt) return { ok: false, reason: "retired" };
		const refusal = await personRefusal(tx, input, id);
		if (refusal) return refusal;
		await updatePerson(tx, id, personFields(input));
		const changes = personChanges(before, await findPerson(tx, id));
		if (changes.length > 0) await note(tx, context, ["person", id], { what: "Edited", changes });
		return { ok: true, id };
	});
}
