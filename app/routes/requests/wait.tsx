import { keepOnWaitingList } from "#app/commands/keep-on-waiting-list.ts";
import { waitingListInput } from "#app/domain/requests/decision-input.ts";
import { textOf } from "#app/http/field-values.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { requestLinks } from "#app/http/request-links.ts";
import { invalid } from "#app/http/respond.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmPanel } from "#app/ui/confirm-panel.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Textarea } from "#app/ui/textarea.tsx";
import type { Route } from "./+types/wait.ts";
import { AnswerFrame } from "./answer-frame.tsx";
import { answerStep, enterRequest, headOf, targetOf } from "./decide.ts";

export async function loader(args: Route.LoaderArgs) {
	return headOf((await enterRequest(args)).request);
}

export async function action(args: Route.ActionArgs) {
	const { entered, request } = await enterRequest(args);
	const fields = await readForm(args.request);
	const parsed = parseWith(waitingListInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const links = requestLinks(entered.app, entered.now);
	const target = targetOf(request, fields);
	const outcome = await keepOnWaitingList(entered.command, target, parsed.data, links);
	const message = "On the waiting list. The school is told.";
	return answerStep(entered, outcome, { fields, message });
}

export default function Wait({ loaderData: head, actionData }: Route.ComponentProps) {
	const errors = actionData?.errors;
	return (
		<AnswerFrame title="Put on the waiting list" head={head} errors={errors}>
			<Textarea
				name="words"
				label="Your words to the school (optional)"
				hint="No names or details of pupils"
				error={errorFor(errors, "words")}
				defaultValue={textOf(actionData?.values ?? {}, "words")}
			/>
			<ConfirmPanel
				title="What happens"
				consequences={[
					`${head.contact} is told that there is no date at the moment.`,
					"The request leaves “To answer” and waits under “Waiting list”.",
				]}
			>
				<Button>Put on waiting list</Button>
			</ConfirmPanel>
		</AnswerFrame>
	);
}
