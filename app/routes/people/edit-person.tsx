import { redirect } from "react-router";
import { editPerson } from "#app/commands/edit-person.ts";
import { findPerson } from "#app/data/people.ts";
import { readUpcomingReferences } from "#app/data/upcoming-sessions.ts";
import { countOf } from "#app/domain/format-number.ts";
import { readForm } from "#app/http/parse-form.ts";
import { answerRefusal } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Inset } from "#app/ui/inset.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/edit-person.ts";
import { PersonForm } from "./person-form.tsx";
import { parsePerson, personNouns, readPersonChoices, valuesOfPerson } from "./person-form-data.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, now } = await requireActor(args, "register.change");
	const { client } = app.database;
	const person = await findPerson(client, args.params.id);
	if (!person) throw notFound();
	if (person.retiredAt) throw redirect(`/people/${person.id}`, 303);
	const [choices, upcoming] = await Promise.all([
		readPersonChoices(client),
		readUpcomingReferences(client, { personId: person.id }, now),
	]);
	const { id, name } = person;
	return { id, name, values: valuesOfPerson(person), choices, upcoming: upcoming.length };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const fields = await readForm(args.request);
	const parsed = parsePerson(fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await editPerson(command, args.params.id, parsed.data);
	if (!outcome.ok) {
		const page = `/people/${args.params.id}`;
		return answerRefusal(app, outcome, { nouns: personNouns, fields, page });
	}
	const message = `${parsed.data.name} was saved`;
	return redirectWith(app, `/people/${outcome.id}`, { kind: "success", message });
}

export default function EditPerson({ loaderData, actionData }: Route.ComponentProps) {
	const { id, name, values, choices, upcoming } = loaderData;
	const errors = actionData?.errors;
	return (
		<Measure>
			<PageTitle title={`Edit ${name}`} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title={`Edit ${name}`} back={{ href: `/people/${id}`, text: name }} />
			{upcoming > 0 && (
				<Inset>
					<p className="govuk-body govuk-!-margin-bottom-0">
						{name} delivers {countOf(upcoming, "upcoming session", "upcoming sessions")}, invited at
						the address they have now. A new address is for sessions booked from now on: to move an
						invite to it, use “Change people” on that session.
					</p>
				</Inset>
			)}
			<PersonForm
				{...choices}
				values={actionData?.values ?? values}
				errors={errors}
				submit="Save person"
				cancelHref={`/people/${id}`}
			/>
		</Measure>
	);
}
