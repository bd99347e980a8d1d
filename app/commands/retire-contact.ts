import { findContact, updateContact } from "#app/data/contacts.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome } from "./register-outcome.ts";

/**
 * Takes a contact out of every choice. Never refused, because people leave schools unasked: sessions
 * that they are invited to go on telling them until they are taken off there, and the page says so.
 */
export async function retireContact(context: CommandContext, id: string): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const contact = await findContact(tx, id);
		if (!contact) return { ok: false, reason: "not_found" };
		if (contact.retiredAt) return { ok: true, id };
		// why another link: brought back, they are not to be opened by an address from before.
		const linkVersion = contact.linkVersion + 1;
		await updateContact(tx, id, { retiredAt: context.now, linkVersion });
		await note(tx, context, ["contact", id], { what: "Contact retired" });
		return { ok: true, id };
	});
}
