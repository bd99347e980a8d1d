import { declineRequest } from "#app/commands/decline-request.ts";
import { declineInput } from "#app/domain/requests/decision-input.ts";
import { declineReasonLabels, declineReasonWords } from "#app/domain/requests/decline-reasons.ts";
import { textOf } from "#app/http/field-values.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { requestLinks } from "#app/http/request-links.ts";
import { invalid } from "#app/http/respond.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmPanel } from "#app/ui/confirm-panel.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { Radios } from "#app/ui/radios.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { Route } from "./+types/decline.ts";
import { AnswerFrame } from "./answer-frame.tsx";
import { answerStep, enterRequest, headOf, targetOf } from "./decide.ts";

export async function loader(args: Route.LoaderArgs) {
	return headOf((await enterRequest(args)).request);
}

export async function action(args: Route.ActionArgs) {
	const { entered, request } = await enterRequest(args);
	const fields = await readForm(args.request);
	const parsed = parseWith(declineInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const links = requestLinks(entered.app, entered.now);
	const target = targetOf(request, fields);
	const outcome = await declineRequest(entered.command, target, parsed.data, links);
	return answerStep(entered, outcome, { fields, message: "Declined. The school is told." });
}

const reasons = Object.keys(declineReasonLabels) as (keyof typeof declineReasonLabels)[];

export default function Decline({ loaderData: head, actionData }: Route.ComponentProps) {
	const errors = actionData?.errors;
	const typed = actionData?.values ?? {};
	return (
		<AnswerFrame title="Decline the request" head={head} errors={errors}>
			<Radios
				name="reason"
				legend="Why"
				error={errorFor(errors, "reason")}
				value={textOf(typed, "reason")}
				options={reasons.map((reason) => ({
					value: reason,
					label: declineReasonLabels[reason],
					hint: `The school reads: “We are sorry: ${declineReasonWords[reason]}.”`,
				}))}
			/>
			<Textarea
				name="words"
				label="Your words to the school"
				hint="Needed for “Something else”. No names or details of pupils"
				error={errorFor(errors, "words")}
				defaultValue={textOf(typed, "words")}
			/>
			<ConfirmPanel
				title="What happens"
				warning
				consequences={[
					`${head.contact} is told at once, with the reason.`,
					"The request is closed for good. The school may ask again.",
				]}
			>
				<Button kind="warning">Decline request</Button>
			</ConfirmPanel>
		</AnswerFrame>
	);
}
