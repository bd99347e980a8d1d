import { data, Form } from "react-router";
import { confirmSession } from "#app/commands/confirm-session.ts";
import { readForm } from "#app/http/parse-form.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { ConfirmPanel } from "#app/ui/confirm-panel.tsx";
import type { Route } from "./+types/confirm-session.ts";
import { answerChange, openForm } from "./answer-change.ts";
import { ChangeHead, FormOrigin, HoldChoice } from "./change-parts.tsx";
import { previewConfirming } from "./end-view.ts";
import { enterChange, enterOpenSession } from "./enter-change.ts";
import { keepAnswer } from "./keep-answer.ts";
import { MessagePreviews } from "./message-previews.tsx";
import { sessionHead } from "./session-head.ts";

export async function loader(args: Route.LoaderArgs) {
	const changing = await enterOpenSession(args, ["provisional"]);
	const { session } = changing;
	const view = await previewConfirming(changing);
	return { form: openForm(session, {}), view, head: sessionHead(session, changing) };
}

export async function action(args: Route.ActionArgs) {
	const changing = await enterChange(args);
	const answered = await answerChange(changing, await readForm(args.request), {
		intent: "confirm",
		valuesOf: () => ({}),
		typed: {},
		labels: {},
		input: { ok: true, data: null },
		save: (context, target, _nothing, options) => confirmSession(context, target, options),
		saved: ({ messages }) =>
			messages === 0
				? "Confirmed. Nobody needs to be told."
				: "Confirmed. Calendars stop calling it provisional.",
	});
	if (answered instanceof Response) return answered;
	const { form, session, status } = answered;
	const view = await previewConfirming({ ...changing, session });
	return data({ form, view, head: sessionHead(session, changing) }, { status });
}

export const shouldRevalidate = keepAnswer;

export default function ConfirmSession({ loaderData, actionData }: Route.ComponentProps) {
	const { form, view, head } = actionData ?? loaderData;
	const back = `/sessions/${head.reference}`;
	return (
		<>
			<ChangeHead title="Confirm session" head={head} {...form} />
			<ConfirmPanel title="What will happen" consequences={view.consequences}>
				<Form method="post" action={`${back}/confirm`} key={form.version}>
					<FormOrigin version={form.version} was={form.was} />
					<MessagePreviews messages={view.messages} />
					<HoldChoice hold={form.hold} />
					<ButtonGroup>
						<Button name="intent" value="confirm">
							Confirm session
						</Button>
						<AppLink className="govuk-link" href={back}>
							Leave it provisional
						</AppLink>
					</ButtonGroup>
				</Form>
			</ConfirmPanel>
		</>
	);
}
