import { Fragment } from "react";
import { countOf, formatCount } from "#app/domain/format-number.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { GridWords } from "./venue-facts.ts";

interface Props {
	grid: GridWords;
}

/** Which year group had what in which academic year. */
export function DeliveryTable({ grid }: Props) {
	const { years, rows, sessions, earlierSessions, places } = grid;
	if (sessions === 0) {
		return (
			<EmptyState title="Nothing was delivered here yet">
				<p>Year groups and themes are shown once a session is closed out.</p>
			</EmptyState>
		);
	}
	return (
		<>
			<DataTable
				caption="Young people by year group and academic year"
				captionHidden
				rows={rows}
				rowKey={({ label }) => label}
				empty={null}
				columns={[
					{ key: "group", header: "Year group", rowHeader: true, cell: ({ label }) => label },
					...years.map(({ year, label }, at) => ({
						key: String(year),
						header: label,
						cell: ({ cells }: GridWords["rows"][number]) => cellOf(cells[at] ?? []),
					})),
				]}
			/>
			<p className="govuk-body">
				{places.map(({ name, sessions: delivered, href }, at) => (
					<Fragment key={href}>
						{at > 0 && ", "}
						<AppLink className="govuk-link" href={href}>
							{countOf(delivered, "session", "sessions")}
						</AppLink>{" "}
						{name === null ? "here" : `at ${name}, which this one followed`}
					</Fragment>
				))}
				{earlierSessions > 0 && `; ${formatCount(earlierSessions)} of them before the years shown`}.
				Figures are young people at those sessions.
			</p>
		</>
	);
}

type Entries = GridWords["rows"][number]["cells"][number];

/** Nothing for nothing, so that a phone's card leaves the year out. */
function cellOf(entries: Entries) {
	if (entries.length === 0) return null;
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
