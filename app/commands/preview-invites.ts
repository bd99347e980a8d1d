import type { Reader } from "#app/data/database.ts";
import type { NewOutboxMessage } from "#app/data/invites.ts";
import { type HeldMessage, readHeld } from "#app/data/kept-messages.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import type { CommandContext } from "./command-context.ts";
import { currentMessage } from "./current-message.ts";
import { holderOf, writeMessage } from "./owe-invites.ts";

/**
 * The exact message that each recipient would get now: the one that is held for them, as letting it
 * go would write it, else the one that “Send again” would send. Nothing is written down.
 */
export async function previewInvites(
	reader: Reader,
	context: Pick<CommandContext, "deployment" | "settings" | "now">,
	session: SessionRecord,
): Promise<NewOutboxMessage[]> {
	const held = await readHeld(reader, { reference: session.reference });
	const byInvite = new Map(held.map((one) => [one.inviteId, one]));
	const messages: NewOutboxMessage[] = [];
	for (const invite of session.invites) {
		const waits = byInvite.get(invite.id);
		const message = waits
			? writeHeld(context, session, invite, waits)
			: await currentMessage(reader, context, session, invite);
		if (message && (waits || invite.withdrawnAt === null)) messages.push(message);
	}
	return messages;
}

/** A held message in the words it would have if it left now. */
export function writeHeld(
	context: Pick<CommandContext, "deployment" | "settings" | "now">,
	session: SessionRecord,
	invite: SessionRecord["invites"][number],
	{ method, sequence, why }: HeldMessage,
): NewOutboxMessage {
	return writeMessage(context, {
		session,
		holder: holderOf(invite),
		inviteId: invite.id,
		message: { method, sequence, version: session.sequence, why },
		previous: why === "updated" ? invite.told?.tells : null,
		hold: false,
	});
}
