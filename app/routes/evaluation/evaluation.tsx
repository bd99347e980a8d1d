import { data } from "react-router";
import { may } from "#app/domain/access/permissions.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { ReportFrame } from "#app/routes/reach/report-frame.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
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
	const { shown, mayChange, ...asked } = loaderData;
	return (
		<ReportFrame
			name="Evaluation"
			path="/evaluation"
			lead="What groups answered before and after delivered sessions, and what teachers say. Totals only: nobody’s own answer is kept."
			asked={asked}
			shown={shown}
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
		>
			{shown && <Answers shown={shown} />}
		</ReportFrame>
	);
}

function Answers({ shown }: { shown: NonNullable<EvaluationFacts["shown"]> }) {
	const { statements, teachers } = shown;
	return (
		<>
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
