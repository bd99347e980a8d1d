import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";
import { classNames } from "./class-names.ts";

export interface Column<Row> {
	key: string;
	header: string;
	/** The header is for screen readers only: a column of buttons or ticks. */
	headerHidden?: boolean;
	numeric?: boolean;
	/** The cell that names the row: the title of its card on a phone. */
	rowHeader?: boolean;
	sortHref?: string;
	sort?: "ascending" | "descending" | "none";
	nowrap?: boolean;
	/** Left out of the card on a phone: what the rest already says. */
	deskOnly?: boolean;
	cell: (row: Row) => ReactNode;
}

interface Props<Row> {
	caption: string;
	captionHidden?: boolean;
	columns: Column<Row>[];
	rows: readonly Row[];
	rowKey: (row: Row) => string;
	/** What to show instead of a table without rows: an EmptyState. */
	empty: ReactNode;
	/** Keeps the head in sight while a long table scrolls. */
	long?: boolean;
	/** False keeps a small table of figures a table on a phone too. */
	cards?: boolean;
	/** A last row of totals, one cell for each column by key. */
	totals?: Record<string, ReactNode>;
}

// why: a phone shows each row as a card by display: block, which takes a table's meaning away in
// Safari; the roles, spelt out, keep it.
const AS = {
	table: { role: "table" },
	group: { role: "rowgroup" },
	row: { role: "row" },
	columnHeader: { role: "columnheader" },
	rowHeader: { role: "rowheader" },
	cell: { role: "cell" },
} as const;

/** A table on a desk; on a phone a card for each row, each value under its column's name. */
export function DataTable<Row>(props: Props<Row>) {
	const { columns, rows, long, cards = true, totals } = props;
	if (rows.length === 0) return props.empty;
	return (
		<table
			{...AS.table}
			className={classNames(
				"govuk-table tt-table",
				long && "tt-table--long",
				cards && "tt-table--cards",
			)}
		>
			<caption
				className={
					props.captionHidden
						? "govuk-visually-hidden"
						: "govuk-table__caption govuk-table__caption--m"
				}
			>
				{props.caption}
			</caption>
			<thead className="govuk-table__head" {...AS.group}>
				<tr className="govuk-table__row" {...AS.row}>
					{columns.map((column) => (
						<HeaderCell column={column} key={column.key} />
					))}
				</tr>
			</thead>
			<tbody className="govuk-table__body" {...AS.group}>
				{rows.map((row) => (
					<tr className="govuk-table__row" {...AS.row} key={props.rowKey(row)}>
						{columns.map((column) => (
							<BodyCell column={column} key={column.key} content={column.cell(row)} />
						))}
					</tr>
				))}
				{totals && (
					<tr className="govuk-table__row tt-table__totals" {...AS.row}>
						{columns.map((column) => (
							<BodyCell column={column} key={column.key} content={totals[column.key]} />
						))}
					</tr>
				)}
			</tbody>
		</table>
	);
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
	const { header, headerHidden, numeric, sortHref, sort = "none" } = column;
	return (
		<th
			{...AS.columnHeader}
			scope="col"
			className={classNames("govuk-table__header", numeric && "govuk-table__header--numeric")}
			aria-sort={sortHref ? sort : undefined}
			data-sorts={sortHref ? "" : undefined}
		>
			{sortHref ? (
				<AppLink className="tt-table__sort" href={sortHref}>
					{header}
				</AppLink>
			) : headerHidden ? (
				<span className="govuk-visually-hidden">{header}</span>
			) : (
				header
			)}
		</th>
	);
}

/** A cell without content (null) takes no line of a card; its column stays on a desk. */
function BodyCell<Row>({ column, content }: { column: Column<Row>; content: ReactNode }) {
	// why a wrapper: on a phone the cell is a grid of two, its label and all the rest.
	const inside = <div>{content}</div>;
	if (column.rowHeader) {
		return (
			<th
				{...AS.rowHeader}
				scope="row"
				className={classNames("govuk-table__header", column.nowrap && "tt-nowrap")}
			>
				{inside}
			</th>
		);
	}
	return (
		<td
			{...AS.cell}
			className={classNames(
				"govuk-table__cell",
				column.numeric && "govuk-table__cell--numeric",
				column.nowrap && "tt-nowrap",
				(column.deskOnly || content == null) && "tt-table__cell--desk",
			)}
			data-label={column.headerHidden ? "" : column.header}
		>
			{inside}
		</td>
	);
}
