import { Form } from "react-router";
import { editCoverageSettings } from "#app/commands/edit-coverage-settings.ts";
import { readHistory } from "#app/data/history.ts";
import { coverageSettings } from "#app/domain/coverage/coverage-settings.ts";
import { fieldsFrom, textOf } from "#app/http/field-values.ts";
import { historyItems } from "#app/http/history-words.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, redirectWith } from "#app/http/respond.ts";
import { HistorySection } from "#app/routes/register/history-section.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { NumberInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/coverage-settings.ts";

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
	const field = (name: string) => ({
		name,
		defaultValue: textOf(values, name),
		error: errorFor(errors, name),
	});
	return (
		<Measure>
			<PageTitle title="Coverage settings" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title="Coverage settings" back={{ href: "/settings", text: "Settings" }} />
			<Form method="post" noValidate>
				<NumberInput
					{...field("coverageMonths")}
					label="Overdue after"
					hint="How long after a session the same theme is due again for a year group of a school"
					suffix="months"
					width={3}
				/>
				<NumberInput
					{...field("highFsmPercent")}
					label="Free school meals"
					hint="The share of pupils from which a school comes before others. Schools that the office marks come first whatever their share"
					suffix="% or more"
					width={3}
				/>
				<ButtonGroup>
					<Button>Save settings</Button>
					<AppLink className="govuk-link" href="/settings">
						Cancel
					</AppLink>
				</ButtonGroup>
			</Form>
			<HistorySection items={loaderData.history} />
		</Measure>
	);
}
