import { editCoverageSettings } from "#app/commands/edit-coverage-settings.ts";
import { readHistory } from "#app/data/history.ts";
import { coverageSettings } from "#app/domain/coverage/coverage-settings.ts";
import { fieldsFrom, textOf } from "#app/http/field-values.ts";
import { historyItems } from "#app/http/history-words.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, redirectWith } from "#app/http/respond.ts";
import { errorFor } from "#app/ui/form-errors.ts";
import { NumberInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/coverage-settings.ts";
import { SettingsForm } from "./settings-form.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, settings, zone } = await requireActor(args, "settings.change");
	const history = await readHistory(app.database.client, "setting", "coverage");
	const { coverageMonths, highFsmPercent } = settings;
	return {
		values: fieldsFrom({ coverageMonths, highFsmPercent }),
		history: historyItems(history, zone),
	};
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "settings.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(coverageSettings, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	await editCoverageSettings(command, parsed.data);
	const message = "The settings of coverage were saved";
	return redirectWith(app, "/settings", { kind: "success", message });
}

export default function CoverageSettings({ loaderData, actionData }: Route.ComponentProps) {
	const errors = actionData?.errors;
	const values = actionData?.values ?? loaderData.values;
	return (
		<SettingsForm
			title="Coverage settings"
			back={{ href: "/settings", text: "Settings" }}
			errors={errors}
			submit="Save settings"
			history={loaderData.history}
		>
			<NumberInput
				name="coverageMonths"
				label="Overdue after"
				hint="How long after a session the same theme is due again for a year group of a school"
				suffix="months"
				width={3}
				defaultValue={textOf(values, "coverageMonths")}
				error={errorFor(errors, "coverageMonths")}
			/>
			<NumberInput
				name="highFsmPercent"
				label="Free school meals"
				hint="The share of pupils from which a school comes before others. Schools that the office marks come first whatever their share"
				suffix="% or more"
				width={3}
				defaultValue={textOf(values, "highFsmPercent")}
				error={errorFor(errors, "highFsmPercent")}
			/>
		</SettingsForm>
	);
}
