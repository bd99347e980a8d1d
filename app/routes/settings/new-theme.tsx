import { createTheme } from "#app/commands/create-theme.ts";
import { themeInput } from "#app/domain/partnership/theme-input.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { refusalErrors } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, redirectWith } from "#app/http/respond.ts";
import type { Route } from "./+types/new-theme.ts";
import { SettingsForm } from "./settings-form.tsx";
import { ThemeFields, themeNouns } from "./theme-fields.tsx";

export async function loader(args: Route.LoaderArgs) {
	await requireActor(args, "settings.change");
	return null;
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "settings.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(themeInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await createTheme(command, parsed.data);
	if (!outcome.ok) return invalid(refusalErrors(outcome, themeNouns), fields);
	const message = `${parsed.data.name} was added`;
	return redirectWith(app, "/settings/themes", { kind: "success", message });
}

export default function NewTheme({ actionData }: Route.ComponentProps) {
	return (
		<SettingsForm
			title="Add theme"
			back={{ href: "/settings/themes", text: "Themes" }}
			errors={actionData?.errors}
			submit="Add theme"
		>
			<ThemeFields values={actionData?.values ?? {}} errors={actionData?.errors} />
		</SettingsForm>
	);
}
