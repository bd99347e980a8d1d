import { keepLink } from "#app/data/account-links.ts";
import type { Transaction } from "#app/data/database.ts";
import { invitationMail, newPasswordMail } from "#app/domain/access/account-mail.ts";
import type { Role } from "#app/domain/access/permissions.ts";
import type { CommandContext } from "./command-context.ts";
import { oweMail } from "./owe-mail.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How long an invitation may lie unread, and how long a forgotten password takes to remember. */
const INVITATION_DAYS = 7;
const NEW_PASSWORD_MINUTES = 60;

interface Addressee {
	id: string;
	name: string;
	email: string;
	role: Role;
}

/** Owes a new user the link by which they choose a password; earlier links stop working. */
export async function oweInvitation(
	tx: Transaction,
	context: CommandContext,
	user: Addressee,
): Promise<void> {
	const facts = await linkFacts(tx, context, user, INVITATION_DAYS * DAY);
	const mail = invitationMail(facts, user.role, INVITATION_DAYS);
	await oweMail(tx, context, user, { mail, why: "account" });
}

/** Owes a user the link by which they choose a new password; earlier links stop working. */
export async function oweNewPassword(
	tx: Transaction,
	context: CommandContext,
	user: Addressee,
): Promise<void> {
	const facts = await linkFacts(tx, context, user, NEW_PASSWORD_MINUTES * MINUTE);
	const mail = newPasswordMail(facts, NEW_PASSWORD_MINUTES);
	await oweMail(tx, context, user, { mail, why: "account" });
}

async function linkFacts(
	tx: Transaction,
	{ deployment, settings, now }: CommandContext,
	{ id, name }: Addressee,
	lasting: number,
) {
	const expiresAt = new Date(now.getTime() + lasting);
	const token = await keepLink(tx, { purpose: "password", userId: id, expiresAt });
	const { partnership } = settings;
	const { appUrl, mailFrom } = deployment;
	return { name, partnership, mailFrom, url: `${appUrl}/reset-password/${token}` };
}
