import { redirect } from "react-router";
import { editTeam } from "#app/commands/edit-team.ts";
import { readAgencyChoices } from "#app/data/agencies.ts";
import { readHistory } from "#app/data/history.ts";
import { findTeam, type TeamRecord } from "#app/data/teams.ts";
import { teamInput } from "#app/domain/partnership/team-input.ts";
import { fieldsFrom } from "#app/http/field-values.ts";
import { historyItems } from "#app/http/history-words.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { answerRefusal } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import type { Route } from "./+types/edit-team.ts";
import { SettingsForm } from "./settings-form.tsx";
import { TeamFields, teamNouns } from "./team-fields.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, zone } = await requireActor(args, "settings.change");
	const { client } = app.database;
	const team = await findTeam(client, args.params.id);
	if (!team) throw notFound();
	const { id, name, retiredAt } = team;
	if (retiredAt) throw redirect(`/settings/teams/${id}/retire`, 303);
	const [agencies, history] = await Promise.all([
		readAgencyChoices(client),
		readHistory(client, "team", id),
	]);
	return {
		id,
		name,
		values: valuesOf(team),
		agencies: agencies.map((agency) => ({ value: agency.id, label: agency.name })),
		history: historyItems(history, zone),
	};
}

function valuesOf({ name, prefix, email, phone, agencies }: TeamRecord) {
	return fieldsFrom({ name, prefix, email, phone, agencies: agencies.map(({ id }) => id) });
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "settings.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(teamInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await editTeam(command, args.params.id, parsed.data);
	if (!outcome.ok) {
		const page = "/settings/teams";
		return answerRefusal(app, outcome, { nouns: teamNouns, fields, page });
	}
	const message = `${parsed.data.name} was saved`;
	return redirectWith(app, "/settings/teams", { kind: "success", message });
}

export default function EditTeam({ loaderData, actionData }: Route.ComponentProps) {
	const { id, name, values, agencies, history } = loaderData;
	return (
		<SettingsForm
			title={`Edit ${name}`}
			back={{ href: "/settings/teams", text: "Teams" }}
			errors={actionData?.errors}
			submit="Save team"
			retireHref={`/settings/teams/${id}/retire`}
			history={history}
		>
			<TeamFields
				values={actionData?.values ?? values}
				errors={actionData?.errors}
				agencies={agencies}
			/>
		</SettingsForm>
	);
}
