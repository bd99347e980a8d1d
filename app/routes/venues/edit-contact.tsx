import { redirect } from "react-router";
import { editContact } from "#app/commands/edit-contact.ts";
import { findContact } from "#app/data/contacts.ts";
import { readUpcomingReferences } from "#app/data/upcoming-sessions.ts";
import { countOf } from "#app/domain/format-number.ts";
import { contactInput } from "#app/domain/venues/contact-input.ts";
import { fieldsFrom } from "#app/http/field-values.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { answerRefusal } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Inset } from "#app/ui/inset.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/edit-contact.ts";
import { ContactForm } from "./contact-form.tsx";
import { contactNouns } from "./venue-nouns.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, now } = await requireActor(args, "register.change");
	const { client } = app.database;
	const contact = await findContact(client, args.params.id);
	if (!contact) throw notFound();
	if (contact.retiredAt) throw redirect(`/contacts/${contact.id}/retire`, 303);
	const upcoming = await readUpcomingReferences(client, { contactId: contact.id }, now);
	const { name, role, email, phone, venue } = contact;
	return {
		name,
		venue: { id: venue.id, name: venue.name },
		values: fieldsFrom({ name, role, email, phone }),
		upcoming: upcoming.length,
	};
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const fields = await readForm(args.request);
	const contact = await findContact(app.database.client, args.params.id);
	if (!contact) throw notFound();
	const parsed = parseWith(contactInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await editContact(command, contact.id, parsed.data);
	if (!outcome.ok) {
		const page = `/venues/${contact.venueId}`;
		return answerRefusal(app, outcome, { nouns: contactNouns, fields, page });
	}
	const message = `${parsed.data.name} was saved`;
	return redirectWith(app, `/venues/${contact.venueId}`, { kind: "success", message });
}

export default function EditContact({ loaderData, actionData }: Route.ComponentProps) {
	const { name, venue, values, upcoming } = loaderData;
	const errors = actionData?.errors;
	const href = `/venues/${venue.id}`;
	return (
		<Measure>
			<PageTitle title={`Edit ${name}`} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title={`Edit ${name}`}
				caption={`Contact at ${venue.name}`}
				back={{ href, text: venue.name }}
			/>
			<ContactForm
				values={actionData?.values ?? values}
				errors={errors}
				submit="Save contact"
				cancelHref={href}
				note={
					upcoming > 0 && (
						<Inset>
							<p className="govuk-body govuk-!-margin-bottom-0">
								{name} is invited to {countOf(upcoming, "upcoming session", "upcoming sessions")} at
								the address they have now. A new address is for sessions booked from now on: to move
								an invite to it, use “Change people” on that session.
							</p>
						</Inset>
					)
				}
			/>
		</Measure>
	);
}
