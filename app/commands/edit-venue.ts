import { changesBetween } from "#app/data/history.ts";
import { findVenue, updateVenue } from "#app/data/venues.ts";
import type { VenueInput } from "#app/domain/venues/venue-input.ts";
import type { CommandContext } from "./command-context.ts";
import { type Corrected, correctCalendars } from "./correct-calendars.ts";
import { note, type RegisterRefusal, savingUnique } from "./register-outcome.ts";
import { addressLabels, venueChanges, venueFields, venueRefusal } from "./venue-fields.ts";

/** Changes a venue. Its name and address are in calendars: those of upcoming sessions are owed them. */
export async function editVenue(
	context: CommandContext,
	id: string,
	input: VenueInput,
): Promise<({ ok: true; id: string } & Corrected) | RegisterRefusal> {
	return savingUnique(context, { urn: "urn" }, async (tx) => {
		const before = await findVenue(tx, id);
		if (!before) return { ok: false, reason: "not_found" };
		if (before.retiredAt) return { ok: false, reason: "retired" };
		const fields = venueFields(input);
		const refusal = await venueRefusal(tx, context, fields, before);
		if (refusal) return refusal;
		const corrected = await correctCalendars(tx, context, () => updateVenue(tx, id, fields), {
			of: { venueId: id },
			what: "Venue's name or address changed",
			changes: changesBetween(addressLabels, before, { ...fields }),
		});
		const after = await findVenue(tx, id);
		if (!after) throw new Error("A venue was changed and is not there");
		const changes = venueChanges(before, after);
		if (changes.length > 0) await note(tx, context, ["venue", id], { what: "Edited", changes });
		return { ok: true, id, ...corrected };
	});
}
