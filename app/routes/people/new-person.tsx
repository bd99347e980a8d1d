import { createPerson } from "#app/commands/create-person.ts";
import { readForm } from "#app/http/parse-form.ts";
import { refusalErrors } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, redirectWith } from "#app/http/respond.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/new-person.ts";
import { PersonForm } from "./person-form.tsx";
import { parsePerson, personNouns, readPersonChoices } from "./person-form-data.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "register.change");
	return { choices: await readPersonChoices(app.database.client) };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const fields = await readForm(args.request);
	const parsed = parsePerson(fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await createPerson(command, parsed.data);
	if (!outcome.ok) return invalid(refusalErrors(outcome, personNouns), fields);
	return redirectWith(app, `/people/${outcome.id}`, {
		kind: "success",
		message: `${parsed.data.name} was added and can be chosen for sessions`,
		nextStep: { href: "/people/new", text: "Add another person" },
	});
}

export default function NewPerson({ loaderData, actionData }: Route.ComponentProps) {
	const errors = actionData?.errors;
	return (
		<Measure>
			<PageTitle title="Add person" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title="Add person"
				lead="Somebody who delivers sessions. This gives them no sign-in."
				back={{ href: "/people", text: "People" }}
			/>
			<PersonForm
				{...loaderData.choices}
				values={actionData?.values ?? {}}
				errors={errors}
				submit="Add person"
				cancelHref="/people"
			/>
		</Measure>
	);
}
