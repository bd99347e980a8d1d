import { findContactByEmail, insertContact } from "#app/data/contacts.ts";
import { findVenue } from "#app/data/venues.ts";
import type { ContactInput } from "#app/domain/venues/contact-input.ts";
import type { CommandContext } from "./command-context.ts";
import { contactFields } from "./contact-fields.ts";
import { note, type RegisterOutcome, taken } from "./register-outcome.ts";

export async function addContact(
	context: CommandContext,
	venueId: string,
	input: ContactInput,
): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const venue = await findVenue(tx, venueId);
		if (!venue) return { ok: false, reason: "not_found" };
		if (venue.retiredAt) return { ok: false, reason: "retired" };
		const holder = await findContactByEmail(tx, venueId, input.email, null);
		if (holder) return taken("email", holder);
		const id = await insertContact(tx, venueId, contactFields(input));
		await note(tx, context, ["contact", id], { what: "Contact added" });
		return { ok: true, id };
	});
}
