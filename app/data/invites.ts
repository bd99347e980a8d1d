import type { Transaction } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";
import { owesPost } from "./outbox-bell.ts";

/** What a calendar shows after a message, as far as the next message may need to say what it was. */
export interface Tells {
	startsAt: Date;
	endsAt: Date;
	room: string | null;
	status: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
}

export interface NewOutboxMessage {
	inviteId: string | null;
	method: "REQUEST" | "CANCEL" | null;
	/** SEQUENCE on the wire, and the session's sequence whose content the message tells. */
	sequence: number | null;
	version: number | null;
	why:
		| "invited"
		| "updated"
		| "cancelled"
		| "removed"
		| "resent"
		| "account"
		| "webhook"
		| "report"
		| "request";
	tells?: Tells | null;
	messageId: string;
	/** The team's name; null for the partnership's. */
	fromName?: string | null;
	/** The organizer's address of an invite; null for the deployment's own. */
	fromAddress: string | null;
	toName: string;
	toAddress: string;
	subject: string;
	text: string;
	html: string;
	ics: string | null;
	/** The webhook that it is posted to instead of being mailed. */
	webhookId?: string | null;
	/** Held until somebody sends it, or waiting for the worker. */
	status: "held" | "waiting";
	now: Date;
}

/** A message as the outbox keeps it. */
export function outboxRow({ now, tells, ...message }: NewOutboxMessage) {
	const { toName, toAddress, subject } = message;
	return {
		...message,
		tells: tells ? JSON.stringify(tells) : null,
		searchText: [toName, toAddress, subject].join(" ").toLowerCase(),
		dueAt: now,
		createdAt: now,
	};
}

/** Owes a message to the post, as part of the change that it tells of. */
export async function insertOutboxMessage(
	tx: Transaction,
	message: NewOutboxMessage,
): Promise<void> {
	await tx.outboxMessage.create({ data: outboxRow(message) });
	owesPost(tx);
}

/** What an address was last told of a session: sent, or on its way and not to be stopped. */
export interface Told {
	method: "REQUEST" | "CANCEL";
	tells: Tells | null;
}

/** How to read the last message of an invite that counts as told: not held, not taken back. */
export const lastTold = {
	where: { method: { not: null }, status: { notIn: ["held", "replaced"] } },
	select: { method: true, tells: true },
	orderBy: { id: "desc" },
	take: 1,
} satisfies Prisma.Invite$messagesArgs;

export function toldOf(
	message: { method: string | null; tells: string | null } | undefined,
): Told | null {
	if (!message) return null;
	const { method, tells } = message;
	return { method: method === "CANCEL" ? "CANCEL" : "REQUEST", tells: readTells(tells) };
}

export function readTells(text: string | null): Tells | null {
	if (text === null) return null;
	const { startsAt, endsAt, room, status } = JSON.parse(text);
	return { startsAt: new Date(startsAt), endsAt: new Date(endsAt), room, status };
}

/**
 * Takes messages back that were held and are overtaken by a change: they would tell what is no
 * longer so, after a message that tells what is.
 */
export async function replaceHeld(
	tx: Transaction,
	inviteIds: readonly string[],
	method?: "REQUEST" | "CANCEL",
): Promise<void> {
	await tx.outboxMessage.updateMany({
		where: { inviteId: { in: [...inviteIds] }, status: "held", ...(method && { method }) },
		data: { status: "replaced" },
	});
}

export interface InviteHolder {
	kind: "contact" | "facilitator";
	id: string;
	name: string;
	address: string;
	/** Which address of a contact's own page is good; null for who has none. */
	linkVersion: number | null;
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
		data: {
			lastSequence,
			...(answerStands ? {} : { answer: null, answeredAt: null, answerNote: "" }),
		},
	});
}
