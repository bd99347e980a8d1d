import { createHmac, timingSafeEqual } from "node:crypto";
import type { Deployment } from "./command-context.ts";

/** Whose page it is, and which of its addresses is good. */
export interface LinkedContact {
	contactId: string;
	linkVersion: number;
}

/** 132 bits: nobody guesses them, and a mail program need not break the line. */
const SIGNATURE_LENGTH = 22;

function signatureOf(key: string, { contactId, linkVersion }: LinkedContact): string {
	const signed = createHmac("sha256", key).update(`${contactId} ${linkVersion}`);
	return signed.digest("base64url").slice(0, SIGNATURE_LENGTH);
}

/** Where a contact has their own page; null where this process cannot sign. */
export function schoolLink(
	{ appUrl, linkKey }: Pick<Deployment, "appUrl" | "linkKey">,
	contact: LinkedContact,
): string | null {
	if (linkKey === undefined) return null;
	return `${appUrl}/school/${contact.contactId}.${signatureOf(linkKey, contact)}`;
}

/** The contact that a token names, whether or not it is signed; null for what is no token. */
export function contactNamedIn(token: string): string | null {
	return /^([\w-]{1,64})\.[\w-]{22}$/.exec(token)?.[1] ?? null;
}

/** Whether a token is the one that opens the contact's page now. */
export function opensSchoolPage(
	{ linkKey }: Pick<Deployment, "linkKey">,
	token: string,
	contact: LinkedContact,
): boolean {
	if (linkKey === undefined) return false;
	const right = Buffer.from(`${contact.contactId}.${signatureOf(linkKey, contact)}`);
	const given = Buffer.from(token);
	return given.length === right.length && timingSafeEqual(given, right);
}
