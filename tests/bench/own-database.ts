import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "#app/data/database.ts";
import { applyMigrations } from "#app/data/migrate.ts";

/** Lends a bench a migrated SQLite database of its own, in a real file. */
export async function withOwnDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), "termtime-bench-"));
	const url = `file:${join(folder, "bench.db")}`;
	await applyMigrations(url);
	const database = openDatabase(url);
	try {
		return await work(database);
	} finally {
		await database.close();
		await rm(folder, { recursive: true, force: true });
	}
}
