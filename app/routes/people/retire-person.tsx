import { restorePerson } from "#app/commands/restore-person.ts";
import { retirePerson } from "#app/commands/retire-person.ts";
import { findPerson } from "#app/data/people.ts";
import { readUpcomingSessions } from "#app/data/upcoming-sessions.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import { retireOrRestore } from "#app/routes/register/retire-or-restore.ts";
import { RetirePage } from "#app/routes/register/retire-page.tsx";
import { upcomingRows } from "#app/routes/register/upcoming-table.tsx";
import type { Route } from "./+types/retire-person.ts";
import { personNouns } from "./person-form-data.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, now, zone } = await requireActor(args, "register.change");
	const { client } = app.database;
	const person = await findPerson(client, args.params.id);
	if (!person) throw notFound();
	const upcoming = await readUpcomingSessions(client, { personId: person.id }, now);
	return {
		id: person.id,
		name: person.name,
		retired: person.retiredAt !== null,
		signsIn: person.user !== null && person.user.disabledAt === null,
		upcoming: upcomingRows(upcoming, zone),
	};
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "register.change");
	const { command, app } = entered;
	const { id } = args.params;
	const person = await findPerson(app.database.client, id);
	if (!person) throw notFound();
	return retireOrRestore(entered, args.request, personNouns, {
		retire: () => retirePerson(command, id),
		restore: () => restorePerson(command, id),
		to: `/people/${id}`,
		name: person.name,
	});
}

export default function RetirePerson({ loaderData, actionData }: Route.ComponentProps) {
	const { id, name, retired, upcoming, signsIn } = loaderData;
	return (
		<RetirePage
			noun="person"
			name={name}
			retired={retired}
			blockers={{ upcoming }}
			retiring={[
				`${name} can no longer be chosen for sessions.`,
				"The sessions they delivered stay theirs, and stay counted.",
				...(signsIn
					? ["They can still sign in: an administrator can close their account under Users."]
					: []),
				"You can bring them back at any time, with what they may deliver.",
			]}
			restoring={[`${name} can be chosen for sessions again, with what they could deliver before.`]}
			back={{ href: `/people/${id}`, text: name }}
			errors={actionData?.errors}
		/>
	);
}
