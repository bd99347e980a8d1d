import { restoreTeam } from "#app/commands/restore-team.ts";
import { retireTeam } from "#app/commands/retire-team.ts";
import { findTeam } from "#app/data/teams.ts";
import { readUpcomingSessions } from "#app/data/upcoming-sessions.ts";
import { countOf } from "#app/domain/format-number.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import { retireOrRestore } from "#app/routes/register/retire-or-restore.ts";
import { RetirePage } from "#app/routes/register/retire-page.tsx";
import { upcomingRows } from "#app/routes/register/upcoming-table.tsx";
import type { Route } from "./+types/retire-team.ts";
import { teamNouns } from "./team-fields.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, now, zone } = await requireActor(args, "settings.change");
	const { client } = app.database;
	const team = await findTeam(client, args.params.id);
	if (!team) throw notFound();
	const { id, name, retiredAt, people } = team;
	const upcoming = await readUpcomingSessions(client, { teamId: id }, now);
	return {
		name,
		retired: retiredAt !== null,
		people: countOf(people.length, "person", "people"),
		upcoming: upcomingRows(upcoming, zone),
	};
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "settings.change");
	const { command, app } = entered;
	const team = await findTeam(app.database.client, args.params.id);
	if (!team) throw notFound();
	const { id, name } = team;
	return retireOrRestore(entered, args.request, teamNouns, {
		retire: () => retireTeam(command, id),
		restore: () => restoreTeam(command, id),
		to: "/settings/teams",
		name,
	});
}

export default function RetireTeam({ loaderData, actionData }: Route.ComponentProps) {
	const { name, retired, people, upcoming } = loaderData;
	return (
		<RetirePage
			noun="team"
			name={name}
			retired={retired}
			blockers={{ upcoming }}
			retiring={[
				`${name} can no longer be chosen for sessions.`,
				"What it delivered stays, and stays counted as its own.",
				`The ${people} in it can still be chosen, and are in it again when you bring it back.`,
			]}
			restoring={[`${name} can be chosen for sessions again.`]}
			back={{ href: "/settings/teams", text: "Teams" }}
			errors={actionData?.errors}
		/>
	);
}
