import { findContactByEmail, insertContact } from "#app/data/contacts.ts";
import type { Transaction } from "#app/data/database.ts";
import { newId } from "#app/data/ids.ts";
import { findRequest, linkSessions, type RequestRecord } from "#app/data/requests.ts";
import { findSessions } from "#app/data/sessions.ts";
import { formatSessionTime } from "#app/domain/format-time.ts";
import { acceptedMail } from "#app/domain/requests/request-mail.ts";
import type { SessionInput } from "#app/domain/sessions/session-input.ts";
import { type BatchOutcome, bookSessions } from "./book-sessions.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";
import {
	findForStep,
	type RequestOutcome,
	type RequestRefusal,
	type RequestTarget,
	writeStep,
} from "./request-change.ts";
import type { RequestLinks } from "./request-messages.ts";
import type { SessionSaved } from "./session-outcome.ts";

export type AcceptOutcome =
	| { ok: true; request: RequestRecord; sessions: SessionSaved[]; messages: number }
	| RequestRefusal
	/** A school that typed its own name has to be matched with a venue first. */
	| { ok: false; reason: "no_venue" }
	| Extract<BatchOutcome, { ok: false }>;

/** One session that a request becomes. Its venue and contact are the request's. */
export type AcceptedSession = Omit<SessionInput, "venue" | "contacts">;

class Refused extends Error {
	constructor(readonly refusal: Exclude<RequestOutcome, { ok: true }>) {
		super("The request can no longer be accepted");
	}
}

/**
 * Books all that a request becomes, makes whoever asked a contact of the venue, tells the school and
 * owes its invites: all of it or nothing, with the warnings and reasons of every booking.
 */
export async function acceptRequest(
	context: CommandContext,
	target: RequestTarget,
	sessions: readonly AcceptedSession[],
	links: RequestLinks,
): Promise<AcceptOutcome> {
	const { client } = context.database;
	const request = await findRequest(client, target.of);
	if (!request) return { ok: false, reason: "not_found" };
	if (request.venueId === null) return { ok: false, reason: "no_venue" };
	const { venueId } = request;
	const known = await findContactByEmail(client, venueId, request.contactEmail, null);
	const contactId = known?.id ?? newId(context.now);
	const inputs = sessions.map((session) => ({ ...session, venue: venueId, contacts: [contactId] }));
	let accepted: RequestRecord | undefined;
	try {
		const outcome = await bookSessions(context, inputs, {
			needReasons: true,
			before: async (tx) => {
				const found = await findForStep(tx, target, "accepted");
				if (!found.ok) throw new Refused(found);
				if (!known) await addContact(tx, context, request, contactId);
			},
			also: async (tx, saved) => {
				accepted = await markAccepted(tx, context, { request, saved, links });
			},
		});
		if (!outcome.ok) return outcome;
		if (!accepted) throw new Error(`${request.reference} was booked and is not accepted`);
		const messages = outcome.sessions.reduce((sum, saved) => sum + saved.messages, 0);
		return { ok: true, request: accepted, sessions: outcome.sessions, messages };
	} catch (error) {
		if (error instanceof Refused) return error.refusal;
		throw error;
	}
}

async function addContact(
	tx: Transaction,
	context: CommandContext,
	request: RequestRecord,
	id: string,
): Promise<void> {
	const {
		contactName: name,
		contactRole: role,
		contactEmail: email,
		contactPhone: phone,
	} = request;
	await insertContact(tx, request.venueId ?? "", { id, name, role, email, phone });
	const what = `Contact added, from request ${request.reference}`;
	await note(tx, context, ["contact", id], { what });
}

interface Booked {
	request: RequestRecord;
	saved: readonly SessionSaved[];
	links: RequestLinks;
}

async function markAccepted(
	tx: Transaction,
	context: CommandContext,
	{ request, saved, links }: Booked,
): Promise<RequestRecord> {
	const references = saved.map(({ reference }) => reference);
	await linkSessions(tx, request.id, references);
	const sessions = await findSessions(tx, references);
	const lines = sessions
		.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
		.map(
			({ programme, startsAt, endsAt }) =>
				`${programme.name}: ${formatSessionTime(startsAt, endsAt, context.settings.zone)}`,
		);
	const step = await writeStep(tx, context, request, {
		to: "accepted",
		history: { what: "Accepted", changes: [{ label: "Booked", to: references.join(", ") }] },
		tell: { links, write: (facts) => acceptedMail(facts, lines) },
	});
	if (!step.ok) throw new Refused(step);
	return step.request;
}
