import { findAgency, readAgencyNames, updateAgency } from "#app/data/agencies.ts";
import { changesBetween } from "#app/data/history.ts";
import type { AgencyInput } from "#app/domain/partnership/agency-input.ts";
import type { CommandContext } from "./command-context.ts";
import { nameRefusal, note, type RegisterOutcome, savingUnique } from "./register-outcome.ts";

export async function editAgency(
	context: CommandContext,
	id: string,
	input: AgencyInput,
): Promise<RegisterOutcome> {
	return savingUnique(context, { name: "name" }, async (tx) => {
		const agency = await findAgency(tx, id);
		if (!agency) return { ok: false, reason: "not_found" };
		if (agency.retiredAt) return { ok: false, reason: "retired" };
		const refusal = nameRefusal(input.name, await readAgencyNames(tx), id);
		if (refusal) return refusal;
		const changes = changesBetween({ name: "Name" }, agency, input);
		if (changes.length === 0) return { ok: true, id };
		await updateAgency(tx, id, input);
		await note(tx, context, ["agency", id], { what: "Edited", changes });
		return { ok: true, id };
	});
}
