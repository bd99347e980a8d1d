import { AppLink } from "#app/ui/app-link.tsx";
import { ChartFigure } from "#app/ui/chart-figure.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Section } from "#app/ui/section.tsx";
import type { SplitRow, SplitView } from "./split-view.server.ts";
import { WideTable } from "./wide-table.tsx";

/** Reach split by one thing, every figure a link to its sessions. */
export function SplitSection({ split }: { split: SplitView }) {
	const { title, column, rows, total, shares, sums, pages, chart, left } = split;
	const table = (
		<div>
			<WideTable name={`${title}, in figures`}>
				<DataTable
					caption={title}
					captionHidden
					cards={false}
					rows={rows}
					rowKey={({ label }) => label}
					columns={columns(column)}
					totals={Object.fromEntries(
						columns(column).map(({ key, cell }) => [key, key === "label" ? "All" : cell(total)]),
					)}
					empty={
						<EmptyState title="No sessions were delivered in this period">
							Figures appear as sessions are closed out.
						</EmptyState>
					}
				/>
			</WideTable>
			{shares && <p className="govuk-body-s">{shares}</p>}
			{sums.map((sum) => (
				<p key={sum} className="govuk-body-s">
					{sum}
				</p>
			))}
			{pages && <Pagination {...pages} hrefFor={(page) => pageHref(pages.href, page)} />}
		</div>
	);
	return (
		<Section title={title}>
			{chart === null ? (
				table
			) : (
				<div className="tt-columns tt-columns--split">
					<div>
						<ChartFigure caption={`Young people ${title.toLowerCase()}`} svg={chart.svg} />
						{left > 0 && (
							<p className="govuk-body-s">The largest {rows.length - left}; the table has all.</p>
						)}
					</div>
					{table}
				</div>
			)}
		</Section>
	);
}

function columns(first: string): Column<SplitRow>[] {
	const figure = (
		key: "sessions" | "youngPeople" | "estimated" | "adults",
		header: string,
	): Column<SplitRow> => ({
		key,
		header,
		numeric: true,
		cell: (row) => <Linked row={row} count={row[key]} what={header} />,
	});
	return [
		{ key: "label", header: first, rowHeader: true, cell: ({ label }) => label },
		figure("sessions", "Sessions"),
		figure("youngPeople", "Young people"),
		figure("estimated", "Young people, estimated"),
		figure("adults", "Adults"),
		{
			key: "average",
			header: "In a session",
			numeric: true,
			cell: ({ average }) => average,
		},
	];
}

function pageHref(href: string, page: number): string {
	return page === 1 ? href : `${href}&page=${page}`;
}

function Linked({ row, count, what }: { row: SplitRow; count: string; what: string }) {
	if (row.sessions === "0") return count;
	return (
		<AppLink className="govuk-link" href={row.href}>
			{count}
			<span className="govuk-visually-hidden">
				{" "}
				{what}, {row.label}
			</span>
		</AppLink>
	);
}
