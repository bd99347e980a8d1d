import type { Reader } from "#app/data/database.ts";
import type { NewOutboxMessage } from "#app/data/invites.ts";
import { findLastSent } from "#app/data/kept-messages.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { isComing } from "#app/domain/invites/invite-truth.ts";
import type { CommandContext } from "./command-context.ts";
import { holderOf, type OwedMessage, writeMessage } from "./owe-invites.ts";

type Invite = SessionRecord["invites"][number];

/**
 * The message that puts one recipient's calendar right as things stand: the session as it is, or
 * that it is off. Null where there is nothing to say, because they never heard of it and are not to.
 */
export async function currentMessage(
	reader: Reader,
	context: Pick<CommandContext, "deployment" | "settings" | "now">,
	session: SessionRecord,
	invite: Invite,
): Promise<NewOutboxMessage | null> {
	const message = isComing(session, invite)
		? await comingMessage(reader, session, invite)
		: leavingMessage(session, invite);
	if (!message) return null;
	const holder = holderOf(invite);
	return writeMessage(context, { session, holder, inviteId: invite.id, hold: false, ...message });
}

type Message = Pick<OwedMessage, "message" | "words" | "previous">;

async function comingMessage(
	reader: Reader,
	session: SessionRecord,
	invite: Invite,
): Promise<Message> {
	const last = await findLastSent(reader, invite.id);
	const holds = last?.method === "REQUEST";
	const knows = holds && last.version === session.sequence;
	// why not one more: nothing about the session changed, and RFC 5546 §2.1.4 takes the same
	// SEQUENCE with a later DTSTAMP for the newer of two.
	const sequence = Math.max(session.sequence, invite.lastSequence ?? 0);
	return {
		message: { method: "REQUEST", sequence, version: session.sequence, why: "resent" },
		words: knows ? "resent" : holds ? "updated" : "invited",
		previous: holds && !knows ? last.tells : null,
	};
}

function leavingMessage(session: SessionRecord, invite: Invite): Message | null {
	if (!invite.told || invite.lastSequence === null) return null;
	// why one more: a CANCEL must be above the REQUEST that it takes back.
	const sequence = invite.lastSequence + (invite.told.method === "REQUEST" ? 1 : 0);
	return {
		message: { method: "CANCEL", sequence, version: session.sequence, why: "resent" },
		words: session.status === "cancelled" ? "cancelled" : "removed",
	};
}
