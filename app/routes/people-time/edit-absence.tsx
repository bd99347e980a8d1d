import { editAbsence } from "#app/commands/edit-absence.ts";
import { findAbsence } from "#app/data/people-time.ts";
import { absenceInput } from "#app/domain/people/person-time-input.ts";
import { fieldsFrom } from "#app/http/field-values.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { SettingsForm } from "#app/routes/settings/settings-form.tsx";
import type { Route } from "./+types/edit-absence.ts";
import { absenceErrors } from "./absence-errors.ts";
import { AbsenceFields } from "./absence-form.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "register.change");
	const absence = await findAbsence(app.database.client, args.params.id);
	if (!absence) throw notFound();
	const { id, kind, from, to, starts, ends, person } = absence;
	return { id, name: person.name, values: fieldsFrom({ kind, from, to, starts, ends }) };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(absenceInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await editAbsence(command, args.params.id, parsed.data);
	if (!outcome.ok) return invalid(absenceErrors(outcome), fields);
	const message = "The absence was saved";
	return redirectWith(app, `/absences/${outcome.id}`, { kind: "success", message });
}

export default function EditAbsence({ loaderData, actionData }: Route.ComponentProps) {
	const { id, name, values } = loaderData;
	return (
		<SettingsForm
			title={`Change absence of ${name}`}
			back={{ href: `/absences/${id}`, text: "Absence" }}
			errors={actionData?.errors}
			submit="Save absence"
		>
			<AbsenceFields values={actionData?.values ?? values} errors={actionData?.errors} />
		</SettingsForm>
	);
}
