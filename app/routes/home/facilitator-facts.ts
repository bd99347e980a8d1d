import { readNextSession, readPersonSessions, readToCloseOut } from "#app/data/person-sessions.ts";
import { formatDate, formatSessionTime } from "#app/domain/format-time.ts";
import { listingHref } from "#app/domain/sessions/session-filter.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { stopFacts, stopsInOrder } from "#app/routes/my-day/stop-facts.ts";

export type FacilitatorFacts = Awaited<ReturnType<typeof facilitatorFacts>>;

/** What somebody who delivers needs to see first; empty for an account that is joined to nobody. */
export async function facilitatorFacts(entered: Entered) {
	const { app, actor, now, zone, today } = entered;
	const { client } = app.database;
	const { personId } = actor;
	const [next, sessions, over] =
		personId === null
			? [null, [], []]
			: await Promise.all([
					readNextSession(client, personId, now),
					readPersonSessions(client, personId, { from: today, to: today }),
					readToCloseOut(client, personId, now),
				]);
	return {
		kind: "facilitator" as const,
		date: formatDate(today),
		delivers: personId !== null,
		next: next && stopFacts(next, entered),
		nextIsToday: next?.localDate === today,
		rest: stopsInOrder(
			sessions.filter(({ status }) => status !== "cancelled"),
			entered,
		).filter(({ reference }) => reference !== next?.reference),
		toCloseOut: over.map(({ reference, startsAt, endsAt, programme, venue }) => ({
			reference,
			title: `${programme.name} at ${venue.name}`,
			when: formatSessionTime(startsAt, endsAt, zone),
		})),
		toCloseOutHref: listingHref("/sessions", {
			status: "awaiting_close_out",
			...(personId !== null && { person: personId }),
		}),
	};
}
