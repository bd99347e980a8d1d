import { redirect } from "react-router";
import { savePersonTime } from "#app/commands/save-person-time.ts";
import { listBases } from "#app/data/bases.ts";
import { findPersonTime } from "#app/data/people-time.ts";
import { personTimeInput } from "#app/domain/people/person-time-input.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { answerRefusal } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { SettingsForm } from "#app/routes/settings/settings-form.tsx";
import type { Route } from "./+types/edit-person-time.ts";
import { daysFrom, valuesOfTime } from "./person-time-values.ts";
import { TimeFields } from "./time-fields.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app, settings } = await requireActor(args, "register.change");
	const { client } = app.database;
	const [person, bases] = await Promise.all([
		findPersonTime(client, args.params.id),
		listBases(client),
	]);
	if (!person) throw notFound();
	const { id, name, retired } = person;
	if (retired) throw redirect(`/people/${id}`, 303);
	return {
		id,
		name,
		values: valuesOfTime(person),
		bases: bases.map((base) => ({ value: base.id, label: base.name })),
		usual: {
			sessions: settings.limits.dailySessions,
			hours: Math.round(settings.limits.weeklyMinutes / 60),
		},
	};
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const fields: Fields = await readForm(args.request);
	const parsed = parseWith(personTimeInput, fields, { ...fields, day: daysFrom(fields) });
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await savePersonTime(command, args.params.id, parsed.data);
	const page = `/people/${args.params.id}`;
	if (!outcome.ok) {
		const nouns = { noun: "person", choices: { base: "a base from the list" } };
		return answerRefusal(app, outcome, { nouns, fields, page });
	}
	return redirectWith(app, page, { kind: "success", message: "The working time was saved" });
}

export default function EditPersonTime({ loaderData, actionData }: Route.ComponentProps) {
	const { id, name, values, bases, usual } = loaderData;
	return (
		<SettingsForm
			title={`Working time of ${name}`}
			back={{ href: `/people/${id}`, text: name }}
			errors={actionData?.errors}
			submit="Save working time"
		>
			<TimeFields
				values={actionData?.values ?? values}
				errors={actionData?.errors}
				bases={bases}
				usual={usual}
			/>
		</SettingsForm>
	);
}
