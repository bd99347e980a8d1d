import { findContact, findContactByEmail, updateContact } from "#app/data/contacts.ts";
import type { ContactInput } from "#app/domain/venues/contact-input.ts";
import type { CommandContext } from "./command-context.ts";
import { contactChanges, contactFields } from "./contact-fields.ts";
import { note, type RegisterOutcome, taken } from "./register-outcome.ts";

/**
 * Changes a contact. Invites hold the name and address they were sent to: a new address is used for
 * sessions booked from now on, and for older ones when their people are next changed, which then
 * cancels the entry at the old address and invites the new one.
 */
export async function editContact(
	context: CommandContext,
	id: string,
	input: ContactInput,
): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const before = await findContact(tx, id);
		if (!before) return { ok: false, reason: "not_found" };
		if (before.retiredAt) return { ok: false, reason: "retired" };
		const holder = await findContactByEmail(tx, before.venueId, input.email, id);
		if (holder) return taken("email", holder);
		const fields = contactFields(input);
		const changes = contactChanges(before, fields);
		if (changes.length === 0) return { ok: true, id };
		// why: behind another address there may be another person.
		const moved = fields.email !== before.email;
		const linkVersion = before.linkVersion + (moved ? 1 : 0);
		await updateContact(tx, id, { ...fields, linkVersion });
		await note(tx, context, ["contact", id], { what: "Contact edited", changes });
		return { ok: true, id };
	});
}
