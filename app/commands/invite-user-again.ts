import { readUser } from "#app/data/users.ts";
import type { AccountOutcome } from "./account-fields.ts";
import { oweInvitation } from "./account-messages.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

/** Owes somebody who has not chosen a password a new invitation; the one before stops working. */
export async function inviteUserAgain(
	context: CommandContext,
	id: string,
): Promise<AccountOutcome> {
	return context.database.transaction<AccountOutcome>(async (tx) => {
		const user = await readUser(tx, id);
		if (!user) return { ok: false, reason: "not_found" };
		if (user.disabledAt) return { ok: false, reason: "disabled" };
		if (user.hasPassword) return { ok: false, reason: "has_password" };
		await oweInvitation(tx, context, user);
		await note(tx, context, ["user", id], { what: "Invited again" });
		return { ok: true, id };
	});
}
