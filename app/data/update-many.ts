import type { Transaction } from "./database.ts";
import type { Engine } from "./engine.ts";

/** What a column holds, as far as a row on its way there must be told. */
export type ColumnType = "text" | "integer" | "real" | "boolean" | "instant";

export type Columns = Readonly<Record<string, ColumnType>>;

type Cell<Type extends ColumnType> = Type extends "text"
	? string
	: Type extends "boolean"
		? boolean
		: Type extends "instant"
			? Date
			: number;

/** A row for a set of columns. Nothing but what the columns name is written. */
export type BulkRow<Table extends Columns> = {
	readonly [Name in keyof Table]: Cell<Table[Name]> | null;
};

const postgresqlTypes: Record<ColumnType, string> = {
	text: "text",
	integer: "integer",
	real: "double precision",
	boolean: "boolean",
	instant: "timestamp(3)",
};

/**
 * Changes the rows that have the given ids: every column but "id" to what the row says, by one
 * statement of one parameter, their JSON.
 * why: Prisma changes rows one by one, and 50,000 changes would hold the database for a minute. Rows
 * of a few hundred characters go best by the two hundred: longer texts cost more than they save.
 */
export async function updateMany<Table extends Columns & { id: "text" }>(
	tx: Transaction,
	engine: Engine,
	table: string,
	columns: Table,
	rows: readonly BulkRow<Table>[],
): Promise<void> {
	if (rows.length === 0) return;
	const set = namesOf(columns)
		.filter((name) => name !== "id")
		.map((name) => `${quoted(name)} = r.${quoted(name)}`);
	const sql = `UPDATE ${quoted(table)} SET ${set.join(", ")} FROM ${rowsOf(engine, columns)} WHERE ${quoted(table)}."id" = r."id"`;
	await tx.$executeRawUnsafe(sql, jsonOf(columns, rows));
}

/** A condition that a column is among the texts of one JSON parameter, the statement's first. */
export function amongTexts(engine: Engine, column: string): string {
	const texts =
		engine === "postgresql"
			? "SELECT jsonb_array_elements_text($1::jsonb)"
			: "SELECT value FROM json_each(?)";
	return `${quoted(column)} IN (${texts})`;
}

/** The rows of a JSON parameter as a table named r. */
function rowsOf(engine: Engine, columns: Columns): string {
	if (engine === "postgresql") {
		const list = namesOf(columns).map(
			(name) => `${quoted(name)} ${postgresqlTypes[columns[name] ?? "text"]}`,
		);
		return `jsonb_to_recordset($1::jsonb) AS r(${list.join(", ")})`;
	}
	const list = namesOf(columns).map(
		(name) => `json_extract(value, '$.${name}') AS ${quoted(name)}`,
	);
	return `(SELECT ${list.join(", ")} FROM json_each(?)) AS r`;
}

function namesOf(columns: Columns): string[] {
	return Object.keys(columns);
}

function quoted(name: string): string {
	return `"${name}"`;
}

function jsonOf<Table extends Columns>(columns: Table, rows: readonly BulkRow<Table>[]): string {
	const names = namesOf(columns);
	return JSON.stringify(
		rows.map((row) => Object.fromEntries(names.map((name) => [name, written(row[name])]))),
	);
}

/** Instants as Prisma's adapters write them, so that they compare alike. */
function written(value: unknown): unknown {
	return value instanceof Date ? value.toISOString().replace("Z", "+00:00") : value;
}
