import { addQuestion } from "#app/commands/add-question.ts";
import { readFilterChoices } from "#app/data/filter-choices.ts";
import { questionInput } from "#app/domain/evaluation/question-input.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { refusalErrors } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, redirectWith } from "#app/http/respond.ts";
import { SettingsForm } from "#app/routes/settings/settings-form.tsx";
import type { Route } from "./+types/new-question.ts";
import { QuestionFields, questionNouns } from "./question-fields.tsx";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "register.change");
	const { theme, programme } = await readFilterChoices(app.database.client);
	const inUse = (all: typeof theme) =>
		all.filter(({ retired }) => !retired).map(({ id, name }) => ({ id, name }));
	return { choices: { themes: inUse(theme), programmes: inUse(programme) } };
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const fields = await readForm(args.request);
	const parsed = parseWith(questionInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await addQuestion(command, parsed.data);
	if (!outcome.ok) return invalid(refusalErrors(outcome, questionNouns), fields);
	const message = "The question was added, and is asked from now on";
	return redirectWith(app, "/evaluation/questions", { kind: "success", message });
}

export default function NewQuestion({ loaderData, actionData }: Route.ComponentProps) {
	return (
		<SettingsForm
			title="Add question"
			back={{ href: "/evaluation/questions", text: "Questions for evaluation" }}
			errors={actionData?.errors}
			submit="Add question"
		>
			<QuestionFields
				values={actionData?.values ?? {}}
				errors={actionData?.errors}
				choices={loaderData.choices}
			/>
		</SettingsForm>
	);
}
