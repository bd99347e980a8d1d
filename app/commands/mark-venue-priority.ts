import { findVenue, setVenuePriority } from "#app/data/venues.ts";
import type { PriorityInput } from "#app/domain/venues/priority-input.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome } from "./register-outcome.ts";

/** Marks a venue as one to go to first, or gives a new reason for it. */
export async function markVenuePriority(
	context: CommandContext,
	id: string,
	{ reason }: PriorityInput,
): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const venue = await findVenue(tx, id);
		if (!venue) return { ok: false, reason: "not_found" };
		if (venue.retiredAt) return { ok: false, reason: "retired" };
		if (venue.priority && venue.priorityReason === reason) return { ok: true, id };
		await setVenuePriority(tx, id, reason);
		const what = venue.priority ? "Changed why it is a priority" : "Marked as priority";
		await note(tx, context, ["venue", id], { what, why: reason });
		return { ok: true, id };
	});
}
