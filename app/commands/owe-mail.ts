import { randomUUID } from "node:crypto";
import type { Transaction } from "#app/data/database.ts";
import { insertOutboxMessage } from "#app/data/invites.ts";
import { htmlMail, textMail } from "#app/domain/invites/mail-layout.ts";
import type { Mail } from "#app/domain/invites/mail-words.ts";
import { domainOf } from "#app/domain/invites/session-facts.ts";
import type { CommandContext } from "./command-context.ts";

interface PlainMail {
	mail: Mail;
	why: "account" | "report" | "request";
	/** Where it is to be found again by it; otherwise made up. */
	messageId?: string;
}

/** Owes somebody a plain mail, without a calendar entry. */
export async function oweMail(
	tx: Transaction,
	{ deployment, now }: CommandContext,
	{ name, email }: { name: string; email: string },
	{ mail, why, messageId }: PlainMail,
): Promise<void> {
	await insertOutboxMessage(tx, {
		inviteId: null,
		method: null,
		sequence: null,
		version: null,
		why,
		messageId: messageId ?? `<${randomUUID()}@${domainOf(deployment.mailFrom)}>`,
		fromAddress: null,
		toName: name,
		toAddress: email,
		subject: mail.subject,
		text: textMail(mail),
		html: htmlMail(mail),
		ics: null,
		status: "waiting",
		now,
	});
}
