import { findTheme, updateTheme } from "#app/data/themes.ts";
import type { CommandContext } from "./command-context.ts";
import { dependantsOf, note, type RegisterOutcome } from "./register-outcome.ts";

/**
 * Takes a theme out of every choice. Refused while programmes stand under it: what they deliver is
 * reported by it. Reach under the theme stays as it was.
 */
export async function retireTheme(context: CommandContext, id: string): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const theme = await findTheme(tx, id);
		if (!theme) return { ok: false, reason: "not_found" };
		if (theme.retiredAt) return { ok: true, id };
		const dependants = dependantsOf(theme);
		if (dependants.length > 0) return { ok: false, reason: "in_use", dependants };
		await updateTheme(tx, id, { retiredAt: context.now });
		await note(tx, context, ["theme", id], { what: "Retired" });
		return { ok: true, id };
	});
}
