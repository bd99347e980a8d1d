import { readUser, updateUser } from "#app/data/users.ts";
import type { AccountOutcome } from "./account-fields.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

/** Opens an account again, with the password that it had. */
export async function enableUser(context: CommandContext, id: string): Promise<AccountOutcome> {
	return context.database.transaction<AccountOutcome>(async (tx) => {
		const user = await readUser(tx, id);
		if (!user) return { ok: false, reason: "not_found" };
		if (!user.disabledAt) return { ok: true, id };
		await updateUser(tx, id, { disabledAt: null });
		await note(tx, context, ["user", id], { what: "Enabled" });
		return { ok: true, id };
	});
}
