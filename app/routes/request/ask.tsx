import { data } from "react-router";
import { localDateOf } from "#app/domain/time.ts";
import { anonymously } from "#app/http/anonymous.ts";
import { textOf } from "#app/http/field-values.ts";
import { readForm } from "#app/http/parse-form.ts";
import { newStamp } from "#app/http/request-form-stamp.ts";
import { spend } from "#app/http/sign-in.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import type { Route } from "./+types/ask.ts";
import { askAnswers, readAsk } from "./ask-answers.ts";
import { AskForm } from "./ask-form.tsx";
import { stepAfter, stepFields, stepOf, stepOfField } from "./ask-steps.ts";
import { readAskView } from "./ask-view.ts";
import { CheckAnswers } from "./check-answers.tsx";
import { sendAsk } from "./send-ask.ts";
import { Sent } from "./sent.tsx";

export async function loader({ context }: Route.LoaderArgs) {
	const { app, visit, command } = await anonymously(context);
	const answers = askAnswers({});
	return {
		page: "form" as const,
		partnership: command.settings.partnership,
		answers,
		view: await readAskView(app.database.client, answers),
		stamp: newStamp(app.secret, visit.now),
		step: stepOf(""),
		errors: [] as FieldErrors,
	};
}

export async function action({ request, context }: Route.ActionArgs) {
	const arrived = await anonymously(context);
	const { app, visit, command } = arrived;
	await spend(app.limits.requestPosts, visit.network);
	const fields = await readForm(request);
	const answers = askAnswers(fields);
	const view = await readAskView(app.database.client, answers);
	const stamp = textOf(fields, "stamp").slice(0, 200) || newStamp(app.secret, visit.now);
	const shown = { partnership: command.settings.partnership, answers, view, stamp };
	const form = (step: string, errors: FieldErrors = []) =>
		data(
			{ page: "form" as const, ...shown, step: stepOf(step), errors },
			{ status: errors.length > 0 ? 422 : 200 },
		);

	const intent = textOf(fields, "intent");
	const step = stepOf(textOf(fields, "step"));
	if (intent.startsWith("go-")) return form(intent.slice("go-".length));
	if (intent === "find") return form("school");
	const read = readAsk(fields, localDateOf(visit.now, command.settings.zone));
	const errors = read.ok ? [] : read.errors;
	if (intent === "next") {
		const own = errors.filter(({ field }) => stepFields[step].includes(field));
		return own.length > 0 ? form(step, own) : form(stepAfter(step));
	}
	if (!read.ok) return form(stepOfField(errors[0]?.field ?? ""), errors);
	if (intent !== "send") return data({ page: "check" as const, ...shown });
	const sent = await sendAsk(arrived, { fields, input: read.input, stamp });
	if (!sent.ok) {
		const first = sent.errors[0]?.field ?? "";
		return data(
			{
				page: "form" as const,
				...shown,
				stamp: sent.stamp,
				step: stepOfField(first),
				errors: sent.errors,
			},
			{ status: 422 },
		);
	}
	const { reference, contactEmail } = sent.request;
	return data({ page: "sent" as const, reference, email: contactEmail });
}

export default function Ask({ loaderData, actionData }: Route.ComponentProps) {
	const facts = actionData ?? loaderData;
	if (facts.page === "sent") return <Sent reference={facts.reference} email={facts.email} />;
	if (facts.page === "check") {
		return (
			<>
				<PageTitle title="Check your answers" />
				<CheckAnswers answers={facts.answers} view={facts.view} stamp={facts.stamp} />
			</>
		);
	}
	const { page: _, ...form } = facts;
	return (
		<>
			<PageTitle title="Ask for a session" errors={form.errors} />
			<ErrorSummary errors={form.errors} />
			<PageHeading title="Ask for a session" />
			<AskForm {...form} />
		</>
	);
}
