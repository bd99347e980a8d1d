import { findPerson, setPersonRetired } from "#app/data/people.ts";
import { readUpcomingSessions } from "#app/data/upcoming-sessions.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome } from "./register-outcome.ts";

/**
 * Takes somebody out of every choice. Refused, with the list, while they are on sessions that are
 * still to happen: another facilitator is for a person to find. What they delivered stays theirs.
 */
export async function retirePerson(context: CommandContext, id: string): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const person = await findPerson(tx, id);
		if (!person) return { ok: false, reason: "not_found" };
		if (person.retiredAt) return { ok: true, id };
		const upcoming = await readUpcomingSessions(tx, { personId: id }, context.now);
		if (upcoming.total > 0) return { ok: false, reason: "upcoming_sessions", upcoming };
		await setPersonRetired(tx, id, context.now);
		await note(tx, context, ["person", id], { what: "Retired" });
		return { ok: true, id };
	});
}
