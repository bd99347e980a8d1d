import { createHash } from "node:crypto";
import { createTransport, type SendMailOptions } from "nodemailer";
import MailComposer from "nodemailer/lib/mail-composer";
import { cleanLine } from "#app/domain/invites/clean-text.ts";

interface Mailbox {
	name: string;
	address: string;
}

/** One message to one person, as it will be written. */
export interface Mail {
	/** With its angle brackets; also decides the boundaries, so that a message is the same each time. */
	messageId: string;
	/** When it was written, however late it leaves. */
	date: Date;
	from: Mailbox;
	to: Mailbox;
	subject: string;
	text: string;
	html: string;
	/** An invitation or its cancellation; null for plain mail, which says that a program wrote it. */
	calendar: { method: "REQUEST" | "CANCEL"; text: string } | null;
}

/**
 * What became of a message:
 * - `sent`: the server took it; `answer` is what it said
 * - `refused`: the server will never take it
 * - `put_off`: the server did not take it this time, or was lost while it was on its way
 * - `unreachable`: there is no server to talk to; the message is not to blame
 * `answer` is the server's own words, or ours where it said nothing.
 */
export interface Delivery {
	outcome: "sent" | "refused" | "put_off" | "unreachable";
	answer: string;
}

export interface MailGateway {
	/** How many messages it can have on their way at once. */
	lanes: number;
	/** Never rejects: whatever goes wrong is an outcome. */
	send(mail: Mail): Promise<Delivery>;
	close(): void;
}

const LIMITS = {
	connectionTimeout: 20_000,
	greetingTimeout: 20_000,
	/** RFC 5321 §4.5.3.2 grants ten minutes for the last answer; few servers still ask for one. */
	socketTimeout: 120_000,
	dnsTimeout: 10_000,
};

/** Opens a pool of connections to the mail server of `SMTP_URL`, made when they are needed. */
export function openMail(url: string, lanes = 5): MailGateway {
	const transport = createTransport({
		...LIMITS,
		url,
		pool: true,
		maxConnections: lanes,
		maxMessages: 500,
		// why: trying again is the outbox's business, which remembers it across a restart.
		maxRequeues: 0,
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	return {
		lanes,
		async send(mail) {
			try {
				const { response } = await transport.sendMail(optionsOf(mail));
				return { outcome: "sent", answer: words(response) };
			} catch (error) {
				return deliveryOf(error as Failure, () => transport.verify());
			}
		},
		close: () => transport.close(),
	};
}

/** The message as its bytes go over the wire: also what a person downloads as `.eml`. */
export async function writeMail(mail: Mail): Promise<Buffer> {
	const composer = new MailComposer({ ...optionsOf(mail), newline: "windows" });
	return composer.compile().build();
}

function optionsOf(mail: Mail): SendMailOptions {
	const { messageId, date, calendar } = mail;
	return {
		messageId,
		date,
		from: mailbox(mail.from),
		to: mailbox(mail.to),
		subject: cleanLine(mail.subject),
		text: mail.text,
		html: mail.html,
		baseBoundary: createHash("sha256").update(messageId).digest("hex").slice(0, 16),
		...(calendar ? calendarParts(calendar) : { headers: { "Auto-Submitted": "auto-generated" } }),
	} as SendMailOptions;
}

/**
 * The calendar twice, byte for byte the same: programs that answer invitations read the alternative
 * whose `method` must equal METHOD inside, the others offer the attachment. why base64: nothing on
 * the way may touch a line.
 */
function calendarParts({ method, text }: NonNullable<Mail["calendar"]>): SendMailOptions {
	const content = Buffer.from(text);
	return {
		alternatives: [
			{
				contentType: `text/calendar; charset=UTF-8; method=${method}`,
				content,
				contentTransferEncoding: "base64",
			},
		],
		attachments: [
			{
				filename: method === "CANCEL" ? "cancelled.ics" : "invite.ics",
				contentType: "application/ics",
				content,
				contentTransferEncoding: "base64",
			},
		],
	};
}

/** why cleaned: a name is typed by people, and a line break in it would begin another header. */
function mailbox({ name, address }: Mailbox): Mailbox {
	return { name: cleanLine(name), address };
}

interface Failure extends Error {
	code?: string;
	command?: string;
	response?: string;
	responseCode?: number;
}

const OF_A_MESSAGE = ["EENVELOPE", "EMESSAGE"];

/** Whose fault it was: the server's own words about this message decide, else whether it still answers. */
async function deliveryOf(error: Failure, probe: () => Promise<unknown>): Promise<Delivery> {
	const { code = "", responseCode, response } = error;
	if (responseCode !== undefined && OF_A_MESSAGE.includes(code)) {
		// why 503: it says that commands came out of order, not that the message was refused.
		const forGood = responseCode >= 500 && responseCode !== 503;
		return { outcome: forGood ? "refused" : "put_off", answer: words(response ?? "") };
	}
	// why refused: without words from the server it was never asked; such a message cannot be written.
	if (OF_A_MESSAGE.includes(code)) {
		return { outcome: "refused", answer: "This address cannot be written to by mail." };
	}
	const unreachable = await probe().then(
		() => null,
		(failure: Failure) => failure,
	);
	if (unreachable) return { outcome: "unreachable", answer: troubleWords(unreachable) };
	return {
		outcome: "put_off",
		answer: "The connection to the mail server was lost while the message was on its way.",
	};
}

const TROUBLES: Record<string, string> = {
	EDNS: "The name of the mail server could not be found.",
	ETIMEDOUT: "The mail server did not answer in time.",
	ETLS: "The mail server could not be reached securely.",
	EAUTH: "The mail server refused our user name and password.",
	ENOAUTH: "The mail server asks for a user name and password.",
};

/** why not the error's message: it names hosts, users and files, and this is shown to people. */
function troubleWords({ code = "", response }: Failure): string {
	const trouble = TROUBLES[code] ?? "The mail server could not be reached.";
	return response ? `${trouble} It said: ${words(response)}` : trouble;
}

/** A server may say anything, at any length. */
function words(response: string): string {
	return cleanLine(response).slice(0, 500);
}
