import { readContactsAt } from "#app/data/contacts.ts";
import type { Reader } from "#app/data/database.ts";
import { readDistricts } from "#app/data/districts.ts";
import { eachVenueIds, type VenueConditions } from "#app/data/venue-search.ts";
import { csvResponse } from "#app/http/csv-response.ts";
import { requireActor } from "#app/http/require-actor.ts";
import type { Route } from "./+types/contacts-csv.ts";
import { readVenueFilters } from "./venue-filters.ts";

const columns = ["venue", "urn", "name", "role", "email", "phone", "retired"];

/**
 * The contacts of the venues that a list shows. why those who keep them only: a facilitator looks
 * up whom they visit, and has no need of everybody's address at once.
 */
export async function loader(args: Route.LoaderArgs) {
	const { app, today } = await requireActor(args, "register.change");
	const { client } = app.database;
	const { conditions } = readVenueFilters(args.url.searchParams, await readDistricts(client));
	const rows = rowsOf(client, conditions);
	return csvResponse(app.log, { name: `contacts-${today}`, columns, rows });
}

async function* rowsOf(reader: Reader, conditions: VenueConditions) {
	for await (const ids of eachVenueIds(reader, conditions)) {
		for (const contact of await readContactsAt(reader, ids, conditions)) {
			const { venue, name, role, email, phone, retiredAt } = contact;
			yield [venue.name, venue.urn, name, role, email, phone, retiredAt ? "yes" : "no"];
		}
	}
}
