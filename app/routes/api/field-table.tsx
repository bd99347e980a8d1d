import type { FieldWords } from "#app/domain/api/schema-words.ts";
import { type Column, DataTable } from "#app/ui/data-table.tsx";

const columns: Column<FieldWords>[] = [
	{ key: "name", header: "Field", rowHeader: true, cell: ({ name }) => <code>{name}</code> },
	{ key: "type", header: "What", cell: ({ type }) => type },
	{ key: "required", header: "Needed", cell: ({ required }) => (required ? "Yes" : "No") },
	{ key: "about", header: "About", cell: ({ about }) => about },
];

interface Props {
	caption: string;
	fields: readonly FieldWords[];
}

export function FieldTable({ caption, fields }: Props) {
	const used = fields.some(({ about }) => about) ? columns : columns.slice(0, -1);
	return (
		<DataTable
			caption={caption}
			columns={used}
			rows={fields}
			rowKey={({ name }) => name}
			empty={null}
		/>
	);
}
