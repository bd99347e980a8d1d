import { openStatuses } from "#app/domain/requests/request-status.ts";
import { FORMER, lastActive, madeAt, withoutDetails } from "#app/domain/retention/retention.ts";
import type { SessionStatus } from "#app/domain/sessions/status.ts";
import type { Reader, Transaction } from "./database.ts";
import { requestSearchText } from "./requests.ts";

/** Everything that is kept about one contact, as they may ask for it; null when there is nobody. */
export async function readContactData(reader: Reader, id: string) {
	const contact = await reader.contact.findUnique({
		where: { id },
		include: {
			venue: { select: { id: true, name: true, urn: true } },
			feed: { select: { madeAt: true } },
			invites: {
				orderBy: { id: "asc" },
				select: {
					name: true,
					address: true,
					withdrawnAt: true,
					answer: true,
					answeredAt: true,
					answerNote: true,
					report: {
						select: { happened: true, adults: true, comment: true, reportedAt: true },
					},
					session: {
						select: {
							reference: true,
							localDate: true,
							status: true,
							programme: { select: { name: true } },
						},
					},
					messages: {
						orderBy: { id: "asc" },
						select: { subject: true, status: true, createdAt: true, sentAt: true },
					},
				},
			},
		},
	});
	if (!contact) return null;
	const history = await reader.historyEntry.findMany({
		where: { subject: "contact", subjectId: id },
		orderBy: { id: "asc" },
		select: { at: true, what: true, changes: true },
	});
	const requests = await reader.request.findMany({
		where: { contactEmail: contact.email },
		orderBy: { id: "asc" },
		select: {
			reference: true,
			status: true,
			receivedAt: true,
			venueName: true,
			contactName: true,
			contactEmail: true,
			contactRole: true,
			contactPhone: true,
			notes: true,
		},
	});
	const { venue, feed, invites, venueId: _, ...own } = contact;
	return {
		contact: own,
		venue,
		feedMadeAt: feed?.madeAt ?? null,
		invites: invites.map(({ session, ...invite }) => ({
			...invite,
			session: {
				reference: session.reference,
				date: session.localDate,
				status: session.status as SessionStatus,
				programme: session.programme.name,
			},
		})),
		requests,
		history: history.map(({ changes, ...entry }) => ({ ...entry, changes: JSON.parse(changes) })),
	};
}

export type ContactData = NonNullable<Awaited<ReturnType<typeof readContactData>>>;

export interface Anonymising {
	contact: { id: string; venueId: string; name: string; email: string; phone: string | null };
	why: "asked" | "retention";
	now: Date;
	byName: string;
}

/**
 * Takes a contact's details out of everything that is kept: the contact, their invites, the mail
 * they were sent, their feed and history. What was sent, when and answered stays, and so does every
 * figure: none of them is of a contact.
 */
export async function eraseContact(tx: Transaction, erasing: Anonymising): Promise<void> {
	const { contact, why, now, byName } = erasing;
	const { id } = contact;
	const address = `${id}@anonymised.invalid`;
	const { id: redaction } = await tx.redaction.create({
		data: { contactId: id, at: now, byName, why, open: true },
	});
	await tx.contact.update({
		where: { id },
		data: { name: "Former contact", email: address, phone: null, role: "", anonymisedAt: now },
	});
	await tx.contact.updateMany({ where: { id, retiredAt: null }, data: { retiredAt: now } });
	await tx.outboxMessage.updateMany({
		where: { invite: { contactId: id }, status: { in: ["held", "waiting", "failed"] } },
		data: { status: "replaced" },
	});
	await tx.outboxMessage.updateMany({
		where: { invite: { contactId: id } },
		data: withoutWords(address),
	});
	await erasePlainMail(tx, contact, address);
	const requestIds = await eraseRequests(tx, contact, address);
	await tx.invite.updateMany({
		where: { contactId: id },
		data: { name: "Former contact", address, answerNote: "" },
	});
	await tx.schoolReport.updateMany({
		where: { invite: { contactId: id } },
		data: { comment: "" },
	});
	await tx.feed.deleteMany({ where: { contactId: id } });
	await eraseHistory(tx, contact, requestIds);
	await tx.redaction.update({ where: { id: redaction }, data: { open: false } });
}

function withoutWords(address: string) {
	return {
		toName: "Former contact",
		toAddress: address,
		text: "",
		html: "",
		ics: null,
		answer: null,
		searchText: "",
	};
}

/** Mail outside of invites, unless somebody else has the address too: an office's, say. */
async function erasePlainMail(
	tx: Transaction,
	{ id, email }: Anonymising["contact"],
	address: string,
): Promise<void> {
	const [others, users] = await Promise.all([
		tx.contact.count({ where: { email, id: { not: id } } }),
		tx.user.count({ where: { email } }),
	]);
	if (others + users > 0) return;
	await tx.outboxMessage.updateMany({
		where: { toAddress: email, inviteId: null, webhookId: null },
		data: withoutWords(address),
	});
}

