import { insertPerson } from "#app/data/people.ts";
import type { PersonInput } from "#app/domain/people/person-input.ts";
import type { CommandContext } from "./command-context.ts";
import { personFields, personRefusal } from "./person-fields.ts";
import { note, type RegisterOutcome, savingUnique } from "./register-outcome.ts";

/** Adds somebody who delivers. It gives them no sign-in: accounts are given by invitation. */
export async function createPerson(
	context: CommandContext,
	input: PersonInput,
): Promise<RegisterOutcome> {
	return savingUnique(context, { email: "email" }, async (tx) => {
		const refusal = await personRefusal(tx, input);
		if (refusal) return refusal;
		const id = await insertPerson(tx, personFields(input));
		await note(tx, context, ["person", id], { what: "Added" });
		return { ok: true, id };
	});
}
