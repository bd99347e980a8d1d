import { readReach } from "#app/data/reach.ts";
import { eachVenueReach, type VenueReach } from "#app/data/venue-reach.ts";
import { reachCsvColumns } from "#app/domain/reach/groupings.ts";
import { type NamedPart, namedParts } from "#app/domain/reach/named-parts.ts";
import { reachPeriod, reachRefusals, withPeriod } from "#app/domain/reach/reach-period.ts";
import { csvRefusal, csvResponse } from "#app/http/csv-response.ts";
import { readListing } from "#app/http/read-listing.ts";
import { requireActor } from "#app/http/require-actor.ts";
import type { Route } from "./+types/reach-csv.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, now, today } = await requireActor(args, "reach.view");
	const { client } = app.database;
	const listing = await readListing(client, args.url, reachRefusals);
	if (!listing.ok) return csvRefusal(listing.errors);
	const { choices, view } = listing;
	const period = reachPeriod(listing.chosen.filter, today);
	const chosen = withPeriod(listing.chosen, period);
	const query = { chosen, now };
	const file = {
		name: `reach-by-${view.by.replace("_", "-")}-${period.from}-to-${period.to}`,
		columns: reachCsvColumns(view.by),
	};
	if (view.by === "venue") {
		return csvResponse(app.log, { ...file, rows: venueRows(eachVenueReach(client, query)) });
	}
	const { parts } = await readReach(client, query, [view.by]);
	const naming = { period, chosen, choices };
	const rows = namedParts(view.by, parts.get(view.by) ?? [], naming).map(rowOf);
	return csvResponse(app.log, { ...file, rows });
}

async function* venueRows(venues: AsyncIterable<VenueReach>) {
	for await (const venue of venues) yield rowOf(venue);
}

function rowOf({
	name,
	sessions,
	youngPeople,
	estimatedDistinct,
	adults,
}: Omit<NamedPart, "key" | "label" | "filter">) {
	return [name, sessions, youngPeople, estimatedDistinct, adults];
}
