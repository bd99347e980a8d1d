import { mailOf } from "#app/commands/mail-of.ts";
import type { Database } from "#app/data/database.ts";
import { readSettings } from "#app/data/settings.ts";
import type { MailGateway } from "#app/gateways/mail.ts";
import { type Office, type Round, sendDue } from "./send-due.ts";

export interface PostOffice {
	database: Database;
	mail: MailGateway;
	/** Where plain mail comes from; an invite has its own sender. */
	mailFrom: string;
	clock: () => Date;
}

/** The office that sends by mail. */
export function mailOffice({ database, mail, mailFrom, clock }: PostOffice): Office {
	return {
		database,
		clock,
		carrier: {
			channel: "mail",
			lanes: mail.lanes,
			async open() {
				const { partnership } = await readSettings(database.client);
				const sender = { name: partnership, address: mailFrom };
				return (message) => mail.send(mailOf(message, sender));
			},
		},
	};
}

/** Sends all mail that is due (see sendDue). */
export function sendDueMessages(office: PostOffice, stopping?: () => boolean): Promise<Round> {
	return sendDue(mailOffice(office), stopping);
}
