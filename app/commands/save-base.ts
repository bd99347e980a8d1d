import { findBase, insertBase, listBases, updateBase } from "#app/data/bases.ts";
import { named } from "#app/data/choice.ts";
import { changesBetween } from "#app/data/history.ts";
import { findPlace } from "#app/data/places.ts";
import type { BaseInput } from "#app/domain/travel/travel-input.ts";
import type { CommandContext } from "./command-context.ts";
import {
	nameRefusal,
	note,
	type RegisterOutcome,
	savingUnique,
	unknownChoice,
} from "./register-outcome.ts";

const labels = { name: "Name", easting: "Easting", northing: "Northing" };

/**
 * Adds a base, or changes one.
 * @param id of the base that changes; null for a new one
 */
export async function saveBase(
	context: CommandContext,
	id: string | null,
	{ name, at }: BaseInput,
): Promise<RegisterOutcome> {
	return savingUnique<RegisterOutcome>(context, { name: "name" }, async (tx) => {
		const before = id === null ? null : await findBase(tx, id);
		if (id !== null && !before) return { ok: false, reason: "not_found" };
		const others = (await listBases(tx)).map((base) => named({ ...base, retiredAt: null }));
		const refusal = nameRefusal(name, others, id);
		if (refusal) return refusal;
		const place = typeof at === "string" ? await findPlace(tx, at) : at;
		if (!place) return unknownChoice("near");
		const fields = { name, ...place };
		const baseId = before?.id ?? (await insertBase(tx, fields));
		if (before) await updateBase(tx, before.id, fields);
		const changes = changesBetween(labels, { ...before }, fields);
		if (changes.length > 0) {
			const what = before ? `Base changed: ${before.name}` : `Base added: ${name}`;
			await note(tx, context, ["setting", "bases"], { what, changes });
		}
		return { ok: true, id: baseId };
	});
}
