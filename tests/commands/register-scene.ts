import { bookSession } from "#app/commands/book-session.ts";
import type { RegisterOutcome } from "#app/commands/register-outcome.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import { aBooking, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import type { World } from "#tests/setup/databases.ts";

/** The id of what was saved; a refusal fails the test, saying why. */
export function saved(outcome: RegisterOutcome): string {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome));
	return outcome.id;
}

/** The reference of a session booked with its invites. */
export async function booked(
	world: World,
	team: TeamThatCanBook,
	change: Record<string, unknown> = {},
	hold = false,
): Promise<string> {
	const input = sessionInput.parse(aBooking(team, change));
	const outcome = await bookSession(world.context(), input, { needReasons: false, hold });
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.reference;
}
