import { AppLink } from "#app/ui/app-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { SessionRow } from "./session-rows.ts";

export interface SortLink {
	href: string;
	sort: "ascending" | "descending" | "none";
}

interface Props {
	caption: string;
	rows: SessionRow[];
	sorts: Record<string, SortLink>;
	/** Whose headcount is shown: "Year 8" where the filter names one. */
	cameOf: string | null;
	/** Instead of a table without rows: why, and the way on. */
	empty: { title: string; href: string; text: string };
}

/** The list, and what can be done with those that are ticked. Sends them by address, as links do. */
export function SessionTable({ caption, rows, sorts, cameOf, empty }: Props) {
	return (
		<form method="get" action="/sessions/day-sheets">
			<DataTable
				caption={caption}
				captionHidden
				long
				rows={rows}
				rowKey={({ reference }) => reference}
				columns={columns(cameOf).map((column) => ({
					...column,
					...(sorts[column.key] && {
						sortHref: sorts[column.key]?.href,
						sort: sorts[column.key]?.sort,
					}),
				}))}
				empty={
					<EmptyState title={empty.title}>
						<AppLink className="govuk-link" href={empty.href}>
							{empty.text}
						</AppLink>
					</EmptyState>
				}
			/>
			{rows.length > 0 && (
				<div className="tt-selected">
					<span className="tt-selected__words">With those selected:</span>
					<Button kind="secondary" small>
						Print day sheets
					</Button>
					<Button kind="secondary" small formAction="/sessions.csv">
						Export as CSV
					</Button>
				</div>
			)}
		</form>
	);
}

function columns(cameOf: string | null): Column<SessionRow>[] {
	return [
		{
			key: "select",
			header: "Select",
			headerHidden: true,
			cell: ({ reference }) => <Tick reference={reference} />,
		},
		{
			key: "date",
			header: "Date and time",
			rowHeader: true,
			nowrap: true,
			cell: ({ reference, date, time }) => (
				<>
					<AppLink className="govuk-link" href={`/sessions/${reference}`}>
						{date}
						<span className="govuk-visually-hidden">, {reference}</span>
					</AppLink>
					<span className="tt-quiet">{time}</span>
				</>
			),
		},
		{
			key: "programme",
			header: "Programme",
			cell: ({ programme, yearGroups }) => (
				<>
					{programme}
					<span className="tt-quiet">{yearGroups}</span>
				</>
			),
		},
		{
			key: "venue",
			header: "Venue",
			cell: ({ venue, district }) => (
				<>
					{venue}
					{district && <span className="tt-quiet">{district}</span>}
				</>
			),
		},
		{
			key: "people",
			header: "People",
			cell: ({ people, imported }) => people || (imported ? null : "Nobody yet"),
		},
		{
			key: "status",
			header: "Status",
			cell: ({ status, imported }) => (
				<>
					<StatusTag status={status} /> {imported && <Tag>Imported</Tag>}
				</>
			),
		},
		{ key: "expected", header: "Expected", numeric: true, cell: ({ expected }) => expected },
		{
			key: "came",
			header: cameOf === null ? "Came" : `Came, ${cameOf}`,
			numeric: true,
			cell: ({ came, estimated }) =>
				came === "" ? null : (
					<>
						<strong>{came}</strong>
						{estimated && <span className="tt-quiet">estimated</span>}
					</>
				),
		},
		{
			key: "invites",
			header: "Invites",
			cell: ({ invites }) => (invites === "" ? null : <Tag colour="orange">{invites}</Tag>),
		},
	];
}

function Tick({ reference }: { reference: string }) {
	return (
		<span className="govuk-checkboxes govuk-checkboxes--small tt-tick">
			<span className="govuk-checkboxes__item">
				<input
					className="govuk-checkboxes__input"
					type="checkbox"
					name="ref"
					value={reference}
					id={`tick-${reference}`}
				/>
				<label className="govuk-label govuk-checkboxes__label" htmlFor={`tick-${reference}`}>
					<span className="govuk-visually-hidden">Select {reference}</span>
				</label>
			</span>
		</span>
	);
}
