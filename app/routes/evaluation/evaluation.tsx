import { data } from "react-router";
import { may } from "#app/domain/access/permissions.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { FilterWords } from "#app/routes/session-list/filter-words-list.tsx";
import { QuickRanges } from "#app/routes/session-list/quick-ranges-nav.tsx";
import { filtersInUse, SessionFilters } from "#app/routes/session-list/session-filters.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import type { Route } from "./+types/evaluation.ts";
import { type EvaluationFacts, evaluationFacts } from "./evaluation-facts.server.ts";
import { Statement } from "./statement.tsx";
import { TeacherTable } from "./teacher-table.tsx";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "reach.view");
	const facts = await evaluationFacts(entered, args.url);
	const mayChange = may(entered.actor.role, "register.change");
	return data({ ...facts, mayChange }, { status: facts.shown ? 200 : 422 });
}

export default function Evaluation({ loaderData }: Route.ComponentProps) {
	const { shown, choices, given, errors, mayChange } = loaderData;
	const title = shown ? `Evaluation: ${shown.period}` : "Evaluation";
	return (
		<>
			<PageTitle title={title} errors={errors} />
			<ErrorSummary errors={errors} />
			<PageHeading
				title={title}
				back={{ href: "/reach", text: "Reach" }}
				lead="What groups answered before and after delivered sessions, and what teachers say. Totals only: nobody’s own answer is kept."
				actions={
					<Actions>
						<ButtonLink kind="secondary" href="/evaluation/questions">
							{mayChange ? "Edit questions" : "Questions"}
						</ButtonLink>
						{shown && (
							<ButtonLink kind="secondary" href={shown.csv}>
								Export as CSV
							</ButtonLink>
						)}
					</Actions>
				}
			/>
			{shown && <QuickRanges ranges={shown.ranges} />}
			<SessionFilters
				action="/evaluation"
				given={given}
				choices={choices}
				errors={errors}
				active={filtersInUse(given)}
				clearHref="/evaluation"
			/>
			{shown && <Answers shown={shown} />}
		</>
	);
}

function Answers({ shown }: { shown: NonNullable<EvaluationFacts["shown"]> }) {
	const { words, statements, teachers } = shown;
	return (
		<>
			<FilterWords summary={words.length > 0 ? "Limited to:" : ""} words={words} />
			<Section title="Young people, before and after">
				{statements.length === 0 && (
					<EmptyState title="No answers in this period">
						<p className="govuk-body">
							Totals appear here once they are entered under “Evaluation” on a delivered session, or
							by its teacher.
						</p>
					</EmptyState>
				)}
				{statements.map((statement) => (
					<Statement key={statement.key} statement={statement} />
				))}
			</Section>
			<Section title="Teachers">
				<TeacherTable rows={teachers} />
			</Section>
			<p className="govuk-body-s">
				Percentages are given from ten answers on. Different groups may have answered before and
				after: the numbers say how many did.
			</p>
		</>
	);
}
