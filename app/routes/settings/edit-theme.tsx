import { redirect } from "react-router";
import { editTheme } from "#app/commands/edit-theme.ts";
import { readHistory } from "#app/data/history.ts";
import { findTheme } from "#app/data/themes.ts";
import { themeInput } from "#app/domain/partnership/theme-input.ts";
import { fieldsFrom } from "#app/http/field-values.ts";
import { historyItems } from "#app/http/history-words.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { answerRefusal } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import type { Route } from "./+types/edit-theme.ts";
import { SettingsForm } from "./settings-form.tsx";
import { ThemeFields, themeNouns } from "./theme-fields.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, zone } = await requireActor(args, "settings.change");
	const { client } = app.database;
	const theme = await findTheme(client, args.params.id);
	if (!theme) throw notFound();
	const { id, name, position, retiredAt } = theme;
	if (retiredAt) throw redirect(`/settings/themes/${id}/retire`, 303);
	const history = await readHistory(client, "theme", id);
	const values = fieldsFrom({ name, position });
	return { id, name, values, history: historyItems(history, zone) };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "settings.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(themeInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await editTheme(command, args.params.id, parsed.data);
	if (!outcome.ok) {
		const page = "/settings/themes";
		return answerRefusal(app, outcome, { nouns: themeNouns, fields, page });
	}
	const message = `${parsed.data.name} was saved`;
	return redirectWith(app, "/settings/themes", { kind: "success", message });
}

export default function EditTheme({ loaderData, actionData }: Route.ComponentProps) {
	const { id, name, values, history } = loaderData;
	return (
		<SettingsForm
			title={`Edit ${name}`}
			back={{ href: "/settings/themes", text: "Themes" }}
			errors={actionData?.errors}
			submit="Save theme"
			retireHref={`/settings/themes/${id}/retire`}
			history={history}
		>
			<ThemeFields values={actionData?.values ?? values} errors={actionData?.errors} />
		</SettingsForm>
	);
}
