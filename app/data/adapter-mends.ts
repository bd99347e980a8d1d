import { ColumnTypeEnum, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import type pg from "pg";

/** why: a shadow database is given whole migrations, and SQLite prepares one statement at a time. */
export async function takingScripts(adapter: SqlDriverAdapter): Promise<SqlDriverAdapter> {
	adapter.executeRaw = async ({ sql }) => {
		await adapter.executeScript(sql);
		return 0;
	};
	return adapter;
}

function poolOf(adapter: SqlDriverAdapter): pg.Pool {
	return (adapter as SqlDriverAdapter & { underlyingDriver(): pg.Pool }).underlyingDriver();
}

/** why: the adapter cuts scripts at every semicolon, those inside functions and comments too. */
export async function sendingWholeScripts(adapter: SqlDriverAdapter): Promise<SqlDriverAdapter> {
	const pool = poolOf(adapter);
	adapter.executeScript = async (script) => void (await pool.query(script));
	return adapter;
}

const CATALOGUE_CHAR = 18;
const TEXT = 25;

/** why: the migration engine reads catalogue columns of the type "char", which the adapter refuses. */
export async function readingCatalogues(adapter: SqlDriverAdapter): Promise<SqlDriverAdapter> {
	const pool = poolOf(adapter);
	const characters = new Set<string>();
	const send = pool.query.bind(pool) as (...query: unknown[]) => Promise<pg.QueryResult>;
	const query = async (...given: unknown[]) => {
		const result = await send(...given);
		for (const field of result.fields ?? []) {
			if (field.dataTypeID !== CATALOGUE_CHAR) continue;
			field.dataTypeID = TEXT;
			characters.add(field.name);
		}
		return result;
	};
	Object.assign(pool, { query });
	const read = adapter.queryRaw.bind(adapter);
	adapter.queryRaw = async (params) => {
		const result = await read(params);
		const columnTypes = result.columnTypes.map((type, at) =>
			characters.has(result.columnNames[at] ?? "") ? ColumnTypeEnum.Character : type,
		);
		return { ...result, columnTypes };
	};
	return sendingWholeScripts(adapter);
}
