import { findAgency, updateAgency } from "#app/data/agencies.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome } from "./register-outcome.ts";

export async function restoreAgency(context: CommandContext, id: string): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const agency = await findAgency(tx, id);
		if (!agency) return { ok: false, reason: "not_found" };
		if (!agency.retiredAt) return { ok: true, id };
		await updateAgency(tx, id, { retiredAt: null });
		await note(tx, context, ["agency", id], { what: "Brought back" });
		return { ok: true, id };
	});
}
