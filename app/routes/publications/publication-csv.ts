import { findPublication, readPublishedSessions } from "#app/data/publications.ts";
import type { CountedSession } from "#app/domain/reach/publication.ts";
import { sortYearGroups, type YearGroup } from "#app/domain/sessions/year-groups.ts";
import { localDateOf } from "#app/domain/time.ts";
import { csvResponse } from "#app/http/csv-response.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import type { Route } from "./+types/publication-csv.ts";

const columns = [
	"reference",
	"date",
	"theme",
	"programme",
	"venue",
	"district",
	"team",
	"year_groups",
	"young_people",
	"adults",
	"counted",
];

/** The sessions of a publication with their figures of the day on which it was published. */
export async function loader(args: Route.LoaderArgs) {
	const { app, zone } = await requireActor(args, "reach.view");
	const { client } = app.database;
	const publication = await findPublication(client, { id: args.params.id });
	if (!publication) throw notFound();
	const sessions = await readPublishedSessions(client, publication.id);
	return csvResponse(app.log, {
		name: `published-${localDateOf(publication.publishedAt, zone)}`,
		columns,
		rows: sessions.map(rowOf),
	});
}

function rowOf(session: CountedSession) {
	const { reference, localDate, theme, programme, venue, district, team } = session;
	const groups = sortYearGroups(Object.keys(session.heads) as YearGroup[]);
	return [
		...[reference, localDate, theme, programme, venue, district, team],
		...[groups.join(" "), session.youngPeople, session.adults, session.counted],
	];
}
