import { Form, redirect } from "react-router";
import { markVenuePriority } from "#app/commands/mark-venue-priority.ts";
import { unmarkVenuePriority } from "#app/commands/unmark-venue-priority.ts";
import { findVenue } from "#app/data/venues.ts";
import { priorityInput } from "#app/domain/venues/priority-input.ts";
import { textOf } from "#app/http/field-values.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { answerRefusal } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { badRequest, invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/venue-priority.ts";
import { venueNouns } from "./venue-nouns.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "register.change");
	const venue = await findVenue(app.database.client, args.params.id);
	if (!venue) throw notFound();
	if (venue.retiredAt) throw redirect(`/venues/${venue.id}`, 303);
	const { id, name, priority, priorityReason } = venue;
	return { id, name, priority, values: { reason: priorityReason } };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const { id } = args.params;
	const venue = await findVenue(app.database.client, id);
	if (!venue) throw notFound();
	const fields = await readForm(args.request);
	const intent = textOf(fields, "intent");
	if (intent !== "mark" && intent !== "unmark") throw badRequest();
	const parsed = parseWith(priorityInput, fields);
	if (intent === "mark" && !parsed.ok) return invalid(parsed.errors, fields);
	const outcome =
		parsed.ok && intent === "mark"
			? await markVenuePriority(command, id, parsed.data)
			: await unmarkVenuePriority(command, id);
	const page = `/venues/${id}`;
	if (!outcome.ok) return answerRefusal(app, outcome, { nouns: venueNouns, fields, page });
	const message =
		intent === "mark"
			? `${venue.name} is a priority, and comes first in coverage`
			: `${venue.name} is no longer a priority`;
	return redirectWith(app, page, { kind: "success", message });
}

export default function VenuePriority({ loaderData, actionData }: Route.ComponentProps) {
	const { id, name, priority } = loaderData;
	const errors = actionData?.errors;
	const values = actionData?.values ?? loaderData.values;
	const title = priority ? `${name} is a priority` : `Mark ${name} as a priority`;
	return (
		<Measure>
			<PageTitle title={title} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title={title}
				lead="Priorities come first in coverage, before schools with many pupils on free school meals."
				back={{ href: `/venues/${id}`, text: name }}
			/>
			<Form method="post" noValidate>
				<TextInput
					name="reason"
					label="Why it comes first"
					hint="Everybody who signs in can read it. No names or details of pupils"
					defaultValue={textOf(values, "reason")}
					error={errorFor(errors, "reason")}
					autoComplete="off"
				/>
				<ButtonGroup>
					<Button name="intent" value="mark">
						{priority ? "Save reason" : "Mark as priority"}
					</Button>
					{priority && (
						<Button kind="secondary" name="intent" value="unmark">
							Take the mark away
						</Button>
					)}
					<AppLink className="govuk-link" href={`/venues/${id}`}>
						Cancel
					</AppLink>
				</ButtonGroup>
			</Form>
		</Measure>
	);
}
