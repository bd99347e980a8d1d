import { dependantsOf } from "#app/commands/register-outcome.ts";
import { restoreAgency } from "#app/commands/restore-agency.ts";
import { retireAgency } from "#app/commands/retire-agency.ts";
import { findAgency } from "#app/data/agencies.ts";
import { dependantsWords } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { notFound } from "#app/http/respond.ts";
import { retireOrRestore } from "#app/routes/register/retire-or-restore.ts";
import { RetirePage } from "#app/routes/register/retire-page.tsx";
import type { Route } from "./+types/retire-agency.ts";
import { agencyNouns } from "./agency-fields.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "settings.change");
	const agency = await findAgency(app.database.client, args.params.id);
	if (!agency) throw notFound();
	const { name, retiredAt } = agency;
	return { name, retired: retiredAt !== null, dependants: dependantsWords(dependantsOf(agency)) };
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "settings.change");
	const { command, app } = entered;
	const agency = await findAgency(app.database.client, args.params.id);
	if (!agency) throw notFound();
	const { id, name } = agency;
	return retireOrRestore(entered, args.request, agencyNouns, {
		retire: () => retireAgency(command, id),
		restore: () => restoreAgency(command, id),
		to: "/settings/agencies",
		name,
	});
}

export default function RetireAgency({ loaderData, actionData }: Route.ComponentProps) {
	const { name, retired, dependants } = loaderData;
	return (
		<RetirePage
			noun="agency"
			name={name}
			retired={retired}
			blockers={{ dependants }}
			retiring={[
				`${name} can no longer be chosen for people, teams or programmes.`,
				"What it delivered stays counted as its own.",
				"You can bring it back at any time.",
			]}
			restoring={[`${name} can be chosen for people, teams and programmes again.`]}
			back={{ href: "/settings/agencies", text: "Agencies" }}
			errors={actionData?.errors}
		/>
	);
}
