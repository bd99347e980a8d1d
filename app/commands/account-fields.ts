import type { Transaction } from "#app/data/database.ts";
import { readPeopleWithoutUser, type UserRecord } from "#app/data/users.ts";
import { type RegisterRefusal, unknownChoice } from "./register-outcome.ts";

/** What stands in the way of changing an account besides what stands in every change's way. */
export type AccountRefusal =
	| RegisterRefusal
	/** Nobody else could sign in as an administrator. */
	| { ok: false; reason: "last_administrator" }
	/** One does not close one's own account by mistake. */
	| { ok: false; reason: "yourself" }
	| { ok: false; reason: "disabled" }
	/** The invitation was answered: there is nothing to send again. */
	| { ok: false; reason: "has_password" };

export type AccountOutcome = { ok: true; id: string } | AccountRefusal;

/** The refusal of a person who is not there, or has an account already; or null. */
export async function personRefusal(
	tx: Transaction,
	personId: string | null,
	user?: UserRecord,
): Promise<RegisterRefusal | null> {
	if (personId === null) return null;
	const free = await readPeopleWithoutUser(tx, user?.person?.id);
	return free.some(({ id }) => id === personId) ? null : unknownChoice("personId");
}
