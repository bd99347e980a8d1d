import { insertAgency, readAgencyNames } from "#app/data/agencies.ts";
import type { AgencyInput } from "#app/domain/partnership/agency-input.ts";
import type { CommandContext } from "./command-context.ts";
import { nameRefusal, note, type RegisterOutcome, savingUnique } from "./register-outcome.ts";

export async function createAgency(
	context: CommandContext,
	input: AgencyInput,
): Promise<RegisterOutcome> {
	return savingUnique(context, { name: "name" }, async (tx) => {
		const refusal = nameRefusal(input.name, await readAgencyNames(tx));
		if (refusal) return refusal;
		const id = await insertAgency(tx, input);
		await note(tx, context, ["agency", id], { what: "Added" });
		return { ok: true, id };
	});
}
