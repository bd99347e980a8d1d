import { createProgramme } from "#app/commands/create-programme.ts";
import { programmeInput } from "#app/domain/programmes/programme-input.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { refusalErrors } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, redirectWith } from "#app/http/respond.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/new-programme.ts";
import { ProgrammeForm } from "./programme-form.tsx";
import { newProgramme, programmeNouns, readProgrammeFormChoices } from "./programme-form-data.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "register.change");
	return { choices: await readProgrammeFormChoices(app.database.client) };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(programmeInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await createProgramme(command, parsed.data);
	if (!outcome.ok) return invalid(refusalErrors(outcome, programmeNouns), fields);
	return redirectWith(app, `/programmes/${outcome.id}`, {
		kind: "success",
		message: `${parsed.data.name} was added and can be booked`,
		nextStep: { href: "/people", text: "Choose who may deliver it" },
	});
}

export default function NewProgramme({ loaderData, actionData }: Route.ComponentProps) {
	const errors = actionData?.errors;
	return (
		<Measure>
			<PageTitle title="Add programme" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title="Add programme"
				lead="One thing that a school can ask for"
				back={{ href: "/programmes", text: "Programmes" }}
			/>
			<ProgrammeForm
				{...loaderData.choices}
				values={actionData?.values ?? newProgramme}
				errors={errors}
				submit="Add programme"
				cancelHref="/programmes"
			/>
		</Measure>
	);
}
