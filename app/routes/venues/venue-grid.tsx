import { countOf, formatCount } from "#app/domain/format-number.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { GridWords } from "./venue-facts.ts";

interface Props {
	grid: GridWords;
	/** The sessions behind it. */
	allHref: string;
}

/** Which year group had what in which academic year. */
export function DeliveryTable({ grid, allHref }: Props) {
	const { years, rows, sessions, earlierSessions } = grid;
	if (sessions === 0) {
		return (
			<EmptyState title="Nothing was delivered here yet">
				<p>Year groups and themes are shown once a session is closed out.</p>
			</EmptyState>
		);
	}
	return (
		<>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too */}
			<section className="tt-scroll" aria-label="Delivered by year group and year" tabIndex={0}>
				<DataTable
					caption="Young people by year group and academic year"
					captionHidden
					cards={false}
					rows={rows}
					rowKey={({ label }) => label}
					empty={null}
					columns={[
						{ key: "group", header: "Year group", rowHeader: true, cell: ({ label }) => label },
						...years.map(({ year, label }, at) => ({
							key: String(year),
							header: label,
							cell: ({ cells }: GridWords["rows"][number]) => <Cell entries={cells[at] ?? []} />,
						})),
					]}
				/>
			</section>
			<p className="govuk-body">
				<AppLink className="govuk-link" href={allHref}>
					{countOf(sessions, "session was", "sessions were")} delivered here
				</AppLink>
				{earlierSessions > 0 && `, ${formatCount(earlierSessions)} of them before the years shown`}.
				Figures are young people at those sessions.
			</p>
		</>
	);
}

type Entries = GridWords["rows"][number]["cells"][number];

function Cell({ entries }: { entries: Entries }) {
	if (entries.length === 0) return <span className="tt-quiet">None</span>;
	return (
		<ul className="tt-cell-list">
			{entries.map(({ theme, youngPeople, sessions }) => (
				<li key={theme}>
					{theme}: {formatCount(youngPeople)}
					{sessions > 1 && <span className="tt-quiet">in {sessions} sessions</span>}
				</li>
			))}
		</ul>
	);
}
