import { editTravel } from "#app/commands/edit-travel.ts";
import { readHistory } from "#app/data/history.ts";
import { travelInput } from "#app/domain/travel/travel-input.ts";
import { fieldsFrom, textOf } from "#app/http/field-values.ts";
import { historyItems } from "#app/http/history-words.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, redirectWith } from "#app/http/respond.ts";
import { SettingsForm } from "#app/routes/settings/settings-form.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { FormSection } from "#app/ui/form-section.tsx";
import { NumberInput, TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/travel.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, settings, zone } = await requireActor(args, "settings.change");
	const { travel, limits } = settings;
	const history = await readHistory(app.database.client, "setting", "travel");
	return {
		values: fieldsFrom({
			...travel,
			dailySessions: limits.dailySessions,
			weeklyHours: Math.round(limits.weeklyMinutes / 60),
		}),
		history: historyItems(history, zone),
	};
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "settings.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(travelInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	await editTravel(command, parsed.data);
	return redirectWith(app, "/settings", {
		kind: "success",
		message: "Travel and limits were saved",
	});
}

export default function Travel({ loaderData, actionData }: Route.ComponentProps) {
	const errors = actionData?.errors;
	const values = actionData?.values ?? loaderData.values;
	const field = (name: string) => ({
		name,
		defaultValue: textOf(values, name),
		error: errorFor(errors, name),
	});
	return (
		<SettingsForm
			title="Travel and limits"
			back={{ href: "/settings", text: "Settings" }}
			errors={errors}
			submit="Save settings"
			history={loaderData.history}
		>
			<FormSection title="Travel estimates">
				<p className="govuk-hint">
					Minutes are reckoned from the straight line between two places, made longer as roads are,
					at this speed. No map service is asked.
				</p>
				<NumberInput {...field("speedKmh")} label="Speed" suffix="km an hour" width={3} />
				<TextInput
					{...field("roadFactor")}
					label="How much longer roads are than the straight line"
					hint="1.3 is usual; more where rivers and marshes are in the way"
					inputMode="decimal"
					autoComplete="off"
					width={3}
				/>
				<NumberInput
					{...field("setUpMinutes")}
					label="To park, sign in and set up at another place"
					suffix="minutes"
					width={3}
				/>
				<NumberInput
					{...field("changeMinutes")}
					label="Between two sessions at one place"
					suffix="minutes"
					width={3}
				/>
			</FormSection>
			<FormSection title="The most that people take on">
				<p className="govuk-hint">For everybody who has no limit of their own.</p>
				<NumberInput {...field("dailySessions")} label="Sessions a day" width={3} />
				<NumberInput {...field("weeklyHours")} label="Hours of sessions a week" width={3} />
			</FormSection>
		</SettingsForm>
	);
}
