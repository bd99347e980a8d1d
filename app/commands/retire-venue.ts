import { readUpcomingSessions } from "#app/data/upcoming-sessions.ts";
import { findVenue, setVenueRetired } from "#app/data/venues.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome } from "./register-outcome.ts";

/**
 * Takes a venue out of every choice. Refused, with the list, while sessions there are still to
 * happen: whoever holds an invite must be told by a move or a cancellation. What was delivered stays.
 */
export async function retireVenue(context: CommandContext, id: string): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const venue = await findVenue(tx, id);
		if (!venue) return { ok: false, reason: "not_found" };
		if (venue.retiredAt) return { ok: true, id };
		const upcoming = await readUpcomingSessions(tx, { venueId: id }, context.now);
		if (upcoming.total > 0) return { ok: false, reason: "upcoming_sessions", upcoming };
		await setVenueRetired(tx, id, context.now);
		await note(tx, context, ["venue", id], { what: "Retired" });
		return { ok: true, id };
	});
}
