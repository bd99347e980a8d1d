import { dropTwoStep, endSignIns, readUser } from "#app/data/users.ts";
import type { AccountOutcome } from "./account-fields.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

/** For somebody who lost both telephone and backup codes: the password alone lets them in again. */
export async function resetTwoStep(context: CommandContext, id: string): Promise<AccountOutcome> {
	return context.database.transaction<AccountOutcome>(async (tx) => {
		const user = await readUser(tx, id);
		if (!user) return { ok: false, reason: "not_found" };
		if (!user.twoStep) return { ok: true, id };
		await dropTwoStep(tx, id);
		await endSignIns(tx, id);
		await note(tx, context, ["user", id], { what: "Two-step sign-in turned off for them" });
		return { ok: true, id };
	});
}
