import { offerRequestDate } from "#app/commands/offer-request-date.ts";
import { formatDate } from "#app/domain/format-time.ts";
import { offerInput } from "#app/domain/requests/decision-input.ts";
import { textOf } from "#app/http/field-values.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { requestLinks } from "#app/http/request-links.ts";
import { invalid } from "#app/http/respond.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmPanel } from "#app/ui/confirm-panel.tsx";
import { errorFor } from "#app/ui/form-errors.ts";
import { FieldRow } from "#app/ui/form-section.tsx";
import { DateInput, TimeInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { Route } from "./+types/offer.ts";
import { AnswerFrame } from "./answer-frame.tsx";
import { answerStep, enterRequest, headOf, targetOf } from "./decide.ts";

export async function loader(args: Route.LoaderArgs) {
	const { request } = await enterRequest(args);
	return { head: headOf(request), dates: request.dates.map(({ date }) => formatDate(date)) };
}

export async function action(args: Route.ActionArgs) {
	const { entered, request } = await enterRequest(args);
	const fields = await readForm(args.request);
	const parsed = parseWith(offerInput, fields);
	if (!parsed.ok) return invalid(parsed.errors, fields);
	const links = requestLinks(entered.app, entered.now);
	const target = targetOf(request, fields);
	const outcome = await offerRequestDate(entered.command, target, parsed.data, links);
	if (!outcome.ok && outcome.reason === "past_date") {
		return invalid([{ field: "date", message: "Enter a date after today" }], fields);
	}
	const message = `Offered: ${formatDate(parsed.data.date)}. The school is told.`;
	return answerStep(entered, outcome, { fields, message });
}

export default function Offer({ loaderData, actionData }: Route.ComponentProps) {
	const { head, dates } = loaderData;
	const errors = actionData?.errors;
	const typed = actionData?.values ?? {};
	return (
		<AnswerFrame title="Offer another date" head={head} errors={errors}>
			<p className="govuk-body">The school asked for {dates.join("; ")}.</p>
			<FieldRow>
				<DateInput
					name="date"
					label="Date"
					error={errorFor(errors, "date")}
					defaultValue={textOf(typed, "date")}
				/>
				<TimeInput
					name="start"
					label="Start (optional)"
					error={errorFor(errors, "start")}
					defaultValue={textOf(typed, "start")}
				/>
			</FieldRow>
			<Textarea
				name="words"
				label="Your words to the school (optional)"
				hint="No names or details of pupils"
				error={errorFor(errors, "words")}
				defaultValue={textOf(typed, "words")}
			/>
			<ConfirmPanel
				title="What happens"
				consequences={[
					`${head.contact} gets the date by mail, with a link to accept or decline it.`,
					"Nobody’s time is held for it: book it soon after they accept.",
				]}
			>
				<Button>Offer this date</Button>
			</ConfirmPanel>
		</AnswerFrame>
	);
}
