import { ChartFigure } from "#app/ui/chart-figure.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { StatementFacts } from "./evaluation-facts.server.ts";

/** One statement: a chart where there are answers enough for one, and always the numbers. */
export function Statement({ statement }: { statement: StatementFacts }) {
	const { text, about, older, finding, caption, chart } = statement;
	return (
		<article className="tt-statement">
			<h3 className="govuk-heading-s govuk-!-margin-bottom-1">“{text}”</h3>
			<p className="govuk-body-s govuk-!-margin-bottom-2">
				<span className="tt-quiet">{[about, older].filter(Boolean).join(". ")}.</span> {finding}.
			</p>
			{chart ? (
				<div className="tt-columns tt-columns--even">
					<ChartFigure caption={caption} svg={chart.svg} legend={chart.legend} />
					<Numbers statement={statement} />
				</div>
			) : (
				<div className="tt-statement__numbers">
					<Numbers statement={statement} />
				</div>
			)}
		</article>
	);
}

function Numbers({ statement: { text, rows, total } }: { statement: StatementFacts }) {
	return (
		<DataTable
			caption={`Answers to “${text}”`}
			captionHidden
			cards={false}
			rows={rows}
			rowKey={({ label }) => label}
			empty={null}
			columns={[
				{
					key: "label",
					header: "Answer",
					rowHeader: true,
					cell: ({ label, better }) => (
						<>
							{label} {better && <Tag colour="green">Better</Tag>}
						</>
					),
				},
				{ key: "before", header: "Before", numeric: true, cell: ({ before }) => before },
				{ key: "after", header: "After", numeric: true, cell: ({ after }) => after },
			]}
			totals={{ label: "Answers", before: total.before, after: total.after }}
		/>
	);
}
