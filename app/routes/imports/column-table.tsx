import { oldColumns } from "#app/domain/imports/old-columns.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { errorFor, type FieldErrors } from "#app/ui/form-errors.ts";
import { ErrorMessage } from "#app/ui/form-field.tsx";
import { Select } from "#app/ui/select.tsx";
import type { FileColumn } from "./column-choice.ts";

interface Props {
	columns: FileColumn[];
	values: Fields;
	errors: FieldErrors | undefined;
}

const options = oldColumns.map(({ code, label }) => ({ value: code, label }));
const split = options.findIndex(({ value }) => value.startsWith("headcount."));

type Row = FileColumn & { at: number };

/** Each column of the file with its first values, and what it holds. */
export function ColumnTable({ columns, values, errors }: Props) {
	const chosen = [values.columns ?? []].flat();
	const error = errorFor(errors, "columns");
	const choice: Column<Row> = {
		key: "holds",
		header: "What it holds",
		cell: ({ header, at }) => (
			<div className="tt-column-choice">
				<Select
					name="columns"
					// why: an error about the columns as a whole leads to the first of them.
					id={at === 0 ? "columns" : `columns-${at + 1}`}
					label={`What “${header}” holds`}
					labelHidden
					empty="Not used"
					options={options.slice(0, split)}
					groups={[{ label: "Young people by year group", options: options.slice(split) }]}
					defaultValue={chosen[at] ?? ""}
				/>
			</div>
		),
	};
	return (
		<div className={error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
			{error && <ErrorMessage id="columns">{error}</ErrorMessage>}
			<DataTable
				caption="Columns of the file"
				captionHidden
				columns={[...about, choice]}
				rows={columns.map((column, at) => ({ ...column, at }))}
				rowKey={({ at }) => String(at)}
				empty={null}
			/>
		</div>
	);
}

const about: Column<Row>[] = [
	{
		key: "header",
		header: "Column",
		rowHeader: true,
		cell: ({ header }) => <span className="tt-breaks">{header}</span>,
	},
	{
		key: "examples",
		header: "First values",
		cell: ({ examples }) =>
			examples ? (
				<span className="tt-breaks">{examples}</span>
			) : (
				<span className="tt-quiet">Empty</span>
			),
	},
];
