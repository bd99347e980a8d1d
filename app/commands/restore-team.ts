import { findTeam, setTeamRetired } from "#app/data/teams.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome } from "./register-outcome.ts";

export async function restoreTeam(context: CommandContext, id: string): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const team = await findTeam(tx, id);
		if (!team) return { ok: false, reason: "not_found" };
		if (!team.retiredAt) return { ok: true, id };
		await setTeamRetired(tx, id, null);
		await note(tx, context, ["team", id], { what: "Brought back" });
		return { ok: true, id };
	});
}
