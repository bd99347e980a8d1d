import { insertVenue } from "#app/data/venues.ts";
import type { VenueInput } from "#app/domain/venues/venue-input.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome, savingUnique } from "./register-outcome.ts";
import { venueFields, venueRefusal } from "./venue-fields.ts";

export async function createVenue(
	context: CommandContext,
	input: VenueInput,
): Promise<RegisterOutcome> {
	return savingUnique(context, { urn: "urn" }, async (tx) => {
		const fields = venueFields(input);
		const refusal = await venueRefusal(tx, context, fields);
		if (refusal) return refusal;
		const id = await insertVenue(tx, fields);
		await note(tx, context, ["venue", id], { what: "Added" });
		return { ok: true, id };
	});
}
