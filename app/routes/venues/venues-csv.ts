import type { Reader } from "#app/data/database.ts";
import { readDistricts } from "#app/data/districts.ts";
import { eachVenueIds, readVenuesToExport, type VenueConditions } from "#app/data/venue-search.ts";
import { venueKindLabel } from "#app/domain/venues/venue-kinds.ts";
import { csvResponse } from "#app/http/csv-response.ts";
import { requireActor } from "#app/http/require-actor.ts";
import type { Route } from "./+types/venues-csv.ts";
import { readVenueFilters } from "./venue-filters.ts";

const columns = [
	"urn",
	"name",
	"kind",
	"phase",
	"type",
	"street",
	"locality",
	"town",
	"postcode",
	"district",
	"local_authority",
	"lowest_age",
	"highest_age",
	"pupils",
	"free_school_meals_percent",
	"last_session",
	"retired",
];

/** The list of venues as a file, narrowed like its page. What only some may read is not in it. */
export async function loader(args: Route.LoaderArgs) {
	const { app, today } = await requireActor(args, "register.view");
	const { client } = app.database;
	const { conditions } = readVenueFilters(args.url.searchParams, await readDistricts(client));
	const rows = rowsOf(client, conditions);
	return csvResponse(app.log, { name: `venues-${today}`, columns, rows });
}

async function* rowsOf(reader: Reader, conditions: VenueConditions) {
	for await (const ids of eachVenueIds(reader, conditions)) {
		for (const venue of await readVenuesToExport(reader, ids)) {
			yield [
				venue.urn,
				venue.name,
				venueKindLabel(venue.kind),
				venue.phase,
				venue.typeName,
				venue.street,
				venue.locality,
				venue.town,
				venue.postcode,
				venue.district?.name ?? null,
				venue.laName,
				venue.lowAge,
				venue.highAge,
				venue.pupils,
				venue.fsmPercent,
				venue.lastDelivered,
				venue.retiredAt ? "yes" : "no",
			];
		}
	}
}
