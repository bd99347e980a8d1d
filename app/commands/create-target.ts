import { insertTarget } from "#app/data/targets.ts";
import type { TargetInput } from "#app/domain/reach/target-input.ts";
import type { CommandContext } from "./command-context.ts";
import { checkTarget, noteTarget, type TargetOutcome, targetChanges } from "./target-outcome.ts";

export async function createTarget(
	context: CommandContext,
	input: TargetInput,
): Promise<TargetOutcome> {
	return context.database.transaction(async (tx): Promise<TargetOutcome> => {
		const checked = await checkTarget(tx, input);
		if (!checked.ok) return checked;
		const id = await insertTarget(tx, input, context.now);
		const changes = targetChanges(null, input, checked.names);
		await noteTarget(tx, context, id, { what: "Added", changes });
		return { ok: true, id };
	});
}
