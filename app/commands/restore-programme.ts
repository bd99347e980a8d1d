import { named } from "#app/data/choice.ts";
import { findProgramme, setProgrammeRetired } from "#app/data/programmes.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome } from "./register-outcome.ts";

/** Offers a programme again. Refused while its theme is retired: nothing would report it. */
export async function restoreProgramme(
	context: CommandContext,
	id: string,
): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const programme = await findProgramme(tx, id);
		if (!programme || programme.id !== id) return { ok: false, reason: "not_found" };
		if (!programme.retiredAt) return { ok: true, id };
		const needed = [named(programme.theme), ...programme.agenciesNeeded];
		const retired = needed.find((one) => one.retired);
		if (retired) return { ok: false, reason: "belongs_to_retired", to: retired };
		await setProgrammeRetired(tx, id, null);
		await note(tx, context, ["programme", id], { what: "Brought back" });
		return { ok: true, id };
	});
}
