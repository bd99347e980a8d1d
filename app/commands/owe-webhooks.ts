import { randomUUID } from "node:crypto";
import type { Transaction } from "#app/data/database.ts";
import { insertOutboxMessage } from "#app/data/invites.ts";
import { findSession } from "#app/data/sessions.ts";
import { webhooksFor } from "#app/data/webhooks.ts";
import { sessionEvent } from "#app/domain/api/session-event.ts";
import type { SessionEventType } from "#app/domain/api/webhook-input.ts";
import type { CommandContext } from "./command-context.ts";

/**
 * Owes every webhook that asked for it the session as it now is, in the transaction of the change:
 * nothing is told of a change that did not commit.
 */
export async function oweWebhooks(
	tx: Transaction,
	{ now, settings }: CommandContext,
	type: SessionEventType,
	reference: string,
): Promise<void> {
	const webhooks = await webhooksFor(tx, type);
	if (webhooks.length === 0) return;
	const session = await findSession(tx, reference);
	if (!session) throw new Error(`${reference} was changed and is not there`);
	for (const webhook of webhooks) {
		const id = `msg_${randomUUID()}`;
		const event = sessionEvent(session, { id, type, at: now, zone: settings.zone });
		await insertOutboxMessage(tx, {
			webhookId: webhook.id,
			inviteId: null,
			method: null,
			sequence: null,
			version: null,
			why: "webhook",
			messageId: id,
			fromAddress: null,
			toName: webhook.name,
			toAddress: webhook.url,
			subject: `${type} ${reference}`,
			text: JSON.stringify(event),
			html: "",
			ics: null,
			status: "waiting",
			now,
		});
	}
}
