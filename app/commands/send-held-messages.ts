import type { Transaction } from "#app/data/database.ts";
import { addHistory } from "#app/data/history.ts";
import { replaceHeld } from "#app/data/invites.ts";
import {
	findHeldSession,
	type HeldMessage,
	type HeldTarget,
	lockSession,
	readHeld,
	releaseHeld,
} from "#app/data/kept-messages.ts";
import { findSession, type SessionRecord } from "#app/data/sessions.ts";
import { isComing } from "#app/domain/invites/invite-truth.ts";
import type { CommandContext } from "./command-context.ts";
import { writeHeld } from "./preview-invites.ts";

export type SendHeldOutcome =
	| { ok: true; messages: number; reference: string }
	| { ok: false; reason: "nothing_held" };

/**
 * Lets held messages go. They are written anew as they leave: what is not in a calendar's entry may
 * have been edited since (what to prepare), and DTSTAMP is the moment of writing.
 */
export async function sendHeldMessages(
	context: CommandContext,
	target: HeldTarget,
): Promise<SendHeldOutcome> {
	return context.database.transaction(async (tx): Promise<SendHeldOutcome> => {
		const reference = await findHeldSession(tx, target);
		if (reference === null) return { ok: false, reason: "nothing_held" };
		await lockSession(tx, reference);
		const session = await findSession(tx, reference);
		if (!session) return { ok: false, reason: "nothing_held" };
		let messages = 0;
		for (const one of await readHeld(tx, target))
			messages += await sendOne(tx, context, session, one);
		if (messages === 0) return { ok: false, reason: "nothing_held" };
		await addHistory(tx, {
			at: context.now,
			actorId: context.actor.userId,
			actorName: context.actor.name,
			subject: "session",
			subjectId: session.id,
			what: messages === 1 ? "Sent 1 held message" : `Sent ${messages} held messages`,
		});
		return { ok: true, messages, reference: session.reference };
	});
}

async function sendOne(
	tx: Transaction,
	context: CommandContext,
	session: SessionRecord,
	held: HeldMessage,
): Promise<number> {
	const invite = session.invites.find(({ id }) => id === held.inviteId);
	if (!invite || (held.method === "REQUEST" && !isComing(session, invite))) {
		await replaceHeld(tx, [held.inviteId]);
		return 0;
	}
	await releaseHeld(tx, held.id, writeHeld(context, session, invite, held));
	return 1;
}
