import { findTheme, updateTheme } from "#app/data/themes.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome } from "./register-outcome.ts";

export async function restoreTheme(context: CommandContext, id: string): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const theme = await findTheme(tx, id);
		if (!theme) return { ok: false, reason: "not_found" };
		if (!theme.retiredAt) return { ok: true, id };
		await updateTheme(tx, id, { retiredAt: null });
		await note(tx, context, ["theme", id], { what: "Brought back" });
		return { ok: true, id };
	});
}
