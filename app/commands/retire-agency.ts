import { findAgency, updateAgency } from "#app/data/agencies.ts";
import type { CommandContext } from "./command-context.ts";
import { dependantsOf, note, type RegisterOutcome } from "./register-outcome.ts";

/**
 * Takes an agency out of every choice. Refused while people, teams or programmes need it: they
 * would name an agency that nobody can choose. What it delivered stays counted as its own.
 */
export async function retireAgency(context: CommandContext, id: string): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const agency = await findAgency(tx, id);
		if (!agency) return { ok: false, reason: "not_found" };
		if (agency.retiredAt) return { ok: true, id };
		const dependants = dependantsOf(agency);
		if (dependants.length > 0) return { ok: false, reason: "in_use", dependants };
		await updateAgency(tx, id, { retiredAt: context.now });
		await note(tx, context, ["agency", id], { what: "Retired" });
		return { ok: true, id };
	});
}
