import { changesBetween } from "#app/data/history.ts";
import { findTheme, readThemeNames, updateTheme } from "#app/data/themes.ts";
import type { ThemeInput } from "#app/domain/partnership/theme-input.ts";
import type { CommandContext } from "./command-context.ts";
import { nameRefusal, note, type RegisterOutcome, savingUnique } from "./register-outcome.ts";

export async function editTheme(
	context: CommandContext,
	id: string,
	input: ThemeInput,
): Promise<RegisterOutcome> {
	return savingUnique(context, { name: "name" }, async (tx) => {
		const theme = await findTheme(tx, id);
		if (!theme) return { ok: false, reason: "not_found" };
		if (theme.retiredAt) return { ok: false, reason: "retired" };
		const refusal = nameRefusal(input.name, await readThemeNames(tx), id);
		if (refusal) return refusal;
		const changes = changesBetween({ name: "Name", position: "Place in lists" }, theme, input);
		if (changes.length === 0) return { ok: true, id };
		await updateTheme(tx, id, input);
		await note(tx, context, ["theme", id], { what: "Edited", changes });
		return { ok: true, id };
	});
}
