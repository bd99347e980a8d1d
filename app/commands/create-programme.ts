import { insertProgramme, readProgrammeNames } from "#app/data/programmes.ts";
import type { ProgrammeInput } from "#app/domain/programmes/programme-input.ts";
import { freeSlug } from "#app/domain/programmes/slug.ts";
import type { CommandContext } from "./command-context.ts";
import { programmeFields, programmeRefusal } from "./programme-fields.ts";
import { note, type RegisterOutcome, savingUnique } from "./register-outcome.ts";

/** Adds a programme under a slug that stays, because addresses and programs outside go by it. */
export async function createProgramme(
	context: CommandContext,
	input: ProgrammeInput,
): Promise<RegisterOutcome> {
	return savingUnique(context, { name: "name", slug: "name" }, async (tx) => {
		const refusal = await programmeRefusal(tx, input);
		if (refusal) return refusal;
		const slugs = (await readProgrammeNames(tx)).map(({ slug }) => slug);
		const id = await insertProgramme(tx, {
			...programmeFields(input),
			slug: freeSlug(input.name, slugs),
		});
		await note(tx, context, ["programme", id], { what: "Added" });
		return { ok: true, id };
	});
}
