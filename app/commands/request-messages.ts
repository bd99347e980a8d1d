import type { Transaction } from "#app/data/database.ts";
import type { RequestRecord } from "#app/data/requests.ts";
import type { Mail } from "#app/domain/invites/mail-words.ts";
import { domainOf } from "#app/domain/invites/session-facts.ts";
import {
	type ConfirmedMailFacts,
	confirmAddressMail,
	type RequestMailFacts,
} from "#app/domain/requests/request-mail.ts";
import type { CommandContext, Deployment } from "./command-context.ts";
import { oweMail } from "./owe-mail.ts";

/** Addresses that carry a signature. why given: commands do not know the secret. */
export interface RequestLinks {
	/** Confirms the address, once, for some days. */
	confirm(requestId: string): string;
	/** The school's own page of its request. */
	follow(requestId: string): string;
}

type Mailed = Pick<RequestRecord, "id" | "reference" | "contactEmail" | "programmes" | "dates">;

function factsOf({ deployment, settings }: CommandContext, request: Mailed): RequestMailFacts {
	return {
		reference: request.reference,
		partnership: settings.partnership,
		mailFrom: deployment.mailFrom,
		programmes: request.programmes.map(({ name }) => name),
		dates: request.dates.map(({ date }) => date),
	};
}

/** The id of the one mail to an unconfirmed address, by which it can be found again and removed. */
export function confirmMessageId({ mailFrom }: Deployment, requestId: string): string {
	return `<confirm-${requestId}@${domainOf(mailFrom)}>`;
}

/** Owes the one mail that an unconfirmed address is ever sent. */
export async function oweConfirmation(
	tx: Transaction,
	context: CommandContext,
	request: Mailed,
	links: RequestLinks,
): Promise<void> {
	const mail = confirmAddressMail(factsOf(context, request), links.confirm(request.id));
	const { contactEmail: email } = request;
	const messageId = confirmMessageId(context.deployment, request.id);
	// why not their name: it is whatever a stranger typed.
	await oweMail(tx, context, { name: email, email }, { mail, why: "request", messageId });
}

/** Owes a school a message about its request. @throws when its address is not confirmed */
export async function tellSchool(
	tx: Transaction,
	context: CommandContext,
	request: RequestRecord,
	links: RequestLinks,
	write: (facts: ConfirmedMailFacts) => Mail,
): Promise<void> {
	if (request.confirmedAt === null) {
		throw new Error(`${request.reference} was to be told something before it is confirmed`);
	}
	const { contactName, venueName } = request;
	const followUrl = links.follow(request.id);
	const mail = write({ ...factsOf(context, request), contactName, venueName, followUrl });
	const reader = { name: contactName, email: request.contactEmail };
	await oweMail(tx, context, reader, { mail, why: "request" });
}
