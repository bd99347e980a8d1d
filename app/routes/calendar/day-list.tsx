import { AppLink } from "#app/ui/app-link.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import type { CalendarDay, CalendarItem } from "./calendar-items.ts";

const columns: Column<CalendarItem>[] = [
	{ key: "time", header: "Time", nowrap: true, cell: ({ time }) => time },
	{
		key: "what",
		header: "Session",
		rowHeader: true,
		cell: ({ href, programme, venue }) => (
			<AppLink className="govuk-link" href={href}>
				{programme} at {venue}
			</AppLink>
		),
	},
	{ key: "room", header: "Room", cell: ({ room }) => room || null },
	{ key: "people", header: "Who delivers", cell: ({ people }) => people || "Nobody yet" },
	{ key: "status", header: "Status", cell: ({ status }) => <StatusTag status={status} /> },
];

const move: Column<CalendarItem> = {
	key: "move",
	header: "Move",
	headerHidden: true,
	cell: ({ moveHref, programme, venue, time }) =>
		moveHref && (
			<AppLink className="govuk-link" href={moveHref}>
				Move
				<span className="govuk-visually-hidden">
					{" "}
					{programme} at {venue}, {time}
				</span>
			</AppLink>
		),
};

interface Props {
	days: readonly CalendarDay[];
	/** Moving is offered where it is allowed. */
	mayMove: boolean;
}

/** Day after day with everything on it: the calendar for a phone, without scripts and for a reader. */
export function DayList({ days, mayMove }: Props) {
	const busy = days.filter(({ items }) => items.length > 0);
	if (busy.length === 0) {
		return (
			<EmptyState title="Nothing is booked here">
				Sessions appear as they are booked. Take a filter away, or go to another time.
			</EmptyState>
		);
	}
	return busy.map(({ date, label, today, items }) => (
		<DataTable
			key={date}
			caption={today ? `${label} (today)` : label}
			columns={mayMove ? [...columns, move] : columns}
			rows={items}
			rowKey={({ reference }) => reference}
			empty={null}
		/>
	));
}
