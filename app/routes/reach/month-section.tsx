import { AppLink } from "#app/ui/app-link.tsx";
import { ChartFigure } from "#app/ui/chart-figure.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Section } from "#app/ui/section.tsx";
import type { Figure, MonthRow, MonthView } from "./month-view.server.ts";
import { WideTable } from "./wide-table.tsx";

/** Young people of each theme over time: bars, and beside them the same figures. */
export function MonthSection({ months }: { months: MonthView }) {
	const { themes, rows, totals, chart, step } = months;
	const title = `Young people by theme and ${step.toLowerCase()}`;
	const headers = [...themes, "All"];
	const columns: Column<MonthRow>[] = [
		{ key: "label", header: step, rowHeader: true, nowrap: true, cell: ({ label }) => label },
		...headers.map((header, at) => ({
			key: header,
			header,
			numeric: true,
			cell: ({ figures }: MonthRow) => <FigureLink figure={figures[at]} />,
		})),
	];
	if (themes.length === 0) {
		return (
			<Section title={title}>
				<EmptyState title="No sessions were delivered in this period">
					Figures appear as sessions are closed out.
				</EmptyState>
			</Section>
		);
	}
	return (
		<Section title={title}>
			<div className="tt-columns tt-columns--even">
				<ChartFigure
					caption={`Young people each ${step.toLowerCase()}`}
					svg={chart.svg}
					legend={chart.legend}
				/>
				<WideTable name={`${title}, in figures`}>
					<DataTable
						caption={title}
						captionHidden
						cards={false}
						rows={rows}
						rowKey={({ label }) => label}
						empty={null}
						columns={columns}
						totals={{
							label: "All",
							...Object.fromEntries(
								headers.map((header, at) => [
									header,
									<FigureLink key={header} figure={totals[at]} />,
								]),
							),
						}}
					/>
				</WideTable>
			</div>
		</Section>
	);
}

function FigureLink({ figure }: { figure: Figure | undefined }) {
	if (!figure || figure.href === "") return figure?.count ?? null;
	return (
		<AppLink className="govuk-link" href={figure.href}>
			{figure.count}
		</AppLink>
	);
}