/** What they asked for at their address, whichever school it was for. @returns the requests' ids */
async function eraseRequests(
	tx: Transaction,
	{ name, email, phone }: Anonymising["contact"],
	address: string,
): Promise<string[]> {
	const requests = await tx.request.findMany({ where: { contactEmail: email } });
	for (const request of requests) {
		const details = [request.contactName, request.contactPhone, name, email, phone];
		const erased = {
			...request,
			contactName: "Former contact",
			contactEmail: address,
			notes: withoutDetails(request.notes, details),
			offerWords: withoutDetails(request.offerWords, details),
			declineWords: withoutDetails(request.declineWords, details),
		};
		const { contactName, contactEmail, notes, offerWords, declineWords } = erased;
		await tx.request.update({
			where: { id: request.id },
			data: {
				...{ contactName, contactEmail, notes, offerWords, declineWords },
				contactRole: "",
				contactPhone: null,
				searchText: requestSearchText(erased),
			},
		});
	}
	return requests.map(({ id }) => id);
}

async function eraseHistory(
	tx: Transaction,
	contact: Anonymising["contact"],
	requestIds: readonly string[],
): Promise<void> {
	const sessions = await tx.invite.findMany({
		where: { contactId: contact.id },
		select: { sessionId: true },
	});
	const rows = await tx.historyEntry.findMany({
		where: {
			OR: [
				{ subject: "contact", subjectId: contact.id },
				{ subject: "venue", subjectId: contact.venueId },
				{ subject: "request", subjectId: { in: [...requestIds] } },
				{ subject: "session", subjectId: { in: sessions.map(({ sessionId }) => sessionId) } },
			],
		},
		select: { id: true, subject: true, changes: true, why: true },
	});
	const details = [contact.name, contact.email, contact.phone];
	const named = (text: string) => withoutDetails(text, details);
	for (const row of rows) {
		// why all of it: what changes about a contact is their details, those they had before too.
		const changes = rewritten(row.changes, row.subject === "contact" ? () => FORMER : named);
		const why = row.why && named(row.why);
		if (changes === row.changes && why === row.why) continue;
		await tx.historyEntry.update({ where: { id: row.id }, data: { changes, why } });
	}
}

/** why read first: in JSON a quote or a backslash in a name looks otherwise. */
function rewritten(json: string, rewrite: (text: string) => string): string {
	const changes: unknown = JSON.parse(json, (key, value) =>
		typeof value === "string" && key !== "label" ? rewrite(value) : value,
	);
	return JSON.stringify(changes);
}

export interface IdleContact {
	id: string;
	name: string;
	venueId: string;
	venueName: string;
	/** The last session they were invited to, or change to their details. */
	activeAt: Date | null;
}

/** Contacts who have not mattered since a moment and are invited to nothing to come, longest first. */
export async function readIdleContacts(reader: Reader, since: Date): Promise<IdleContact[]> {
	const contacts = await reader.contact.findMany({
		where: {
			anonymisedAt: null,
			invites: { none: { withdrawnAt: null, session: { endsAt: { gt: since } } } },
		},
		select: {
			id: true,
			name: true,
			venueId: true,
			retiredAt: true,
			venue: { select: { name: true } },
			invites: {
				select: { session: { select: { endsAt: true } } },
				orderBy: { session: { endsAt: "desc" } },
				take: 1,
			},
		},
	});
	const touched = await reader.historyEntry.groupBy({
		by: ["subjectId"],
		where: { subject: "contact" },
		_max: { at: true },
	});
	const changedAt = new Map(touched.map(({ subjectId, _max }) => [subjectId, _max.at]));
	return contacts
		.map(({ id, name, venueId, venue, invites, retiredAt }) => ({
			...{ id, name, venueId },
			venueName: venue.name,
			activeAt: lastActive([invites[0]?.session.endsAt, retiredAt, changedAt.get(id), madeAt(id)]),
		}))
		.filter(({ activeAt }) => activeAt === null || activeAt < since)
		.sort((a, b) => (a.activeAt?.getTime() ?? 0) - (b.activeAt?.getTime() ?? 0));
}

/** References of what an address asked for that is still to be answered. */
export async function readOpenRequests(reader: Reader, email: string): Promise<string[]> {
	const requests = await reader.request.findMany({
		where: { contactEmail: email, status: { in: [...openStatuses] } },
		select: { reference: true },
		orderBy: { id: "asc" },
	});
	return requests.map(({ reference }) => reference);
}

/** Where somebody's name or address stands in what the team wrote itself, which nobody changes but the team. */
export async function findMentions(
	reader: Reader,
	{ venueId, name, email }: Pick<Anonymising["contact"], "venueId" | "name" | "email">,
): Promise<string[]> {
	const holds = [name, email].filter((detail) => detail.length >= 3);
	const sessions = await reader.session.findMany({
		where: { venueId, OR: holds.map((detail) => ({ notes: { contains: detail } })) },
		select: { reference: true },
		orderBy: { reference: "asc" },
		take: 50,
	});
	return sessions.map(({ reference }) => reference);
}
