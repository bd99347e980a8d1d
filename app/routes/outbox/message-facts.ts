import { findMessage, type WholeMessage } from "#app/data/outbox-pages.ts";
import { may } from "#app/domain/access/permissions.ts";
import { adviceFor, messageKind, messageStatusWords, whenWords } from "#app/http/invite-words.ts";
import { letterHtml } from "#app/http/letter-html.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";

/** @throws 404 for what is no number, for a message that is not there, and for one of an account */
export async function requireMessage(
	{ app, actor }: Entered,
	typed: string | undefined,
): Promise<WholeMessage> {
	const id = /^\d{1,9}$/.test(typed ?? "") ? Number(typed) : 0;
	const accounts = may(actor.role, "accounts.manage");
	const message = await findMessage(app.database.client, id, { accounts });
	if (!message) throw notFound();
	return message;
}

/** `JET-2027-0014-invite`: what a download is called. */
export function fileName({ reference, method, id }: WholeMessage): string {
	const what = method === "CANCEL" ? "cancelled" : method === "REQUEST" ? "invite" : "message";
	return `${reference ?? "termtime"}-${what}-${id}`;
}

export function messageFacts(message: WholeMessage, { app, settings, now, zone }: Entered) {
	const { id, status, toName, toAddress, why, reference, version, sequence } = message;
	const from = {
		name: message.fromName ?? settings.partnership,
		address: message.fromAddress ?? app.deployment.mailFrom,
	};
	return {
		id,
		subject: message.subject,
		reference,
		kind: messageKind(why),
		tag: messageStatusWords[status],
		when: whenWords(message, now, zone),
		answer: message.answer,
		advice: adviceFor(message),
		version: version === null ? null : version + 1,
		sequence,
		posted: message.webhookId === null ? null : JSON.stringify(JSON.parse(message.text), null, 2),
		text: message.text,
		ics: message.ics,
		letter: {
			from: mailbox(from),
			to: mailbox({ name: toName, address: toAddress }),
			subject: message.subject,
			html: letterHtml(message.html),
		},
		may: {
			send: status === "held",
			retry: status === "failed" || (status === "waiting" && message.attempts > 0),
			resend:
				message.endsAt !== null &&
				message.endsAt > now &&
				(status === "sent" || status === "failed"),
		},
	};
}

function mailbox({ name, address }: { name: string; address: string }): string {
	return name ? `${name} <${address}>` : address;
}
