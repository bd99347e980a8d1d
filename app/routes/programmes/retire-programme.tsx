import { restoreProgramme } from "#app/commands/restore-programme.ts";
import { retireProgramme } from "#app/commands/retire-programme.ts";
import { findProgramme } from "#app/data/programmes.ts";
import { readUpcomingSessions } from "#app/data/upcoming-sessions.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import { retireOrRestore } from "#app/routes/register/retire-or-restore.ts";
import { RetirePage } from "#app/routes/register/retire-page.tsx";
import { upcomingRows } from "#app/routes/register/upcoming-table.tsx";
import type { Route } from "./+types/retire-programme.ts";
import { programmeNouns } from "./programme-form-data.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, now, zone } = await requireActor(args, "register.change");
	const { client } = app.database;
	const programme = await findProgramme(client, args.params.id);
	if (!programme) throw notFound();
	const { id, name, theme, retiredAt } = programme;
	const upcoming = await readUpcomingSessions(client, { programmeId: id }, now);
	return {
		id,
		name,
		theme: theme.name,
		retired: retiredAt !== null,
		upcoming: upcomingRows(upcoming, zone),
	};
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "register.change");
	const { command, app } = entered;
	const programme = await findProgramme(app.database.client, args.params.id);
	if (!programme) throw notFound();
	const { id, name } = programme;
	return retireOrRestore(entered, args.request, programmeNouns, {
		retire: () => retireProgramme(command, id),
		restore: () => restoreProgramme(command, id),
		to: `/programmes/${id}`,
		name,
	});
}

export default function RetireProgramme({ loaderData, actionData }: Route.ComponentProps) {
	const { id, name, theme, retired, upcoming } = loaderData;
	return (
		<RetirePage
			noun="programme"
			name={name}
			retired={retired}
			blockers={{ upcoming }}
			retiring={[
				`${name} can no longer be booked or asked for.`,
				`What it reached stays, and stays counted under ${theme}.`,
				"You can bring it back at any time, with those who may deliver it.",
			]}
			restoring={[`${name} can be booked and asked for again.`]}
			back={{ href: `/programmes/${id}`, text: name }}
			errors={actionData?.errors}
		/>
	);
}
