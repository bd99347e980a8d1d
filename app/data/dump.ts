import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { engineOf, sqlitePath } from "./engine.ts";

/** Why a dump or a restore cannot be, in words for whoever asked for it. */
export class DumpRefused extends Error {}

/** A consistent copy of the database, also while others write to it. `file` must not exist. */
export async function dumpDatabase(url: string, file: string): Promise<void> {
	if (engineOf(url) === "postgresql") {
		await run("pg_dump", ["--format=custom", "--compress=0", `--file=${file}`, `--dbname=${url}`]);
		return;
	}
	const path = sqlitePath(url);
	if (!existsSync(path)) throw new DumpRefused(`There is no database at ${path}`);
	const source = new Sqlite(path, { readonly: true });
	try {
		// why not the backup API: it starts again whenever somebody writes, and may never end.
		source.prepare("VACUUM INTO ?").run(file);
	} finally {
		source.close();
	}
}

/** Whether there is nothing yet at that address that a restore could overwrite. */
export async function isFree(url: string): Promise<boolean> {
	if (engineOf(url) === "sqlite") return !existsSync(sqlitePath(url));
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		const { rows } = await client.query(
			"SELECT 1 FROM information_schema.tables WHERE table_schema = 'public' LIMIT 1",
		);
		return rows.length === 0;
	} finally {
		await client.end();
	}
}

/**
 * Puts a dump in place.
 * @returns where the database that was there before is kept, if there was one
 */
export async function loadDump(url: string, file: string, now: Date): Promise<string | null> {
	if (engineOf(url) === "postgresql") {
		const free = await isFree(url);
		await run("pg_restore", [
			"--single-transaction",
			"--no-owner",
			"--no-privileges",
			...(free ? [] : ["--clean", "--if-exists"]),
			`--dbname=${url}`,
			file,
		]);
		return null;
	}
	const path = sqlitePath(url);
	await mkdir(dirname(path), { recursive: true });
	const kept = existsSync(path) ? await setAside(path, now) : null;
	await rename(file, path);
	return kept;
}

/** Nobody may have the old database open: it would go on writing to a file that has moved. */
async function setAside(path: string, now: Date): Promise<string> {
	const old = new Sqlite(path, { timeout: 1000 });
	try {
		old.pragma("locking_mode = EXCLUSIVE");
		old.exec("BEGIN EXCLUSIVE; COMMIT");
		old.pragma("wal_checkpoint(TRUNCATE)");
	} catch {
		throw new DumpRefused(`${path} is in use. Stop Termtime before you restore over it`);
	} finally {
		old.close();
	}
	const kept = `${path}.before-restore-${now.toISOString().replace(/[:.]/g, "-")}`;
	await rename(path, kept);
	for (const suffix of ["-wal", "-shm"]) await rm(`${path}${suffix}`, { force: true });
	return kept;
}

function run(program: string, flags: readonly string[]): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(program, flags, { stdio: ["ignore", "ignore", "pipe"] });
		let said = "";
		child.stderr.on("data", (chunk: Buffer) => {
			said += chunk.toString();
		});
		child.on("error", () =>
			reject(new DumpRefused(`${program} was not found: install PostgreSQL's own client programs`)),
		);
		child.on("close", (code) => {
			if (code === 0) return resolve();
			reject(new DumpRefused(`${program} failed: ${said.trim().split("\n").at(-1) ?? ""}`));
		});
	});
}
