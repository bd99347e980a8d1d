import type { ListedSession } from "#app/data/listed-sessions.ts";
import { exportSessions } from "#app/data/session-list.ts";
import { toLocal } from "#app/domain/time.ts";
import { csvRefusal, csvResponse } from "#app/http/csv-response.ts";
import { readListing } from "#app/http/read-listing.ts";
import { requireActor } from "#app/http/require-actor.ts";
import type { Route } from "./+types/sessions-csv.ts";

// Part of what programs outside rely on, in this order.
const columns = [
	"reference",
	"date",
	"start",
	"end",
	"theme",
	"programme",
	"venue",
	"district",
	"team",
	"status",
	"year_groups",
	"expected_young_people",
	"young_people",
	"adults",
	"counted",
];

export async function loader(args: Route.LoaderArgs) {
	const { app, now, zone, today } = await requireActor(args, "sessions.view");
	const { client } = app.database;
	const listing = await readListing(client, args.url);
	if (!listing.ok) return csvRefusal(listing.errors);
	const sessions = exportSessions(client, { chosen: listing.chosen, now });
	return csvResponse(app.log, {
		name: `sessions-${today}`,
		columns,
		rows: rowsOf(sessions, zone),
	});
}

async function* rowsOf(sessions: AsyncIterable<ListedSession>, zone: string) {
	for await (const session of sessions) {
		const { figures } = session;
		yield [
			session.reference,
			session.localDate,
			toLocal(session.startsAt, zone).time,
			toLocal(session.endsAt, zone).time,
			session.theme,
			session.programme,
			session.venue,
			session.district,
			session.team,
			session.status,
			session.yearGroups.join(" "),
			session.expectedYoungPeople,
			figures?.youngPeople ?? null,
			figures?.adults ?? null,
			figures?.counted ?? null,
		];
	}
}
