import { data } from "react-router";
import { readForm } from "#app/http/parse-form.ts";
import type { Route } from "./+types/edit-people.ts";
import { answerChange, openForm } from "./answer-change.ts";
import { ChangeHead } from "./change-parts.tsx";
import { enterChange, enterOpenSession } from "./enter-change.ts";
import { fieldsOfAddress } from "./form-fields.ts";
import { keepAnswer } from "./keep-answer.ts";
import { asksForPeople, peopleKind, peopleOf, peopleValues } from "./people-answers.ts";
import { PeopleForm } from "./people-form.tsx";
import { readPeopleView } from "./people-view.ts";
import { sessionHead } from "./session-head.ts";

export async function loader(args: Route.LoaderArgs) {
	const changing = await enterOpenSession(args);
	const { session } = changing;
	const fields = fieldsOfAddress(args.url.searchParams);
	const was = peopleOf(session);
	const values = asksForPeople(fields) ? peopleValues(fields, session) : was;
	const view = await readPeopleView(changing, values);
	return { form: openForm(session, was, values), view, head: sessionHead(session, changing) };
}

export async function action(args: Route.ActionArgs) {
	const changing = await enterChange(args);
	const fields = await readForm(args.request);
	const answered = await answerChange(changing, fields, peopleKind(changing, fields));
	if (answered instanceof Response) return answered;
	const { form, session, status } = answered;
	const view = await readPeopleView({ ...changing, session }, form.values);
	return data({ form, view, head: sessionHead(session, changing) }, { status });
}

export const shouldRevalidate = keepAnswer;

export default function EditPeople({ loaderData, actionData }: Route.ComponentProps) {
	const { form, view, head } = actionData ?? loaderData;
	return (
		<>
			<ChangeHead title="Change people" head={head} {...form} />
			<PeopleForm key={form.version} reference={head.reference} form={form} view={view} />
		</>
	);
}
