import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { NewTabLink } from "#app/ui/new-tab-link.tsx";
import type { SeriesRowShown } from "./series-view.ts";

const columns: Column<SeriesRowShown>[] = [
	{
		key: "when",
		header: "When",
		rowHeader: true,
		cell: ({ number, when }) => (
			<>
				<span className="tt-quiet">{number}.</span> {when}
			</>
		),
	},
	{
		key: "what",
		header: "What",
		cell: ({ programme, room }) => (
			<>
				{programme}
				{room && <span className="tt-block tt-quiet">{room}</span>}
			</>
		),
	},
	{ key: "audience", header: "Who for", cell: ({ audience }) => audience },
	{
		key: "people",
		header: "Who delivers",
		cell: ({ people }) => people.join(", ") || "Nobody yet",
	},
	{ key: "standing", header: "Can it be booked", cell: (row) => <RowStanding row={row} /> },
	{
		key: "actions",
		header: "Actions",
		headerHidden: true,
		cell: (row) => <RowActions row={row} />,
	},
];

interface Props {
	caption: string;
	rows: readonly SeriesRowShown[];
}

/** The sessions of a series, each with what stands against it and with what can be done about it. */
export function SeriesTable({ caption, rows }: Props) {
	return (
		<DataTable
			caption={caption}
			columns={columns}
			rows={rows}
			rowKey={({ number }) => String(number)}
			empty={<p className="govuk-body">No session is left. Add one, or describe them anew.</p>}
		/>
	);
}

function RowStanding({ row: { problems, warnings } }: { row: SeriesRowShown }) {
	if (problems.length + warnings.length === 0) return "Yes";
	return (
		<ul className="govuk-list tt-series__standing">
			{problems.map(({ text, reference }) => (
				<li className="tt-series__problem" key={`${text} ${reference}`}>
					<strong>No:</strong> {text}{" "}
					{reference && <NewTabLink href={`/sessions/${reference}`}>{reference}</NewTabLink>}
				</li>
			))}
			{warnings.map(({ code, message }) => (
				<li key={code}>
					<strong>With a reason:</strong> {message}
				</li>
			))}
		</ul>
	);
}

function RowActions({ row: { number } }: { row: SeriesRowShown }) {
	const at = number - 1;
	return (
		<div className="tt-actions">
			<Button name="intent" value={`change.${at}`} kind="secondary" small id={`row-${at}`}>
				Change<span className="govuk-visually-hidden"> session {number}</span>
			</Button>
			<Button name="intent" value={`remove.${at}`} kind="secondary" small>
				Remove<span className="govuk-visually-hidden"> session {number}</span>
			</Button>
		</div>
	);
}
