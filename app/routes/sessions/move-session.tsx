import { data } from "react-router";
import { readForm } from "#app/http/parse-form.ts";
import type { Route } from "./+types/move-session.ts";
import { answerChange, openForm } from "./answer-change.ts";
import { ChangeHead } from "./change-parts.tsx";
import { placeOf } from "./change-preview.ts";
import { enterChange, enterOpenSession } from "./enter-change.ts";
import { fieldsOfAddress, withPeriod } from "./form-fields.ts";
import { keepAnswer } from "./keep-answer.ts";
import { movedFrom, moveKind, moveValues } from "./move-answers.ts";
import { MoveForm } from "./move-form.tsx";
import { readMoveView } from "./move-view.ts";
import { sessionHead } from "./session-head.ts";

/** A new time may stand in the address: what the calendar leads here with. */
export async function loader(args: Route.LoaderArgs) {
	const changing = await enterOpenSession(args);
	const { session, zone } = changing;
	const was = movedFrom(zone)(session);
	const form = openForm(
		session,
		was,
		moveValues(withPeriod(fieldsOfAddress(args.url.searchParams)), was),
	);
	const view = await readMoveView(changing, form.values);
	return { form, view, now: placeOf(session, zone), head: sessionHead(session, changing) };
}

export async function action(args: Route.ActionArgs) {
	const changing = await enterChange(args);
	const fields = withPeriod(await readForm(args.request));
	const answered = await answerChange(changing, fields, moveKind(changing, fields));
	if (answered instanceof Response) return answered;
	const { form, session, status } = answered;
	const view = await readMoveView({ ...changing, session }, form.values);
	const head = sessionHead(session, changing);
	return data({ form, view, now: placeOf(session, changing.zone), head }, { status });
}

export const shouldRevalidate = keepAnswer;

export default function MoveSession({ loaderData, actionData }: Route.ComponentProps) {
	const { form, view, now, head } = actionData ?? loaderData;
	return (
		<>
			<ChangeHead title="Move session" head={head} showsWhen={false} {...form} />
			<MoveForm key={form.version} reference={head.reference} form={form} view={view} now={now} />
		</>
	);
}
