import { z } from "zod";
import { chosen, email, singleLine } from "#app/domain/text.ts";
import { roles } from "./permissions.ts";

export const PASSWORD_LENGTH = 12;
const LONGEST_PASSWORD = 256;

/** A password as typed where one is asked for; whether it is the right one is found out elsewhere. */
export const typedPassword = z
	.string({ error: "Enter your password" })
	.min(1, { error: "Enter your password" });

const goodPassword = z
	.string({ error: "Enter a password" })
	.min(1, { error: "Enter a password", abort: true })
	.refine((text) => [...text].length >= PASSWORD_LENGTH, {
		error: `Choose a password of ${PASSWORD_LENGTH} characters or more`,
		abort: true,
	})
	.refine((text) => text.length <= LONGEST_PASSWORD, {
		error: `Choose a password of ${LONGEST_PASSWORD} characters or fewer`,
		abort: true,
	})
	// why: "aaaaaaaaaaaa" is long and among the first things tried.
	.refine((text) => new Set(text).size > 3, {
		error: "Choose a password with more different characters",
	});

const notTheAddress = "Choose a password that is not your email address";

function isAddress(password: string, address: string): boolean {
	return password.trim().toLowerCase() === address.toLowerCase();
}

/** A password being chosen; `address` is its owner's, which it must not be. */
function newPassword(address: string) {
	return goodPassword.refine((text) => !isAddress(text, address), { error: notTheAddress });
}

export const newPasswordInput = (address: string) => z.object({ password: newPassword(address) });

export const ownPasswordInput = (address: string) =>
	z.object({
		current: z
			.string({ error: "Enter your current password" })
			.min(1, { error: "Enter your current password" }),
		password: newPassword(address),
	});

export const signInInput = z.object({ email, password: typedPassword });

export const addressInput = z.object({ email });

const name = singleLine(100, "the name");
const role = z.enum(roles, { error: "Choose a role" });
/** Nobody, or the id of a person who delivers. */
const personId = z
	.union([z.literal(""), chosen("a person")], { error: "Choose a person" })
	.nullish()
	.transform((id) => id || null);

export const newUserInput = z.object({ name, email, role, personId });
export type NewUserInput = z.output<typeof newUserInput>;

export const changeUserInput = z.object({ name, role, personId });
export type ChangeUserInput = z.output<typeof changeUserInput>;

export const ownNameInput = z.object({ name: singleLine(100, "your name") });

/** The first administrator, and the password they choose. */
export const firstAdministratorInput = z
	.object({ name: singleLine(100, "your name"), email, password: goodPassword })
	.refine(({ email, password }) => !isAddress(password, email), {
		error: notTheAddress,
		path: ["password"],
	});
