import { dropLinks } from "#app/data/account-links.ts";
import { countOtherAdministrators, endSignIns, readUser, updateUser } from "#app/data/users.ts";
import type { AccountOutcome } from "./account-fields.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

/** Closes an account: its sign-ins and links end at once. What its user did stays on record. */
export async function disableUser(context: CommandContext, id: string): Promise<AccountOutcome> {
	if (context.actor.userId === id) return { ok: false, reason: "yourself" };
	return context.database.transaction<AccountOutcome>(async (tx) => {
		// why before anything is read: two who disable each other at once take turns here.
		const others = await countOtherAdministrators(tx, id);
		const user = await readUser(tx, id);
		if (!user) return { ok: false, reason: "not_found" };
		if (user.disabledAt) return { ok: true, id };
		if (user.role === "administrator" && others === 0) {
			return { ok: false, reason: "last_administrator" };
		}
		await updateUser(tx, id, { disabledAt: context.now });
		await endSignIns(tx, id);
		await dropLinks(tx, "password", id);
		await note(tx, context, ["user", id], { what: "Disabled" });
		return { ok: true, id };
	});
}
