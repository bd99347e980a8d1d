import { readReach } from "#app/data/reach.ts";
import { namedParts } from "#app/domain/reach/named-parts.ts";
import { reachPeriod, reachRefusals, withPeriod } from "#app/domain/reach/reach-period.ts";
import { apiLoader, apiOtherMethod } from "#app/http/api.ts";
import { filterRefusal, json } from "#app/http/api-answer.ts";
import { readListing } from "#app/http/read-listing.ts";
import { visitContext } from "#app/http/visit.ts";

/** The figures of /reach.csv and their total, for the same parameters. */
export const loader = apiLoader("reach.view", async ({ app, now, today }, { context }) => {
	const { client } = app.database;
	const listing = await readListing(client, context.get(visitContext).url, reachRefusals);
	if (!listing.ok) return filterRefusal(listing.errors);
	const { choices, view } = listing;
	const period = reachPeriod(listing.chosen.filter, today);
	const chosen = withPeriod(listing.chosen, period);
	const { total, venueCount, parts, venues } = await readReach(client, { chosen, now }, [view.by]);
	const rows = namedParts(view.by, parts.get(view.by) ?? [], { period, chosen, choices, venues });
	return json({
		from: period.from,
		to: period.to,
		by: view.by,
		total: { ...figuresOf(total), venues: venueCount },
		rows: rows.map((row) => ({ key: row.name, ...figuresOf(row) })),
	});
});

interface Figures {
	sessions: number;
	youngPeople: number;
	estimatedDistinct: number;
	adults: number;
}

function figuresOf({ sessions, youngPeople, estimatedDistinct, adults }: Figures) {
	return {
		sessions,
		young_people: youngPeople,
		young_people_estimated_distinct: estimatedDistinct,
		adults,
	};
}

export const action = apiOtherMethod;
