import { data } from "react-router";
import { cancelSession } from "#app/commands/cancel-session.ts";
import { type CancelInput, cancelInput } from "#app/domain/sessions/change-input.ts";
import { textOf } from "#app/http/field-values.ts";
import { type Fields, readForm } from "#app/http/parse-form.ts";
import type { Route } from "./+types/cancel-session.ts";
import { answerChange, type ChangeKind, openForm } from "./answer-change.ts";
import { CancelForm } from "./cancel-form.tsx";
import { ChangeHead } from "./change-parts.tsx";
import { previewCancelling } from "./end-view.ts";
import { enterChange, enterOpenSession } from "./enter-change.ts";
import { keepAnswer } from "./keep-answer.ts";
import { readSessionForm } from "./session-form-input.ts";
import { sessionHead } from "./session-head.ts";

const empty = { cancelledBy: "", reason: "" };
export type CancelValues = typeof empty;

export async function loader(args: Route.LoaderArgs) {
	const changing = await enterOpenSession(args);
	const { session } = changing;
	const view = await previewCancelling(changing);
	return { form: openForm(session, empty), view, head: sessionHead(session, changing) };
}

function cancelKind(fields: Fields, zone: string): ChangeKind<CancelValues, CancelInput> {
	const order = ["cancelledBy", "reason"];
	return {
		intent: "cancel",
		valuesOf: () => empty,
		typed: { cancelledBy: textOf(fields, "cancelledBy"), reason: textOf(fields, "reason") },
		labels: { cancelledBy: "Who cancels", reason: "Reason" },
		input: readSessionForm(cancelInput, fields, { asksWhen: false, zone, order }),
		save: cancelSession,
		saved: ({ messages }) =>
			messages === 0
				? "Cancelled. Nobody needs to be told."
				: "Cancelled. It is being taken out of every calendar.",
	};
}

export async function action(args: Route.ActionArgs) {
	const changing = await enterChange(args);
	const fields = await readForm(args.request);
	const answered = await answerChange(changing, fields, cancelKind(fields, changing.zone));
	if (answered instanceof Response) return answered;
	const { form, session, status } = answered;
	const view = await previewCancelling({ ...changing, session });
	return data({ form, view, head: sessionHead(session, changing) }, { status });
}

export const shouldRevalidate = keepAnswer;

export default function CancelSession({ loaderData, actionData }: Route.ComponentProps) {
	const { form, view, head } = actionData ?? loaderData;
	return (
		<>
			<ChangeHead title="Cancel session" head={head} {...form} />
			<CancelForm key={form.version} reference={head.reference} form={form} view={view} />
		</>
	);
}
