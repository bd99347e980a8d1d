import { insertTeam } from "#app/data/teams.ts";
import type { TeamInput } from "#app/domain/partnership/team-input.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome, savingUnique } from "./register-outcome.ts";
import { teamFields, teamRefusal } from "./team-fields.ts";

export async function createTeam(
	context: CommandContext,
	input: TeamInput,
): Promise<RegisterOutcome> {
	return savingUnique(context, { name: "name", prefix: "prefix" }, async (tx) => {
		const refusal = await teamRefusal(tx, input);
		if (refusal) return refusal;
		const id = await insertTeam(tx, teamFields(input));
		await note(tx, context, ["team", id], { what: "Added" });
		return { ok: true, id };
	});
}
