import { redirect } from "react-router";
import { addContact } from "#app/commands/add-contact.ts";
import { findVenue } from "#app/data/venues.ts";
import { contactInput } from "#app/domain/venues/contact-input.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { answerRefusal } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/new-contact.ts";
import { ContactForm } from "./contact-form.tsx";
import { contactNouns } from "./venue-nouns.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "register.change");
	const venue = await findVenue(app.database.client, args.params.id);
	if (!venue) throw notFound();
	if (venue.retiredAt) throw redirect(`/venues/${venue.id}`, 303);
	return { id: venue.id, name: venue.name };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(contactInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const { id } = args.params;
	const outcome = await addContact(command, id, parsed.data);
	if (!outcome.ok) {
		const page = `/venues/${id}`;
		return answerRefusal(app, outcome, {
			nouns: { ...contactNouns, within: "venue" },
			fields,
			page,
		});
	}
	return redirectWith(app, `/venues/${id}`, {
		kind: "success",
		message: `${parsed.data.name} was added`,
		nextStep: { href: `/sessions/new?venue=${id}`, text: "Book a session here" },
	});
}

export default function NewContact({ loaderData: { id, name }, actionData }: Route.ComponentProps) {
	const errors = actionData?.errors;
	return (
		<Measure>
			<PageTitle title={`Add contact at ${name}`} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title="Add contact"
				caption={name}
				back={{ href: `/venues/${id}`, text: name }}
			/>
			<ContactForm
				values={actionData?.values ?? {}}
				errors={errors}
				submit="Add contact"
				cancelHref={`/venues/${id}`}
			/>
		</Measure>
	);
}
