import { findPerson, setPersonRetired } from "#app/data/people.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome } from "./register-outcome.ts";

/** Offers somebody again. Refused while the agency that employs them is retired. */
export async function restorePerson(context: CommandContext, id: string): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const person = await findPerson(tx, id);
		if (!person) return { ok: false, reason: "not_found" };
		if (!person.retiredAt) return { ok: true, id };
		const { agency } = person;
		if (agency.retired) return { ok: false, reason: "belongs_to_retired", to: agency };
		await setPersonRetired(tx, id, null);
		await note(tx, context, ["person", id], { what: "Brought back" });
		return { ok: true, id };
	});
}
