import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

/** Writes down that somebody turned their own two-step sign-in on or off. */
export async function noteTwoStep(context: CommandContext, on: boolean): Promise<void> {
	await context.database.transaction(async (tx) => {
		const what = on ? "Turned two-step sign-in on" : "Turned two-step sign-in off";
		await note(tx, context, ["user", context.actor.userId], { what });
	});
}
