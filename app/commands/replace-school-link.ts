import { findContact, updateContact } from "#app/data/contacts.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome } from "./register-outcome.ts";

/** Gives a contact's page another address; the old one opens nothing from then on. */
export async function replaceSchoolLink(
	context: CommandContext,
	id: string,
): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const contact = await findContact(tx, id);
		if (!contact) return { ok: false, reason: "not_found" };
		if (contact.retiredAt) return { ok: false, reason: "retired" };
		await updateContact(tx, id, { linkVersion: contact.linkVersion + 1 });
		await note(tx, context, ["contact", id], { what: "Link to their page replaced" });
		return { ok: true, id };
	});
}
