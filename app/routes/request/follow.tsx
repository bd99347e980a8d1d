import { data } from "react-router";
import { answerOffer } from "#app/commands/answer-offer.ts";
import { withdrawRequest } from "#app/commands/withdraw-request.ts";
import { findRequest } from "#app/data/requests.ts";
import { schoolWords } from "#app/domain/requests/decision-input.ts";
import { anonymously } from "#app/http/anonymous.ts";
import { textOf } from "#app/http/field-values.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { openToken } from "#app/http/request-links.ts";
import { stepRefusalMessage } from "#app/http/request-words.ts";
import { badRequest, invalid, notFound, redirectWith } from "#app/http/respond.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Measure } from "#app/ui/measure.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import type { Route } from "./+types/follow.ts";
import { AskedList } from "./asked-list.tsx";
import { followFacts } from "./follow-facts.ts";
import { OfferPanel, WithdrawPanel } from "./follow-panels.tsx";

async function open({ params, context }: Pick<Route.LoaderArgs, "params" | "context">) {
	const arrived = await anonymously(context);
	const { app, visit } = arrived;
	const id = openToken(app.secret, "request-follow", params.token, visit.now);
	const request = id && (await findRequest(app.database.client, { id }));
	if (!request || request.status === "unconfirmed") throw notFound();
	return { ...arrived, request };
}

export async function loader(args: Route.LoaderArgs) {
	const { request, command } = await open(args);
	return followFacts(request, command.settings.zone);
}

const done = {
	accept: "You accepted the date. The team books it and tells you.",
	decline: "You declined the date. The team looks for another.",
	withdraw: "Your request is withdrawn.",
} as const;

export async function action(args: Route.ActionArgs) {
	const { app, command, request } = await open(args);
	const fields = await readForm(args.request);
	const intent = textOf(fields, "intent");
	if (intent !== "accept" && intent !== "decline" && intent !== "withdraw") throw badRequest();
	const parsed = parseWith(schoolWords, fields);
	if (!parsed.ok) return invalid(parsed.errors, { why: textOf(fields, "why") });
	const { why } = parsed.data;
	const target = { of: { id: request.id }, version: Number(textOf(fields, "version")) };
	const outcome =
		intent === "withdraw"
			? await withdrawRequest(command, target, { why })
			: await answerOffer(command, target, { accepts: intent === "accept", why });
	if (!outcome.ok) {
		if (outcome.reason === "not_found") throw notFound();
		const message = stepRefusalMessage(outcome, command.settings.zone);
		return data({ errors: [{ field: "", message }], values: { why } }, { status: 409 });
	}
	const path = `/request/follow/${args.params.token}`;
	return redirectWith(app, path, { kind: "success", message: done[intent] });
}

export default function Follow({ loaderData: facts, actionData }: Route.ComponentProps) {
	const errors = actionData?.errors ?? [];
	const why = actionData?.values.why ?? "";
	return (
		<Measure>
			<PageTitle title="Your request" errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title="Your request" caption={facts.reference} />
			<Section title={facts.standing.title}>
				{facts.standing.lines.map((line) => (
					<p className="govuk-body tt-as-typed" key={line}>
						{line}
					</p>
				))}
				{facts.offer && <OfferPanel facts={facts} errors={errors} why={why} />}
			</Section>
			<Section title="What you asked for">
				<AskedList asked={facts.asked} />
			</Section>
			{facts.mayWithdraw && <WithdrawPanel facts={facts} errors={errors} why={why} />}
		</Measure>
	);
}
