import type { Mail } from "#app/domain/invites/mail-words.ts";
import { type Role, roleLabels } from "./permissions.ts";

interface Facts {
	name: string;
	partnership: string;
	/** The team's own address, printed under the message. */
	mailFrom: string;
	/** The one-time link. */
	url: string;
}

/** To somebody who is given an account. */
export function invitationMail(
	{ name, partnership, mailFrom, url }: Facts,
	role: Role,
	days: number,
): Mail {
	return {
		subject: `Your account at Termtime, ${partnership}`,
		greeting: `Dear ${name},`,
		heading: "Your account at Termtime",
		lead: [
			`${partnership} arranges its sessions in schools with Termtime. You now have an account there as ${article(role)} ${roleLabels[role].toLowerCase()}.`,
			`Choose a password to begin. The link works once, for ${days} days; after that, ask for another at the sign-in page under “I have forgotten my password”.`,
		],
		details: [],
		prepare: null,
		closing: [],
		link: { text: "Choose a password", url },
		signature: { name: partnership, email: mailFrom, phone: null },
	};
}

/** To somebody who has forgotten their password, or is thought to have. */
export function newPasswordMail(
	{ name, partnership, mailFrom, url }: Facts,
	minutes: number,
): Mail {
	return {
		subject: "Choose a new password for Termtime",
		greeting: `Dear ${name},`,
		heading: "Choose a new password",
		lead: [
			`Somebody, probably you, asked for a new password for your account at Termtime. The link works once, for ${minutes} minutes.`,
		],
		details: [],
		prepare: null,
		closing: [
			"If it was not you, do nothing: your password stays as it is. If it happens again, tell your administrator.",
		],
		link: { text: "Choose a new password", url },
		signature: { name: partnership, email: mailFrom, phone: null },
	};
}

function article(role: Role): "a" | "an" {
	return role === "administrator" ? "an" : "a";
}
