import { redirect } from "react-router";
import { saveLessons } from "#app/commands/save-lessons.ts";
import { readVenueTime } from "#app/data/school-time.ts";
import { lessonLines, lessonsInput } from "#app/domain/school-time/lesson-lines.ts";
import { fieldsFrom, textOf } from "#app/http/field-values.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { answerRefusal } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { SettingsForm } from "#app/routes/settings/settings-form.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { DateInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { Route } from "./+types/lesson-times.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "register.change");
	const venue = await readVenueTime(app.database.client, args.params.id);
	if (!venue) throw notFound();
	const { id, name, lessons, retired } = venue;
	if (retired) throw redirect(`/venues/${id}`, 303);
	const values = fieldsFrom({ periods: lessonLines(lessons.periods), weekA: lessons.weekA });
	return { id, name, values };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(lessonsInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await saveLessons(command, args.params.id, parsed.data);
	const page = `/venues/${args.params.id}`;
	if (!outcome.ok) return answerRefusal(app, outcome, { nouns: { noun: "venue" }, fields, page });
	return redirectWith(app, page, { kind: "success", message: "The lesson times were saved" });
}

export default function LessonTimes({ loaderData, actionData }: Route.ComponentProps) {
	const { id, name } = loaderData;
	const errors = actionData?.errors;
	const values = actionData?.values ?? loaderData.values;
	return (
		<SettingsForm
			title={`Lesson times of ${name}`}
			back={{ href: `/venues/${id}`, text: name }}
			errors={errors}
			submit="Save lesson times"
		>
			<Textarea
				name="periods"
				label="Lessons, one a line"
				hint="Name, start and end. Add days where it is not Monday to Friday, and a week where the two weeks differ: Period 3 11:20-12:20 Mon-Thu week B"
				rows={10}
				spellCheck={false}
				autoComplete="off"
				defaultValue={textOf(values, "periods")}
				error={errorFor(errors, "periods")}
			/>
			<DateInput
				name="weekA"
				label="A day of a week A (optional)"
				hint="Weeks A and B take turns from there on. Weeks in the holidays are not counted"
				defaultValue={textOf(values, "weekA")}
				error={errorFor(errors, "weekA")}
			/>
		</SettingsForm>
	);
}
