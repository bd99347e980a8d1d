import { redirect } from "react-router";
import { editAgency } from "#app/commands/edit-agency.ts";
import { findAgency } from "#app/data/agencies.ts";
import { readHistory } from "#app/data/history.ts";
import { agencyInput } from "#app/domain/partnership/agency-input.ts";
import { fieldsFrom } from "#app/http/field-values.ts";
import { historyItems } from "#app/http/history-words.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { answerRefusal } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import type { Route } from "./+types/edit-agency.ts";
import { AgencyFields, agencyNouns } from "./agency-fields.tsx";
import { SettingsForm } from "./settings-form.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, zone } = await requireActor(args, "settings.change");
	const { client } = app.database;
	const agency = await findAgency(client, args.params.id);
	if (!agency) throw notFound();
	const { id, name, retiredAt } = agency;
	if (retiredAt) throw redirect(`/settings/agencies/${id}/retire`, 303);
	const history = await readHistory(client, "agency", id);
	return { id, name, values: fieldsFrom({ name }), history: historyItems(history, zone) };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "settings.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(agencyInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await editAgency(command, args.params.id, parsed.data);
	if (!outcome.ok) {
		const page = "/settings/agencies";
		return answerRefusal(app, outcome, { nouns: agencyNouns, fields, page });
	}
	const message = `${parsed.data.name} was saved`;
	return redirectWith(app, "/settings/agencies", { kind: "success", message });
}

export default function EditAgency({ loaderData, actionData }: Route.ComponentProps) {
	const { id, name, values, history } = loaderData;
	return (
		<SettingsForm
			title={`Edit ${name}`}
			back={{ href: "/settings/agencies", text: "Agencies" }}
			errors={actionData?.errors}
			submit="Save agency"
			retireHref={`/settings/agencies/${id}/retire`}
			history={history}
		>
			<AgencyFields values={actionData?.values ?? values} errors={actionData?.errors} />
		</SettingsForm>
	);
}
