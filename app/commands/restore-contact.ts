import { named } from "#app/data/choice.ts";
import { findContact, findContactByEmail, updateContact } from "#app/data/contacts.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome, taken } from "./register-outcome.ts";

/** Offers a contact again. Refused while their venue is retired or another one has the address. */
export async function restoreContact(
	context: CommandContext,
	id: string,
): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const contact = await findContact(tx, id);
		if (!contact || contact.anonymisedAt) return { ok: false, reason: "not_found" };
		if (!contact.retiredAt) return { ok: true, id };
		const venue = named(contact.venue);
		if (venue.retired) return { ok: false, reason: "belongs_to_retired", to: venue };
		const holder = await findContactByEmail(tx, contact.venueId, contact.email, id);
		if (holder) return taken("email", holder);
		await updateContact(tx, id, { retiredAt: null });
		await note(tx, context, ["contact", id], { what: "Contact brought back" });
		return { ok: true, id };
	});
}
