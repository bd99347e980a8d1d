import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Measure } from "#app/ui/measure.tsx";
import type { FigureRow, SessionRow, ThemeRow } from "./published-words.ts";

/** A list of figures: a word and a number each. */
export function FigureTable({ caption, rows }: { caption: string; rows: FigureRow[] }) {
	return (
		<Measure>
			<DataTable
				caption={caption}
				captionHidden
				cards={false}
				rows={rows}
				rowKey={({ key }) => key}
				empty={null}
				columns={[
					{ key: "label", header: "Figure", rowHeader: true, cell: ({ label }) => label },
					{ key: "value", header: "Number", numeric: true, cell: ({ value }) => value },
				]}
			/>
		</Measure>
	);
}

export function ThemeTable({ rows }: { rows: ThemeRow[] }) {
	const numeric = true;
	return (
		<DataTable
			caption="By theme"
			rows={rows}
			rowKey={({ key }) => key}
			empty={null}
			columns={[
				{ key: "theme", header: "Theme", rowHeader: true, cell: ({ theme }) => theme },
				{ key: "sessions", header: "Sessions", numeric, cell: ({ sessions }) => sessions },
				{ key: "young", header: "Young people", numeric, cell: ({ youngPeople }) => youngPeople },
				{
					key: "distinct",
					header: "Different, estimated",
					numeric,
					cell: ({ estimatedDistinct }) => estimatedDistinct,
				},
				{ key: "adults", header: "Adults", numeric, cell: ({ adults }) => adults },
			]}
		/>
	);
}

/** The sessions behind the figures, each as it counts. */
export function FrozenSessions({ rows }: { rows: SessionRow[] }) {
	return (
		<DataTable
			caption="Sessions in the list"
			captionHidden
			long
			rows={rows}
			rowKey={({ reference }) => reference}
			empty={null}
			columns={[
				{
					key: "reference",
					header: "Session",
					rowHeader: true,
					nowrap: true,
					cell: ({ reference }) => (
						<AppLink className="govuk-link" href={`/sessions/${reference}`}>
							{reference}
						</AppLink>
					),
				},
				{ key: "date", header: "Date", nowrap: true, cell: ({ date }) => date },
				{
					key: "what",
					header: "What and where",
					cell: ({ what, where }) => (
						<>
							{what} <span className="tt-quiet">{where}</span>
						</>
					),
				},
				{
					key: "numbers",
					header: "Counts as",
					cell: ({ numbers, byYearGroup }) => (
						<>
							{numbers} {byYearGroup && <span className="tt-quiet">{byYearGroup}</span>}
						</>
					),
				},
			]}
		/>
	);
}
