import { data, Form } from "react-router";
import { z } from "zod";
import { publishReach } from "#app/commands/publish-reach.ts";
import { countOf, formatCount } from "#app/domain/format-number.ts";
import { parseWith, readForm } from "#app/http/parse-form.ts";
import { readPressQuestion } from "#app/http/press-question.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { badRequest, redirectWith } from "#app/http/respond.ts";
import { PressLineBox } from "#app/routes/reach/press-panel.tsx";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonGroup } from "#app/ui/button.tsx";
import { ConfirmPanel } from "#app/ui/confirm-panel.tsx";
import { Details } from "#app/ui/details.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Panel, Section } from "#app/ui/section.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { Route } from "./+types/new-publication.ts";
import { FigureTable, FrozenSessions, ThemeTable } from "./frozen.tsx";
import { newView, type PreparedView, tooFewWords } from "./new-view.ts";
import { PressForm } from "./press-form.tsx";
import { SHOWN } from "./published-words.ts";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "reach.publish");
	const view = await newView(entered, args.url);
	return data(view, { status: view.errors.length > 0 ? 422 : 200 });
}

/** Both come from our own page, so that anything else was made by hand. */
const sent = z.object({ draft: z.uuid(), seen: z.string().regex(/^[\w-]{43}$/) });

export async function action(args: Route.ActionArgs) {
	const entered = await requireActor(args, "reach.publish");
	const { app, command, today } = entered;
	const parsed = parseWith(sent, await readForm(args.request));
	if (!parsed.ok) throw badRequest();
	const read = await readPressQuestion(app.database.client, args.url.searchParams, today);
	if (!read.ok) return data(await newView(entered, args.url), { status: 422 });
	const outcome = await publishReach(command, { question: read.question, ...parsed.data });
	if (outcome.ok) {
		return redirectWith(app, `/publications/${outcome.id}`, {
			kind: "success",
			message: "Published. The figures and the list of sessions are frozen as they are now",
		});
	}
	const refused = outcome.reason === "unsettled" ? "unsettled" : "changed";
	const view = await newView(entered, args.url, refused);
	if (outcome.reason !== "too_few") return data(view, { status: 422 });
	const errors = [{ field: "", message: tooFewWords(outcome.tooFew) }];
	return data({ ...view, errors }, { status: 422 });
}

export default function NewPublication({ loaderData, actionData }: Route.ComponentProps) {
	const { fields, errors, prepared } = actionData ?? loaderData;
	const title = "Word and publish a line";
	return (
		<>
			<PageTitle title={title} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading title={title} back={{ href: "/publications", text: "Publications" }} />
			{prepared?.ok && (
				<Panel title={`For the press: ${prepared.period}`}>
					<PressLineBox text={prepared.line} about="the line for the press" />
					{prepared.cautions.length > 0 && (
						<ul className="govuk-list govuk-list--bullet tt-press__cautions">
							{prepared.cautions.map((caution) => (
								<li key={caution}>{caution}</li>
							))}
						</ul>
					)}
				</Panel>
			)}
			<Details summary="Change what it tells" open={!prepared?.ok}>
				<PressForm fields={fields} errors={errors} />
			</Details>
			{prepared && !prepared.ok && (
				<EmptyState title="There is nothing to publish here">
					<p className="govuk-body">{prepared.why}</p>
				</EmptyState>
			)}
			{prepared?.ok && <ToFreeze prepared={prepared} />}
		</>
	);
}

function ToFreeze({ prepared }: { prepared: Extract<PreparedView, { ok: true }> }) {
	const { figures, themes, sessions, total, listHref, tooFew, draft, seen } = prepared;
	return (
		<Section title="What will be frozen">
			<FigureTable caption="Figures" rows={figures} />
			<ThemeTable rows={themes} />
			<Details summary={`The list of ${countOf(total, "session", "sessions")}`}>
				{total > SHOWN && (
					<p className="govuk-body">
						The first {SHOWN} of {formatCount(total)} are shown; all of them are frozen.{" "}
						{listHref && (
							<AppLink className="govuk-link" href={listHref}>
								See all of them
							</AppLink>
						)}
					</p>
				)}
				<FrozenSessions rows={sessions} />
			</Details>
			{tooFew === null ? (
				<ConfirmPanel
					title="Publish this line"
					consequences={[
						"The line, these figures and this list are kept as they are now. Nobody can change them.",
						"A public page shows the line and the totals, without names of schools and without numbers of 1 to 4 people.",
						"If records are corrected later, both pages say so, and what was published stays.",
					]}
				>
					<Form method="post">
						<Hidden name="draft" value={draft} />
						<Hidden name="seen" value={seen} />
						<ButtonGroup>
							<Button>Publish</Button>
							<AppLink className="govuk-link" href="/reach">
								Do not publish
							</AppLink>
						</ButtonGroup>
					</Form>
				</ConfirmPanel>
			) : (
				<p className="govuk-body tt-text">
					<strong>{tooFew}.</strong>
				</p>
			)}
		</Section>
	);
}
