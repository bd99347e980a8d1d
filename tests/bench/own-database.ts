import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "#app/data/database.ts";
import type { Engine } from "#app/data/engine.ts";
import { applyMigrations } from "#app/data/migrate.ts";
import { createDatabase, dropDatabase, startPostgres } from "#tests/setup/postgres.ts";

export interface Lent {
	database: Database;
	url: string;
}

/** Lends a bench a migrated database of either engine, as many as it asks for. */
export async function withDatabases<T>(
	engine: Engine,
	count: number,
	work: (databases: Lent[]) => Promise<T>,
): Promise<T> {
	if (engine === "sqlite") {
		if (count === 0) return work([]);
		return withOwnDatabase((database, url) =>
			withDatabases(engine, count - 1, (others) => work([{ database, url }, ...others])),
		);
	}
	const server = await startPostgres();
	const names = Array.from({ length: count }, () => `termtime-bench-${randomUUID()}`);
	const lent: Lent[] = [];
	try {
		for (const name of names) {
			const url = await createDatabase(server.url, name);
			await applyMigrations(url);
			lent.push({ database: openDatabase(url), url });
		}
		return await work(lent);
	} finally {
		for (const { database } of lent) await database.close();
		for (const name of names) await dropDatabase(server.url, name);
		await server.stop();
	}
}

/** Lends a bench a migrated SQLite database of its own, in a real file. */
export async function withOwnDatabase<T>(
	work: (database: Database, url: string) => Promise<T>,
): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), "termtime-bench-"));
	const url = `file:${join(folder, "bench.db")}`;
	await applyMigrations(url);
	const database = openDatabase(url);
	try {
		return await work(database, url);
	} finally {
		await database.close();
		await rm(folder, { recursive: true, force: true });
	}
}
