import { findVenue, setVenuePriority } from "#app/data/venues.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome } from "./register-outcome.ts";

/** Takes the mark of a priority away, with its reason, which history keeps. */
export async function unmarkVenuePriority(
	context: CommandContext,
	id: string,
): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const venue = await findVenue(tx, id);
		if (!venue) return { ok: false, reason: "not_found" };
		if (!venue.priority) return { ok: true, id };
		await setVenuePriority(tx, id, null);
		const changes = [{ label: "Reason", from: venue.priorityReason, to: null }];
		await note(tx, context, ["venue", id], { what: "Is no longer a priority", changes });
		return { ok: true, id };
	});
}
