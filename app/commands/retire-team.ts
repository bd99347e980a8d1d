import { findTeam, setTeamRetired } from "#app/data/teams.ts";
import { readUpcomingSessions } from "#app/data/upcoming-sessions.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome } from "./register-outcome.ts";

/**
 * Takes a team out of every choice. Refused while sessions of it are still to happen: nobody would
 * answer for them. Its people keep their membership on record, and its figures stay.
 */
export async function retireTeam(context: CommandContext, id: string): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const team = await findTeam(tx, id);
		if (!team) return { ok: false, reason: "not_found" };
		if (team.retiredAt) return { ok: true, id };
		const upcoming = await readUpcomingSessions(tx, { teamId: id }, context.now);
		if (upcoming.total > 0) return { ok: false, reason: "upcoming_sessions", upcoming };
		await setTeamRetired(tx, id, context.now);
		await note(tx, context, ["team", id], { what: "Retired" });
		return { ok: true, id };
	});
}
