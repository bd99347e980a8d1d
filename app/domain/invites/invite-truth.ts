import type { SessionStatus } from "#app/domain/sessions/status.ts";
import type { MessageStatus } from "./delivery.ts";

/** What one recipient's calendar holds, as far as the messages to it can tell. */

/** One message of an invite, without its words. */
export interface TruthMessage {
	id: number;
	method: "REQUEST" | "CANCEL";
	/** The session's sequence that it tells. */
	version: number;
	status: MessageStatus;
}

export interface TruthInvite<Message extends TruthMessage> {
	withdrawnAt: Date | null;
	/** In the order in which they were owed. */
	messages: readonly Message[];
}

/**
 * - `current`: the last message that left tells the session as it is
 * - `ended`: the session is off, or off for this recipient, and that was the last they were told
 * - `on_its_way`: a message that puts it right waits or is being sent
 * - `held`: one is written and kept back
 * - `failed`: the last one could not be sent
 * - `not_invited`: nothing has ever been sent, and nothing is on its way
 * - `out_of_date`: something else was sent last, and nothing is on its way
 */
export type InviteState =
	| "current"
	| "ended"
	| "on_its_way"
	| "held"
	| "failed"
	| "not_invited"
	| "out_of_date";

export interface InviteTruth<Message extends TruthMessage> {
	state: InviteState;
	/** What their calendar shows is not, or no longer, so. Whatever is on its way has not arrived. */
	outOfDate: boolean;
	/** The last message that left; null when none ever did. */
	lastSent: Message | null;
	/** The newest of all that was not taken back. */
	newest: Message | null;
}

/** Whether a recipient is to have the session in their calendar. */
export function isComing(
	session: { status: SessionStatus },
	invite: { withdrawnAt: Date | null },
): boolean {
	return session.status !== "cancelled" && invite.withdrawnAt === null;
}

/** Compares what an invite's messages told with what the session is. */
export function inviteTruth<Message extends TruthMessage>(
	session: { status: SessionStatus; sequence: number },
	invite: TruthInvite<Message>,
): InviteTruth<Message> {
	const lastSent = invite.messages.findLast(({ status }) => status === "sent") ?? null;
	const newest = invite.messages.findLast(({ status }) => status !== "replaced") ?? null;
	const coming = isComing(session, invite);
	const holds = lastSent?.method === "REQUEST";
	const right = coming ? holds && lastSent.version === session.sequence : !holds;
	const outOfDate = !right && lastSent !== null;
	return { state: stateOf(coming, right, newest), outOfDate, lastSent, newest };
}

function stateOf(coming: boolean, right: boolean, newest: TruthMessage | null): InviteState {
	if (right) return coming ? "current" : "ended";
	switch (newest?.status) {
		case "held":
		case "failed":
			return newest.status;
		case "waiting":
		case "sending":
			return "on_its_way";
		default:
			return newest ? "out_of_date" : "not_invited";
	}
}
