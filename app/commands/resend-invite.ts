import { addHistory } from "#app/data/history.ts";
import { insertOutboxMessage, noteSequence, replaceHeld } from "#app/data/invites.ts";
import { findInviteSession, lockSession } from "#app/data/kept-messages.ts";
import { findSession } from "#app/data/sessions.ts";
import type { CommandContext } from "./command-context.ts";
import { currentMessage } from "./current-message.ts";

export type ResendOutcome =
	| { ok: true; toName: string; reference: string }
	/**
	 * - `nothing_to_send`: its reader never heard of the session and is not to
	 * - `over`: the session has ended, and no calendar need show it otherwise any more
	 */
	| { ok: false; reason: "not_found" | "nothing_to_send" | "over" };

/**
 * Sends one recipient the session as it is now, without raising SEQUENCE. What was held for them is
 * replaced by it.
 */
export async function resendInvite(
	context: CommandContext,
	inviteId: string,
): Promise<ResendOutcome> {
	return context.database.transaction(async (tx): Promise<ResendOutcome> => {
		const reference = await findInviteSession(tx, inviteId);
		if (reference === null) return { ok: false, reason: "not_found" };
		await lockSession(tx, reference);
		const session = await findSession(tx, reference);
		const invite = session?.invites.find(({ id }) => id === inviteId);
		if (!session || !invite) return { ok: false, reason: "not_found" };
		if (session.endsAt <= context.now) return { ok: false, reason: "over" };
		const message = await currentMessage(tx, context, session, invite);
		if (!message) return { ok: false, reason: "nothing_to_send" };
		await replaceHeld(tx, [inviteId]);
		await insertOutboxMessage(tx, message);
		await noteSequence(tx, inviteId, message.sequence ?? 0, true);
		await addHistory(tx, {
			at: context.now,
			actorId: context.actor.userId,
			actorName: context.actor.name,
			subject: "session",
			subjectId: session.id,
			what: invite.kind === "contact" ? "Sent a contact again" : "Sent a facilitator again",
		});
		return { ok: true, toName: invite.name, reference: session.reference };
	});
}
