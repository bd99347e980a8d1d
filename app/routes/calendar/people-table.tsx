import { formatShortDate } from "#app/domain/format-time.ts";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { CalendarEntry } from "./calendar-entry.tsx";
import type { CalendarDay } from "./calendar-items.ts";
import type { Lane } from "./people-lanes.ts";

interface Props {
	title: string;
	lanes: readonly Lane[];
	days: readonly CalendarDay[];
}

/** A week of everybody's, side by side: who is where, and who is free. */
export function PeopleTable({ title, lanes, days }: Props) {
	// why: a weekend without anything would take the room of two days.
	const shown = days.filter(
		(_day, at) => at < 5 || days.slice(5).some(({ items }) => items.length),
	);
	const columns: Column<Lane>[] = [
		{
			key: "name",
			header: "Facilitator",
			rowHeader: true,
			cell: ({ name, agency, items }) => (
				<>
					{name}
					<span className="tt-block tt-quiet">
						{items.length === 0 ? "Nothing this week" : agency}
					</span>
				</>
			),
		},
		...shown.map(
			({ date, today }): Column<Lane> => ({
				key: date,
				header: `${formatShortDate(date)}${today ? ", today" : ""}`,
				cell: ({ items }) => {
					const own = items.filter((item) => item.date === date);
					if (own.length === 0) return null;
					return own.map((item) => <CalendarEntry key={item.reference} item={item} />);
				},
			}),
		),
	];
	return (
		<div className="tt-lanes">
			<DataTable
				caption={title}
				captionHidden
				columns={columns}
				rows={lanes}
				rowKey={({ id }) => id}
				empty={
					<EmptyState title="Nobody delivers for this team yet">
						People appear here once they belong to it.
					</EmptyState>
				}
			/>
		</div>
	);
}
