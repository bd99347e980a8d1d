import type { Transaction } from "./database.ts";

export interface NewOutboxMessage {
	inviteId: string | null;
	method: "REQUEST" | "CANCEL" | null;
	/** SEQUENCE on the wire, and the session's sequence whose content the message tells. */
	sequence: number | null;
	version: number | null;
	why: "invited" | "updated" | "cancelled" | "removed" | "resent" | "account";
	messageId: string;
	/** The organizer's address of an invite; null for the deployment's own. */
	fromAddress: string | null;
	toName: string;
	toAddress: string;
	subject: string;
	text: string;
	html: string;
	ics: string | null;
	/** Held until somebody sends it, or waiting for the worker. */
	status: "held" | "waiting";
	now: Date;
}

/** Owes a message to the post, as part of the change that it tells of. */
export async function insertOutboxMessage(
	tx: Transaction,
	{ now, ...message }: NewOutboxMessage,
): Promise<void> {
	await tx.outboxMessage.create({ data: { ...message, dueAt: now, createdAt: now } });
}

export interface InviteHolder {
	kind: "contact" | "facilitator";
	id: string;
	name: string;
	address: string;
}

/** The invite of one session to one address: made, or taken up again by whoever holds it now. */
export async function holdInvite(
	tx: Transaction,
	sessionId: string,
	{ kind, id, name, address }: InviteHolder,
): Promise<string> {
	const holder = {
		kind,
		name,
		contactId: kind === "contact" ? id : null,
		personId: kind === "facilitator" ? id : null,
		withdrawnAt: null,
	};
	const invite = await tx.invite.upsert({
		where: { sessionId_address: { sessionId, address } },
		create: { ...holder, sessionId, address },
		update: holder,
	});
	return invite.id;
}

/** Takes the invites of all other addresses back; what they were last sent stays known. */
export async function withdrawOthers(
	tx: Transaction,
	sessionId: string,
	addresses: readonly string[],
	now: Date,
): Promise<void> {
	await tx.invite.updateMany({
		where: { sessionId, withdrawnAt: null, address: { notIn: [...addresses] } },
		data: { withdrawnAt: now },
	});
}

/** Remembers the SEQUENCE owed to an address; an answer to an older one no longer counts. */
export async function noteSequence(
	tx: Transaction,
	inviteId: string,
	lastSequence: number,
	answerStands: boolean,
): Promise<void> {
	await tx.invite.update({
		where: { id: inviteId },
		data: { lastSequence, ...(answerStands ? {} : { answer: null, answeredAt: null }) },
	});
}
