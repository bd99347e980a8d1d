import type { ClaimedMessage } from "#app/data/outbox.ts";
import type { Mail } from "#app/gateways/mail.ts";

/** A kept message as the mail server is to get it. */
export function mailOf(
	message: Omit<ClaimedMessage, "id" | "attempts" | "webhookId">,
	sender: Mail["from"],
): Mail {
	const { messageId, createdAt, method, ics, subject, text, html } = message;
	return {
		messageId,
		date: createdAt,
		from: {
			name: message.fromName ?? sender.name,
			address: message.fromAddress ?? sender.address,
		},
		to: { name: message.toName, address: message.toAddress },
		subject,
		text,
		html,
		calendar: method && ics ? { method, text: ics } : null,
	};
}
