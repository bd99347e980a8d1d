import { findVenue, setVenueRetired } from "#app/data/venues.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome } from "./register-outcome.ts";

export async function restoreVenue(context: CommandContext, id: string): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const venue = await findVenue(tx, id);
		if (!venue) return { ok: false, reason: "not_found" };
		if (!venue.retiredAt) return { ok: true, id };
		await setVenueRetired(tx, id, null);
		await note(tx, context, ["venue", id], { what: "Brought back" });
		return { ok: true, id };
	});
}
