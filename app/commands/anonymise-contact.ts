import { eraseContact, readOpenRequests } from "#app/data/contact-rights.ts";
import { findContact } from "#app/data/contacts.ts";
import { readUpcomingReferences } from "#app/data/upcoming-sessions.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

export type AnonymiseOutcome =
	| { ok: true; venueId: string }
	| { ok: false; reason: "not_found" | "done_before" }
	/** They are invited to these sessions, which have to be told that they do not come. */
	| { ok: false; reason: "has_sessions"; references: string[] }
	/** They still wait for an answer to these requests. */
	| { ok: false; reason: "has_requests"; references: string[] };

/**
 * Takes the details of a contact out of everything that is kept, for good. Sessions and figures stay
 * as they are. Refused while they are invited to something to come: their calendar would keep it.
 */
export async function anonymiseContact(
	context: CommandContext,
	id: string,
	why: "asked" | "retention",
): Promise<AnonymiseOutcome> {
	const { now, actor } = context;
	return context.database.transaction(async (tx): Promise<AnonymiseOutcome> => {
		const contact = await findContact(tx, id);
		if (!contact) return { ok: false, reason: "not_found" };
		if (contact.anonymisedAt) return { ok: false, reason: "done_before" };
		const references = await readUpcomingReferences(tx, { contactId: id }, now);
		if (references.length > 0) return { ok: false, reason: "has_sessions", references };
		const requests = await readOpenRequests(tx, contact.email);
		if (requests.length > 0) return { ok: false, reason: "has_requests", references: requests };
		await eraseContact(tx, { contact, why, now, byName: actor.name });
		await note(tx, context, ["contact", id], {
			what: "Contact anonymised",
			why: why === "asked" ? "They asked for it" : "Nothing with them for as long as is kept",
		});
		return { ok: true, venueId: contact.venueId };
	});
}
