import { findProgramme, setProgrammeRetired } from "#app/data/programmes.ts";
import { readUpcomingSessions } from "#app/data/upcoming-sessions.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome } from "./register-outcome.ts";

/**
 * Takes a programme out of every choice. Refused while sessions of it are still to happen. What it
 * reached stays counted, and those qualified for it are again when it is brought back.
 */
export async function retireProgramme(
	context: CommandContext,
	id: string,
): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const programme = await findProgramme(tx, id);
		if (!programme || programme.id !== id) return { ok: false, reason: "not_found" };
		if (programme.retiredAt) return { ok: true, id };
		const upcoming = await readUpcomingSessions(tx, { programmeId: id }, context.now);
		if (upcoming.total > 0) return { ok: false, reason: "upcoming_sessions", upcoming };
		await setProgrammeRetired(tx, id, context.now);
		await note(tx, context, ["programme", id], { what: "Retired" });
		return { ok: true, id };
	});
}
