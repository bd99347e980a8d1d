import { restoreVenue } from "#app/commands/restore-venue.ts";
import { retireVenue } from "#app/commands/retire-venue.ts";
import { readUpcomingSessions } from "#app/data/upcoming-sessions.ts";
import { findVenue } from "#app/data/venues.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import { retireOrRestore } from "#app/routes/register/retire-or-restore.ts";
import { RetirePage } from "#app/routes/register/retire-page.tsx";
import { upcomingRows } from "#app/routes/register/upcoming-table.tsx";
import type { Route } from "./+types/retire-venue.ts";
import { venueNouns } from "./venue-nouns.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, now, zone } = await requireActor(args, "register.change");
	const { client } = app.database;
	const venue = await findVenue(client, args.params.id);
	if (!venue) throw notFound();
	const upcoming = await readUpcomingSessions(client, { venueId: venue.id }, now);
	return {
		id: venue.id,
		name: venue.name,
		retired: venue.retiredAt !== null,
		upcoming: upcomingRows(upcoming, zone),
	};
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "register.change");
	const { command, app } = entered;
	const { id } = args.params;
	const venue = await findVenue(app.database.client, id);
	if (!venue) throw notFound();
	return retireOrRestore(entered, args.request, venueNouns, {
		retire: () => retireVenue(command, id),
		restore: () => restoreVenue(command, id),
		to: `/venues/${id}`,
		name: venue.name,
	});
}

export default function RetireVenue({ loaderData, actionData }: Route.ComponentProps) {
	const { id, name, retired, upcoming } = loaderData;
	return (
		<RetirePage
			noun="venue"
			name={name}
			retired={retired}
			blockers={{ upcoming }}
			retiring={[
				`${name} can no longer be chosen for sessions or requests.`,
				"Everything delivered there stays, and stays counted in reach.",
				"Its contacts stay on record and are sent nothing.",
				"You can bring it back at any time.",
			]}
			restoring={[`${name} can be chosen again, with its contacts and rooms as they were.`]}
			back={{ href: `/venues/${id}`, text: name }}
			errors={actionData?.errors}
		/>
	);
}
