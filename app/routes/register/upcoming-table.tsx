import type { UpcomingSessions } from "#app/data/upcoming-sessions.ts";
import { formatCount } from "#app/domain/format-number.ts";
import { formatClock, formatDate } from "#app/domain/format-time.ts";
import type { SessionStatus } from "#app/domain/sessions/status.ts";
import { toLocal } from "#app/domain/time.ts";
import { AppLink } from "#app/ui/app-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

export interface UpcomingRow {
	reference: string;
	date: string;
	time: string;
	programme: string;
	venue: string;
	room: string | null;
	status: SessionStatus;
}

export interface UpcomingRows {
	rows: UpcomingRow[];
	total: number;
}

/** Upcoming sessions in words. */
export function upcomingRows({ sessions, total }: UpcomingSessions, zone: string): UpcomingRows {
	const rows = sessions.map(({ startsAt, endsAt, programmeName, venueName, ...session }) => {
		const start = toLocal(startsAt, zone);
		const end = toLocal(endsAt, zone);
		return {
			...session,
			date: formatDate(start.date),
			time: `${formatClock(start.time)} to ${formatClock(end.time)}`,
			programme: programmeName,
			venue: venueName,
		};
	});
	return { rows, total };
}

interface Props extends UpcomingRows {
	/** What every row has in common, and is left out. */
	without?: "venue" | "programme";
	/** Where all of them are, when not all are shown. */
	allHref?: string;
}

/** The next sessions of something, each with a link. */
export function UpcomingTable({ rows, total, without, allHref }: Props) {
	return (
		<>
			<DataTable
				caption="Sessions still to come"
				captionHidden
				rows={rows}
				rowKey={({ reference }) => reference}
				empty={null}
				columns={[
					{
						key: "when",
						header: "When",
						rowHeader: true,
						cell: ({ reference, date, time }) => (
							<>
								<AppLink className="govuk-link" href={`/sessions/${reference}`}>
									{date}
								</AppLink>{" "}
								<span className="tt-quiet">
									{time}, <span className="tt-nowrap">{reference}</span>
								</span>
							</>
						),
					},
					{ key: "what", header: "What", cell: (row) => <What row={row} without={without} /> },
					{ key: "status", header: "Status", cell: ({ status }) => <StatusTag status={status} /> },
				]}
			/>
			{total > rows.length && (
				<p className="govuk-body">
					The next {rows.length} of {formatCount(total)} are shown.{" "}
					{allHref && (
						<AppLink className="govuk-link" href={allHref}>
							See all of them
						</AppLink>
					)}
				</p>
			)}
		</>
	);
}

function What({ row, without }: { row: UpcomingRow } & Pick<Props, "without">) {
	const { programme, venue, room } = row;
	const place = [without === "venue" ? null : venue, room].filter(Boolean).join(", ");
	if (without === "programme") return place;
	return (
		<>
			{programme} {place && <span className="tt-quiet">{place}</span>}
		</>
	);
}
