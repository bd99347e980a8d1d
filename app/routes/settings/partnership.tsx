import { Form } from "react-router";
import { editPartnership } from "#app/commands/edit-partnership.ts";
import { readHistory } from "#app/data/history.ts";
import { hasSessions } from "#app/data/upcoming-sessions.ts";
import { partnershipInput } from "#app/domain/partnership/partnership-input.ts";
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
import { NumberInput, TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/partnership.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, settings, zone } = await requireActor(args, "settings.change");
	const { client } = app.database;
	const [history, zoneFixed] = await Promise.all([
		readHistory(client, "setting", "partnership"),
		hasSessions(client),
	]);
	const { partnership, reminderDays, feedPastDays } = settings;
	return {
		values: fieldsFrom({ partnership, zone, reminderDays, feedPastDays }),
		zoneFixed,
		history: historyItems(history, zone),
	};
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "settings.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(partnershipInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await editPartnership(command, parsed.data);
	if (!outcome.ok) {
		const message = `Leave the time zone at ${command.settings.zone}: sessions are booked in it`;
		return invalid([{ field: "zone", message }], fields);
	}
	const message = "The partnership’s settings were saved";
	return redirectWith(app, "/settings", { kind: "success", message });
}

export default function Partnership({ loaderData, actionData }: Route.ComponentProps) {
	const errors = actionData?.errors;
	const values = actionData?.values ?? loaderData.values;
	const field = (name: string) => ({
		name,
		defaultValue: textOf(values, name),
		error: errorFor(errors, name),
		autoComplete: "off",
	});
	return (
		<Measure>
			<PageTitle title="Partnership" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title="Partnership" back={{ href: "/settings", text: "Settings" }} />
			<Form method="post" noValidate>
				<TextInput
					{...field("partnership")}
					label="Name of the partnership"
					hint="Stands in the header of every page"
				/>
				<TextInput
					{...field("zone")}
					label="Time zone"
					hint={
						loaderData.zoneFixed
							? "Cannot be changed any more: sessions are booked in it"
							: "Can be changed until the first session is booked"
					}
					width={20}
					spellCheck={false}
				/>
				<NumberInput
					{...field("reminderDays")}
					label="Reminder in calendars"
					hint="For invites sent from now on. Empty for no reminder"
					suffix="days before"
					width={3}
				/>
				<NumberInput
					{...field("feedPastDays")}
					label="Past sessions in calendar feeds"
					hint="How far back a subscribed calendar goes"
					suffix="days"
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
