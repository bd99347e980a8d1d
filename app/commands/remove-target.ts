import { findTarget, updateTarget } from "#app/data/targets.ts";
import type { CommandContext } from "./command-context.ts";
import { noteTarget, type TargetOutcome } from "./target-outcome.ts";

/** Takes a target off every list; its history stays. Removed already is as good. */
export async function removeTarget(context: CommandContext, id: string): Promise<TargetOutcome> {
	return context.database.transaction(async (tx): Promise<TargetOutcome> => {
		const target = await findTarget(tx, id);
		if (!target) return { ok: false, reason: "not_found" };
		if (target.removedAt) return { ok: true, id };
		if (!(await updateTarget(tx, id, target.version, { removedAt: context.now }))) {
			const now = await findTarget(tx, id);
			if (now?.removedAt) return { ok: true, id };
			return { ok: false, reason: "stale_version", version: now?.version ?? 0 };
		}
		await noteTarget(tx, context, id, { what: "Removed" });
		return { ok: true, id };
	});
}
