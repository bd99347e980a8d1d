import { DataTable } from "#app/ui/data-table.tsx";
import { ExportLink } from "#app/ui/export-link.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { StatFigure, StatFigures } from "#app/ui/stat-figure.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { OldRows } from "./old-rows.tsx";
import { OldStanding } from "./old-standing.tsx";
import type { readOldPart } from "./old-view.ts";

export type OldPart = Awaited<ReturnType<typeof readOldPart>>;

/** The dry run of past sessions: what would come in, what is asked, row by row. */
export function OldPanel({ id, ...part }: OldPart & { id: string }) {
	const { standing, figures, rise, tabs, show, page, pageSize, total } = part;
	const applied = standing.state === "applied";
	const address = (more: Record<string, string>) => `/imports/${id}?${new URLSearchParams(more)}`;
	const behind = applied ? `/sessions?imported=${id}` : undefined;
	return (
		<>
			<OldStanding id={id} {...part} />
			{standing.state !== "undone" && (
				<>
					<StatFigures>
						<StatFigure
							label={applied ? "Sessions brought in" : "Sessions ready"}
							value={figures.sessions}
							href={behind}
						/>
						<StatFigure label="Young people" value={figures.youngPeople} />
						<StatFigure label="Adults" value={figures.adults} />
					</StatFigures>
					<DataTable
						caption={applied ? "What reach rose by" : "What reach would rise by"}
						columns={[
							{ key: "theme", header: "Theme", rowHeader: true, cell: ({ theme }) => theme },
							{ key: "year", header: "Year", cell: ({ year }) => year },
							{
								key: "sessions",
								header: "Sessions",
								numeric: true,
								cell: ({ sessions }) => sessions,
							},
							{
								key: "people",
								header: "Young people",
								numeric: true,
								cell: ({ youngPeople }) => youngPeople,
							},
						]}
						rows={rise}
						rowKey={({ theme, year }) => `${theme} ${year}`}
						empty={null}
						cards={false}
					/>
				</>
			)}
			{show && (
				<>
					<Tabs
						label="Rows of the file"
						items={tabs.map(({ outcome, text, count }) => ({
							href: address({ show: outcome }),
							text,
							current: outcome === show,
							count,
						}))}
					/>
					<OldRows id={id} {...part} show={show} />
					<Pagination
						page={page}
						pageSize={pageSize}
						total={total}
						items={total === 1 ? "row" : "rows"}
						hrefFor={(to) => address({ show, page: String(to) })}
					/>
					<ExportLink
						href={`/imports/${id}/rows.csv?show=${show}`}
						text="Download these rows as CSV"
					/>
				</>
			)}
		</>
	);
}
