import { Form } from "react-router";
import { AppLink } from "#app/ui/app-link.tsx";
import { Button } from "#app/ui/button.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Hidden } from "#app/ui/text-input.tsx";
import type { OldLine } from "./old-lines.ts";
import type { OldPart } from "./old-panel.tsx";

type Props = Pick<OldPart, "rows" | "standing"> & { id: string; show: string };

/** One page of rows of one outcome; those that look like duplicates can be let in one by one. */
export function OldRows({ id, rows, show, standing }: Props) {
	const duplicates = show === "duplicate" && standing.state === "checked";
	const table = (
		<DataTable
			caption="Rows"
			captionHidden
			columns={columnsFor(show, duplicates)}
			rows={rows}
			rowKey={({ line }) => String(line)}
			empty={
				<EmptyState title="No rows on this page">
					Rows are kept for 30 days after a file was brought in.
				</EmptyState>
			}
		/>
	);
	if (!duplicates || rows.length === 0) return table;
	return (
		<Form method="post" action={`/imports/${id}/questions`}>
			{rows.map(({ line }) => (
				<Hidden key={line} name="shown" value={line} />
			))}
			{table}
			<Button kind="secondary">Bring in those selected all the same</Button>
		</Form>
	);
}

function columnsFor(show: string, select: boolean): Column<OldLine>[] {
	const reasons = show === "error" || show === "duplicate" ? [reason] : [];
	return [...(select ? [tick] : []), ...about, ...reasons];
}

const tick: Column<OldLine> = {
	key: "select",
	header: "Select",
	headerHidden: true,
	cell: ({ line }) => (
		<span className="govuk-checkboxes govuk-checkboxes--small tt-tick">
			<span className="govuk-checkboxes__item">
				<input
					className="govuk-checkboxes__input"
					type="checkbox"
					name="keep"
					value={line}
					id={`keep-${line}`}
				/>
				<label className="govuk-label govuk-checkboxes__label" htmlFor={`keep-${line}`}>
					<span className="govuk-visually-hidden">Bring in line {line}</span>
				</label>
			</span>
		</span>
	),
};

const about: Column<OldLine>[] = [
	{ key: "line", header: "Line", rowHeader: true, cell: ({ line }) => `Line ${line}` },
	{ key: "date", header: "Date", nowrap: true, cell: ({ date }) => date || null },
	{
		key: "place",
		header: "School or place",
		cell: ({ place, placeTyped }) => (
			<span className="tt-breaks">
				{place}
				{placeTyped && <span className="tt-quiet">In the file: {placeTyped}</span>}
			</span>
		),
	},
	{
		key: "programme",
		header: "Programme",
		cell: ({ programme }) => (programme ? <span className="tt-breaks">{programme}</span> : null),
	},
	{
		key: "people",
		header: "Young people",
		numeric: true,
		cell: ({ youngPeople }) => youngPeople || null,
	},
];

const reason: Column<OldLine> = {
	key: "reason",
	header: "Why",
	cell: ({ problems, sameAs }) =>
		problems.length > 0 || sameAs ? (
			<>
				{problems.map((problem) => (
					<div className="tt-breaks" key={problem}>
						{problem}
					</div>
				))}
				{sameAs && (
					<div>
						Looks like{" "}
						{sameAs.startsWith("line ") ? (
							sameAs
						) : (
							<AppLink className="govuk-link" href={`/sessions/${sameAs}`}>
								{sameAs}
							</AppLink>
						)}
					</div>
				)}
			</>
		) : null,
};
