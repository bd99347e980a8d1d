import { deleteBase, findBase } from "#app/data/bases.ts";
import type { CommandContext } from "./command-context.ts";
import { dependantsOf, note, type RegisterOutcome } from "./register-outcome.ts";

/** Takes a base off the list, when nobody starts from it any more. */
export async function removeBase(context: CommandContext, id: string): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx): Promise<RegisterOutcome> => {
		const base = await findBase(tx, id);
		if (!base) return { ok: false, reason: "not_found" };
		const dependants = dependantsOf(base);
		if (dependants.length > 0) return { ok: false, reason: "in_use", dependants };
		await deleteBase(tx, id);
		await note(tx, context, ["setting", "bases"], { what: `Base removed: ${base.name}` });
		return { ok: true, id };
	});
}
