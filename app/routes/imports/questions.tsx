import { redirect } from "react-router";
import { answerImport } from "#app/commands/answer-import.ts";
import { findImport } from "#app/data/imports.ts";
import { countOf } from "#app/domain/format-number.ts";
import { readForm } from "#app/http/parse-form.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import type { Route } from "./+types/questions.ts";
import { answerStep } from "./begin-step.ts";
import { leadingTo, QuestionForm } from "./question-form.tsx";
import { readQuestionPage } from "./question-page.ts";
import { readAnswers } from "./read-answers.ts";
import { stepRefusalWords } from "./step-words.ts";

const TITLE = "Questions about the file";

export async function loader(args: Route.LoaderArgs) {
	const { app } = await requireActor(args, "imports.manage");
	const { client } = app.database;
	const file = await findImport(client, args.params.id);
	if (file?.kind !== "sessions") throw notFound();
	if (file.status !== "checked") throw redirect(`/imports/${file.id}`, 303);
	return readQuestionPage(client, file, args.url.searchParams);
}

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "imports.manage");
	const { app, command } = entered;
	const { id } = args.params;
	const fields = await readForm(args.request);
	const file = await findImport(app.database.client, id);
	if (file?.kind !== "sessions") throw notFound();
	const read = await readAnswers(app.database.client, file, fields);
	if (!read.ok) return invalid(read.errors, fields);
	const answered = await answerImport(command, id, read.answers);
	if (answered.ok) return answerStep(entered, id, "check");
	if (answered.reason === "not_found") throw notFound();
	const message = stepRefusalWords(answered);
	return redirectWith(app, `/imports/${id}`, { kind: "important", message });
}

export default function Questions({ loaderData, actionData }: Route.ComponentProps) {
	const { id, fileName, open, tabs, part, ...page } = loaderData;
	const errors = actionData?.errors;
	return (
		<>
			<PageTitle title={TITLE} errors={errors} />
			<ErrorSummary errors={leadingTo(page.questions, errors)} />
			<PageHeading
				title={TITLE}
				caption={<span className="tt-breaks">{fileName}</span>}
				lead={
					open === 0
						? "Everything is answered. Answers can be changed until the sessions are brought in"
						: `${countOf(open, "question is", "questions are")} still open. Rows wait until theirs are answered`
				}
				back={{ href: `/imports/${id}`, text: "Back to the file" }}
			/>
			<Tabs
				label="Kinds of question"
				items={tabs.map(({ part: key, text, count }) => ({
					href: `/imports/${id}/questions?part=${key}`,
					text,
					current: key === part,
					count,
				}))}
			/>
			<QuestionForm {...page} id={id} part={part} values={actionData?.values} errors={errors} />
		</>
	);
}
