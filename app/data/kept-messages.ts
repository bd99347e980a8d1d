import type { Reader, Transaction } from "./database.ts";
import { type NewOutboxMessage, outboxRow, readTells, type Tells } from "./invites.ts";
import { owesPost } from "./outbox-bell.ts";

/** Messages that somebody takes in hand: sends again, lets go, tries at once. */

/**
 * Waits for whoever is changing the session, so that what is read next is how it stays until this
 * transaction ends. why: a message written from an older state would leave after the newer one.
 */
export async function lockSession(tx: Transaction, reference: string): Promise<void> {
	await tx.session.updateMany({ where: { reference }, data: { version: { increment: 0 } } });
}

/** The reference of the session that an invite is to, or null. */
export async function findInviteSession(reader: Reader, inviteId: string): Promise<string | null> {
	const invite = await reader.invite.findUnique({
		where: { id: inviteId },
		select: { session: { select: { reference: true } } },
	});
	return invite?.session.reference ?? null;
}

export interface LastSent {
	method: "REQUEST" | "CANCEL";
	version: number;
	tells: Tells | null;
}

/** The last message of an invite that the mail server took, or null. */
export async function findLastSent(reader: Reader, inviteId: string): Promise<LastSent | null> {
	const row = await reader.outboxMessage.findFirst({
		where: { inviteId, status: "sent", method: { not: null } },
		orderBy: { id: "desc" },
	});
	if (!row) return null;
	const method = row.method === "CANCEL" ? "CANCEL" : "REQUEST";
	return { method, version: row.version ?? 0, tells: readTells(row.tells) };
}

export interface HeldMessage {
	id: number;
	inviteId: string;
	method: "REQUEST" | "CANCEL";
	sequence: number;
	why: Exclude<NewOutboxMessage["why"], "account" | "webhook" | "report" | "request">;
}

/** All that is held of a session, or one message of it. */
export type HeldTarget = { reference: string } | { id: number };

/** The session that the target is of, where anything is held of it. */
export async function findHeldSession(reader: Reader, target: HeldTarget): Promise<string | null> {
	const row = await reader.outboxMessage.findFirst({
		where: heldBy(target),
		select: { invite: { select: { session: { select: { reference: true } } } } },
	});
	return row?.invite?.session.reference ?? null;
}

function heldBy(target: HeldTarget) {
	return "id" in target
		? { id: target.id, status: "held", inviteId: { not: null } }
		: { status: "held", invite: { session: { reference: target.reference } } };
}

export async function readHeld(reader: Reader, target: HeldTarget): Promise<HeldMessage[]> {
	const rows = await reader.outboxMessage.findMany({
		where: heldBy(target),
		select: { id: true, inviteId: true, method: true, sequence: true, why: true },
		orderBy: { id: "asc" },
	});
	return rows.map(({ id, inviteId, method, sequence, why }) => ({
		id,
		inviteId: inviteId ?? "",
		method: method === "CANCEL" ? "CANCEL" : "REQUEST",
		sequence: sequence ?? 0,
		why: why as HeldMessage["why"],
	}));
}

/** Lets a held message go, in the words it is given now. */
export async function releaseHeld(
	tx: Transaction,
	id: number,
	written: NewOutboxMessage,
): Promise<void> {
	await tx.outboxMessage.updateMany({
		where: { id, status: "held" },
		data: { ...outboxRow(written), status: "waiting" },
	});
	owesPost(tx);
}

export interface ForRetry {
	status: string;
	toName: string;
	/** A newer message to the same reader exists, or the session is not what it tells any more. */
	overtaken: boolean;
}

export async function findForRetry(reader: Reader, id: number): Promise<ForRetry | null> {
	const row = await reader.outboxMessage.findUnique({
		where: { id },
		select: {
			status: true,
			toName: true,
			method: true,
			version: true,
			inviteId: true,
			invite: { select: { session: { select: { sequence: true } } } },
		},
	});
	if (!row) return null;
	const { status, toName, inviteId } = row;
	const newer =
		inviteId === null
			? 0
			: await reader.outboxMessage.count({
					where: { inviteId, id: { gt: id }, status: { not: "replaced" } },
				});
	const changed =
		row.method === "REQUEST" && row.version !== (row.invite?.session.sequence ?? null);
	return { status, toName, overtaken: newer > 0 || changed };
}

/** Makes a message due; one that was given up begins again from the first wait. */
export async function retryNow(
	tx: Transaction,
	id: number,
	now: Date,
	from: "failed" | "waiting",
): Promise<void> {
	await tx.outboxMessage.updateMany({
		where: { id, status: from },
		data: { status: "waiting", dueAt: now, ...(from === "failed" && { attempts: 0 }) },
	});
	owesPost(tx);
}
