import { insertTheme, readThemeNames } from "#app/data/themes.ts";
import type { ThemeInput } from "#app/domain/partnership/theme-input.ts";
import type { CommandContext } from "./command-context.ts";
import { nameRefusal, note, type RegisterOutcome, savingUnique } from "./register-outcome.ts";

export async function createTheme(
	context: CommandContext,
	input: ThemeInput,
): Promise<RegisterOutcome> {
	return savingUnique(context, { name: "name" }, async (tx) => {
		const refusal = nameRefusal(input.name, await readThemeNames(tx));
		if (refusal) return refusal;
		const id = await insertTheme(tx, input);
		await note(tx, context, ["theme", id], { what: "Added" });
		return { ok: true, id };
	});
}
