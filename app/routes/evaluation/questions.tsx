import { Form } from "react-router";
import { addUsualQuestions } from "#app/commands/add-usual-questions.ts";
import { listQuestions, type QuestionRecord } from "#app/data/evaluation-questions.ts";
import { may } from "#app/domain/access/permissions.ts";
import { type Asked, askedLabels, betterLabels } from "#app/domain/evaluation/question-input.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { redirectWith } from "#app/http/respond.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Section } from "#app/ui/section.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Route } from "./+types/questions.ts";

export async function loader(args: Route.LoaderArgs) {
	const { app, actor } = await requireActor(args, "register.view");
	const questions = await listQuestions(app.database.client);
	return { rows: questions.map(rowOf), mayChange: may(actor.role, "register.change") };
}

function rowOf({ id, asks, about, text, better, retiredAt, versions }: QuestionRecord) {
	return {
		id,
		asks,
		text,
		about: about ?? "All sessions",
		better: betterLabels[better],
		wordings: versions.length,
		retired: retiredAt !== null,
	};
}

export async function action(args: Route.ActionArgs) {
	const { app, command } = await requireActor(args, "register.change");
	const { added } = await addUsualQuestions(command);
	const message = added > 0 ? "The usual questions were added" : "There are questions already";
	const kind = added > 0 ? "success" : "important";
	return redirectWith(app, "/evaluation/questions", { kind, message });
}

export default function Questions({ loaderData: { rows, mayChange } }: Route.ComponentProps) {
	const title = "Questions for evaluation";
	return (
		<>
			<PageTitle title={title} />
			<PageHeading
				title={title}
				back={{ href: "/evaluation", text: "Evaluation" }}
				lead="Statements that groups answer before and after, and teachers afterwards. An edit makes a new wording; answers stay with the one they were given to."
				actions={
					mayChange &&
					rows.length > 0 && <ButtonLink href="/evaluation/questions/new">Add question</ButtonLink>
				}
			/>
			{rows.length === 0 ? (
				<None mayChange={mayChange} />
			) : (
				(Object.keys(askedLabels) as Asked[]).map((asked) => (
					<Section key={asked} title={askedLabels[asked]}>
						<DataTable
							caption={askedLabels[asked]}
							captionHidden
							rows={rows.filter(({ asks }) => asks === asked)}
							rowKey={({ id }) => id}
							columns={columns(mayChange)}
							empty={<EmptyState title="None yet" />}
						/>
					</Section>
				))
			)}
		</>
	);
}

function None({ mayChange }: { mayChange: boolean }) {
	return (
		<EmptyState title="Nothing is asked yet">
			<p className="govuk-body">
				Statements stand here, such as “I know where to get help”, which a group answers before and
				after a session.
			</p>
			{mayChange && (
				<Form method="post">
					<Button>Start with the usual questions</Button>{" "}
					<AppLink className="govuk-link" href="/evaluation/questions/new">
						Write your own
					</AppLink>
				</Form>
			)}
		</EmptyState>
	);
}

type Row = ReturnType<typeof rowOf>;

function columns(mayChange: boolean): Column<Row>[] {
	return [
		{
			key: "text",
			header: "Statement",
			rowHeader: true,
			cell: ({ id, text, retired }) => (
				<>
					{mayChange ? (
						<AppLink className="govuk-link" href={`/evaluation/questions/${id}`}>
							{text}
						</AppLink>
					) : (
						text
					)}{" "}
					{retired && <Tag colour="grey">Retired</Tag>}
				</>
			),
		},
		{ key: "about", header: "Asked at", cell: ({ about }) => about },
		{ key: "better", header: "Better answer", cell: ({ better }) => better },
		{ key: "wordings", header: "Wordings", numeric: true, cell: ({ wordings }) => wordings },
	];
}
