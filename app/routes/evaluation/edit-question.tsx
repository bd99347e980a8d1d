import { Form } from "react-router";
import { editQuestion } from "#app/commands/edit-question.ts";
import { retireQuestion } from "#app/commands/retire-question.ts";
import { findQuestion } from "#app/data/evaluation-questions.ts";
import { readHistory } from "#app/data/history.ts";
import { askedLabels, betterLabels, questionEdit } from "#app/domain/evaluation/question-input.ts";
import { countOf } from "#app/domain/format-number.ts";
import { fieldsFrom } from "#app/http/field-values.ts";
import { historyItems, momentWords } from "#app/http/history-words.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { refusalErrors } from "#app/http/register-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { SettingsForm } from "#app/routes/settings/settings-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Inset } from "#app/ui/inset.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/edit-question.ts";
import { questionNouns, WordingFields } from "./question-fields.tsx";
import { Wordings } from "./wordings.tsx";

const LIST = "/evaluation/questions";

export async function loader(args: Route.LoaderArgs) {
	const { app, zone } = await requireActor(args, "register.change");
	const { client } = app.database;
	const question = await findQuestion(client, args.params.id);
	if (!question) throw notFound();
	const { id, asks, about, text, better, position, retiredAt, versions } = question;
	return {
		asked: `${askedLabels[asks]}. ${about ?? "All sessions"}.`,
		retired: retiredAt !== null,
		values: fieldsFrom({ text, better, position }),
		wordings: versions.map((version) => ({
			version: version.version,
			text: version.text,
			better: betterLabels[version.better],
			answers: countOf(version.answers, "entry", "entries"),
			since: `${momentWords(version.createdAt, zone)}, ${version.createdByName}`,
		})),
		history: historyItems(await readHistory(client, "question", id), zone),
	};
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const { id } = args.params;
	const fields = await readForm(args.request);
	const { intent } = fields;
	if (intent === "retire" || intent === "restore") {
		const outcome = await retireQuestion(command, id, intent === "retire");
		if (!outcome.ok) throw notFound();
		const message =
			intent === "retire" ? "The question is asked no more" : "The question is asked again";
		return redirectWith(app, LIST, { kind: "success", message });
	}
	const parsed = parseWith(questionEdit, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const outcome = await editQuestion(command, id, parsed.data);
	if (!outcome.ok) {
		if (outcome.reason === "not_found") throw notFound();
		return invalid(refusalErrors(outcome, questionNouns), fields);
	}
	return redirectWith(app, LIST, { kind: "success", message: "The question was saved" });
}

export default function EditQuestion({ loaderData, actionData }: Route.ComponentProps) {
	const { asked, retired, values, wordings, history } = loaderData;
	return (
		<SettingsForm
			title="Edit question"
			back={{ href: LIST, text: "Questions for evaluation" }}
			errors={actionData?.errors}
			submit="Save question"
			after={
				<>
					<Form method="post">
						<Hidden name="intent" value={retired ? "restore" : "retire"} />
						<Button kind="secondary">{retired ? "Ask it again" : "Ask it no more"}</Button>
					</Form>
					<Wordings rows={wordings} />
				</>
			}
			history={history}
		>
			<Inset>
				<p className="govuk-body govuk-!-margin-bottom-0">
					{asked} {retired && "It is retired: bring it back to edit it. "}
					Other words, or another better answer, count from now on; answers given so far stay with
					the words they were given to.
				</p>
			</Inset>
			<WordingFields values={actionData?.values ?? values} errors={actionData?.errors} />
		</SettingsForm>
	);
}
