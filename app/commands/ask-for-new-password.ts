import { findUserByAddress } from "#app/data/users.ts";
import { oweInvitation, oweNewPassword } from "./account-messages.ts";
import type { CommandContext } from "./command-context.ts";

/**
 * Owes the user of an address the link to a new password, or their invitation when they never chose
 * one. Says nothing of whether there is such a user.
 */
export async function askForNewPassword(context: CommandContext, email: string): Promise<void> {
	await context.database.transaction(async (tx) => {
		const user = await findUserByAddress(tx, email);
		if (!user || user.disabledAt) return;
		await (user.hasPassword ? oweNewPassword : oweInvitation)(tx, context, user);
	});
}
