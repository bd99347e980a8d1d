import { changesBetween } from "#app/data/history.ts";
import { findTeam, type TeamRecord, updateTeam } from "#app/data/teams.ts";
import type { TeamInput } from "#app/domain/partnership/team-input.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome, savingUnique } from "./register-outcome.ts";
import { teamFields, teamLabels, teamRefusal } from "./team-fields.ts";

/**
 * Changes a team. References given so far keep their prefix, and invites sent so far keep the name,
 * address and number they were sent with: none of it is what a calendar shows as time or place.
 */
export async function editTeam(
	context: CommandContext,
	id: string,
	input: TeamInput,
): Promise<RegisterOutcome> {
	return savingUnique(context, { name: "name", prefix: "prefix" }, async (tx) => {
		const before = await findTeam(tx, id);
		if (!before) return { ok: false, reason: "not_found" };
		if (before.retiredAt) return { ok: false, reason: "retired" };
		const refusal = await teamRefusal(tx, input, id);
		if (refusal) return refusal;
		await updateTeam(tx, id, teamFields(input));
		const after = await findTeam(tx, id);
		const changes = changesBetween(teamLabels, shown(before), shown(after));
		if (changes.length > 0) await note(tx, context, ["team", id], { what: "Edited", changes });
		return { ok: true, id };
	});
}

function shown(team: TeamRecord | null) {
	return { ...team, agencies: team?.agencies.map(({ name }) => name).sort() };
}
