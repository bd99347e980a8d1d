import { data } from "react-router";
import { readForm } from "#app/http/parse-form.ts";
import type { Route } from "./+types/edit-session.ts";
import { answerChange, openForm } from "./answer-change.ts";
import { ChangeHead } from "./change-parts.tsx";
import { editedFrom, editKind, editValues } from "./edit-answers.ts";
import { EditForm } from "./edit-form.tsx";
import { readEditView } from "./edit-view.ts";
import { enterChange, enterOpenSession } from "./enter-change.ts";
import { fieldsOfAddress } from "./form-fields.ts";
import { keepAnswer } from "./keep-answer.ts";
import { sessionHead } from "./session-head.ts";

export async function loader(args: Route.LoaderArgs) {
	const changing = await enterOpenSession(args);
	const { session } = changing;
	const was = editedFrom(session);
	const form = openForm(session, was, editValues(fieldsOfAddress(args.url.searchParams), was));
	const view = await readEditView(changing, form.values);
	return { form, view, head: sessionHead(session, changing) };
}

export async function action(args: Route.ActionArgs) {
	const changing = await enterChange(args);
	const fields = await readForm(args.request);
	const answered = await answerChange(changing, fields, editKind(changing, fields));
	if (answered instanceof Response) return answered;
	const { form, session, status } = answered;
	const view = await readEditView({ ...changing, session }, form.values);
	return data({ form, view, head: sessionHead(session, changing) }, { status });
}

export const shouldRevalidate = keepAnswer;

export default function EditSession({ loaderData, actionData }: Route.ComponentProps) {
	const { form, view, head } = actionData ?? loaderData;
	return (
		<>
			<ChangeHead title="Edit details" head={head} {...form} />
			<EditForm key={form.version} reference={head.reference} form={form} view={view} />
		</>
	);
}
