import { redirect } from "react-router";
import { editProgramme } from "#app/commands/edit-programme.ts";
import { findProgramme } from "#app/data/programmes.ts";
import { readUpcomingReferences } from "#app/data/upcoming-sessions.ts";
import { countOf } from "#app/domain/format-number.ts";
import { programmeInput } from "#app/domain/programmes/programme-input.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { answerRefusal } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { correctedWords } from "#app/routes/register/corrected-words.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Inset } from "#app/ui/inset.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/edit-programme.ts";
import { ProgrammeForm } from "./programme-form.tsx";
import {
	programmeNouns,
	readProgrammeFormChoices,
	valuesOfProgramme,
} from "./programme-form-data.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, now } = await requireActor(args, "register.change");
	const { client } = app.database;
	const programme = await findProgramme(client, args.params.id);
	if (!programme) throw notFound();
	if (programme.retiredAt) throw redirect(`/programmes/${programme.id}`, 303);
	const [choices, upcoming] = await Promise.all([
		readProgrammeFormChoices(client),
		readUpcomingReferences(client, { programmeId: programme.id }, now),
	]);
	const { id, name } = programme;
	return { id, name, values: valuesOfProgramme(programme), choices, upcoming: upcoming.length };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const fields = await readForm(args.request);
	const programme = await findProgramme(app.database.client, args.params.id);
	if (!programme) throw notFound();
	const parsed = parseWith(programmeInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await editProgramme(command, programme.id, parsed.data);
	if (!outcome.ok) {
		const page = `/programmes/${programme.id}`;
		return answerRefusal(app, outcome, { nouns: programmeNouns, fields, page });
	}
	const message = `${parsed.data.name} was saved${correctedWords(outcome)}`;
	return redirectWith(app, `/programmes/${outcome.id}`, { kind: "success", message });
}

export default function EditProgramme({ loaderData, actionData }: Route.ComponentProps) {
	const { id, name, values, choices, upcoming } = loaderData;
	const errors = actionData?.errors;
	const sessions = countOf(upcoming, "upcoming session", "upcoming sessions");
	return (
		<Measure>
			<PageTitle title={`Edit ${name}`} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title={`Edit ${name}`} back={{ href: `/programmes/${id}`, text: name }} />
			<ProgrammeForm
				{...choices}
				values={actionData?.values ?? values}
				errors={errors}
				submit="Save programme"
				cancelHref={`/programmes/${id}`}
				nameNote={
					upcoming > 0 && (
						<Inset>
							<p className="govuk-body govuk-!-margin-bottom-0">
								The name is in the calendars of everybody invited to {sessions}. If you change it, a
								corrected entry is sent to them. Length and what the school provides stay as they
								were booked.
							</p>
						</Inset>
					)
				}
			/>
		</Measure>
	);
}
