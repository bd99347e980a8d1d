import { findTarget, updateTarget } from "#app/data/targets.ts";
import type { TargetInput } from "#app/domain/reach/target-input.ts";
import type { CommandContext } from "./command-context.ts";
import { checkTarget, noteTarget, type TargetOutcome, targetChanges } from "./target-outcome.ts";

/** @param version that was read: a newer one is not overwritten */
export async function editTarget(
	context: CommandContext,
	{ id, version }: { id: string; version: number },
	input: TargetInput,
): Promise<TargetOutcome> {
	return context.database.transaction(async (tx): Promise<TargetOutcome> => {
		const target = await findTarget(tx, id);
		if (!target) return { ok: false, reason: "not_found" };
		if (target.removedAt) return { ok: false, reason: "removed" };
		const stale = { ok: false, reason: "stale_version", version: target.version } as const;
		if (target.version !== version) return stale;
		const checked = await checkTarget(tx, input, target);
		if (!checked.ok) return checked;
		const changes = targetChanges(target, input, checked.names);
		if (changes.length === 0) return { ok: true, id };
		if (!(await updateTarget(tx, id, version, input))) return stale;
		await noteTarget(tx, context, id, { what: "Changed", changes });
		return { ok: true, id };
	});
}
