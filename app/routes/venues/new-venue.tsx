import { createVenue } from "#app/commands/create-venue.ts";
import { readDistrictChoices } from "#app/data/districts.ts";
import { venueInput } from "#app/domain/venues/venue-input.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { refusalErrors } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, redirectWith } from "#app/http/respond.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/new-venue.ts";
import { VenueForm } from "./venue-form.tsx";
import { venueNouns } from "./venue-nouns.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, today } = await requireActor(args, "register.change");
	const districts = await readDistrictChoices(app.database.client, today);
	return { districts: districts.map(({ code, name }) => ({ value: code, label: name })) };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(venueInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await createVenue(command, parsed.data);
	if (!outcome.ok) return invalid(refusalErrors(outcome, venueNouns), fields);
	return redirectWith(app, `/venues/${outcome.id}`, {
		kind: "success",
		message: `${parsed.data.name} was added`,
		nextStep: { href: `/venues/${outcome.id}/contacts/new`, text: "Add a contact" },
	});
}

export default function NewVenue({ loaderData, actionData }: Route.ComponentProps) {
	const errors = actionData?.errors;
	return (
		<Measure>
			<PageTitle title="Add venue" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title="Add venue"
				lead="A school, or any other place where sessions are delivered"
				back={{ href: "/venues", text: "Venues" }}
			/>
			<VenueForm
				values={actionData?.values ?? {}}
				errors={errors}
				districts={loaderData.districts}
				submit="Add venue"
				cancelHref="/venues"
			/>
		</Measure>
	);
}
