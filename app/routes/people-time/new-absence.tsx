import { redirect } from "react-router";
import { addAbsence } from "#app/commands/add-absence.ts";
import { findPersonTime } from "#app/data/people-time.ts";
import { absenceInput } from "#app/domain/people/person-time-input.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { SettingsForm } from "#app/routes/settings/settings-form.tsx";
import type { Route } from "./+types/new-absence.ts";
import { absenceErrors } from "./absence-errors.ts";
import { AbsenceFields } from "./absence-form.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "register.change");
	const person = await findPersonTime(app.database.client, args.params.id);
	if (!person) throw notFound();
	const { id, name, retired } = person;
	if (retired) throw redirect(`/people/${id}`, 303);
	return { id, name };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(absenceInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await addAbsence(command, args.params.id, parsed.data);
	if (!outcome.ok) return invalid(absenceErrors(outcome), fields);
	const message = "The absence was added";
	return redirectWith(app, `/absences/${outcome.id}`, { kind: "success", message });
}

export default function NewAbsence({ loaderData, actionData }: Route.ComponentProps) {
	const { id, name } = loaderData;
	return (
		<SettingsForm
			title={`Add leave or training of ${name}`}
			back={{ href: `/people/${id}`, text: name }}
			errors={actionData?.errors}
			submit="Add absence"
		>
			<AbsenceFields values={actionData?.values ?? {}} errors={actionData?.errors} />
		</SettingsForm>
	);
}
