import { createTeam } from "#app/commands/create-team.ts";
import { readAgencyChoices } from "#app/data/agencies.ts";
import { teamInput } from "#app/domain/partnership/team-input.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { refusalErrors } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, redirectWith } from "#app/http/respond.ts";
import type { Route } from "./+types/new-team.ts";
import { SettingsForm } from "./settings-form.tsx";
import { TeamFields, teamNouns } from "./team-fields.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "settings.change");
	const agencies = await readAgencyChoices(app.database.client);
	return { agencies: agencies.map(({ id, name }) => ({ value: id, label: name })) };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "settings.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(teamInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await createTeam(command, parsed.data);
	if (!outcome.ok) return invalid(refusalErrors(outcome, teamNouns), fields);
	const message = `${parsed.data.name} was added`;
	return redirectWith(app, "/settings/teams", { kind: "success", message });
}

export default function NewTeam({ loaderData, actionData }: Route.ComponentProps) {
	return (
		<SettingsForm
			title="Add team"
			back={{ href: "/settings/teams", text: "Teams" }}
			errors={actionData?.errors}
			submit="Add team"
		>
			<TeamFields
				values={actionData?.values ?? {}}
				errors={actionData?.errors}
				agencies={loaderData.agencies}
			/>
		</SettingsForm>
	);
}
