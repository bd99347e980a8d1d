import { readAuthorities, readSchoolDates } from "#app/data/school-time.ts";
import { datesFileColumns } from "#app/domain/school-time/dates-file.ts";
import { csvResponse } from "#app/http/csv-response.ts";
import { requireActor } from "#app/http/require-actor.ts";
import type { Route } from "./+types/terms-csv.ts";

/** Every date on record, in the form in which a file of dates is loaded. */
export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "settings.view");
	const { client } = app.database;
	const [authorities, dates] = await Promise.all([
		readAuthorities(client),
		readSchoolDates(client),
	]);
	const names = new Map(authorities.map(({ code, name }) => [code, name]));
	return csvResponse(app.log, {
		name: "term-dates",
		columns: datesFileColumns,
		rows: dates
			// why: a school without a URN cannot be named in a file.
			.filter(({ venue }) => venue === null || venue.urn !== null)
			.map(({ laCode, venue, kind, name, from, to, yearGroups }) => [
				laCode === null ? "" : (names.get(laCode) ?? laCode),
				venue?.urn ?? "",
				kind,
				name,
				from,
				to,
				yearGroups.join(" "),
			]),
	});
}
