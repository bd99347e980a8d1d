import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
	bindMigrationAwareSqlAdapterFactory,
	type SqlDriverAdapter,
} from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { postgresqlSchema, prismaFolder, sqliteSchema } from "#prisma/schema-text.ts";
import type { Database } from "./database.ts";
import { adapterFor, type Engine, engineOf, sqlitePath } from "./engine.ts";

/**
 * Prisma's own migration engine, as WebAssembly from npm: nothing native is downloaded, and both
 * engines' databases get the same `_prisma_migrations` as from Prisma's command line.
 */
type EngineModule = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");

const NO_FILTERS = { externalTables: [], externalEnums: [] };
/** Any number that nothing else in the database locks by. */
const ADVISORY_LOCK = 7_236_114;

let loading: Promise<EngineModule> | undefined;

function loadEngine(): Promise<EngineModule> {
	loading ??= (async () => {
		const resolve = createRequire(import.meta.url).resolve;
		const glue = resolve("@prisma/schema-engine-wasm/schema_engine_bg");
		const engine: EngineModule = await import(/* @vite-ignore */ pathToFileURL(glue).href);
		const bytes = readFileSync(glue.replace(/\.js$/, ".wasm"));
		const { instance } = await WebAssembly.instantiate(bytes, {
			"./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports,
		});
		engine.__wbg_set_wasm(instance.exports);
		(instance.exports.__wbindgen_start as () => void)();
		return engine;
	})();
	return loading;
}

async function withEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
	const { SchemaEngine } = await loadEngine();
	const factory = adapterFor(url, 1);
	const opened: SqlDriverAdapter[] = [];
	const adapter = bindMigrationAwareSqlAdapterFactory({
		...factory,
		// why: the engine does not close what it opened, and an open connection keeps a lock.
		connect: async () => {
			const connection = await factory.connect();
			opened.push(connection);
			return connection;
		},
		connectToShadowDb: () => factory.connectToShadowDb(),
	});
	const schema = schemaText(engineOf(url));
	const engine = await SchemaEngine.new({ datamodels: [schema] }, () => {}, adapter);
	try {
		return await work(engine);
	} finally {
		engine.free();
		for (const connection of opened) await connection.dispose();
	}
}

function schemaText(engine: Engine): [string, string] {
	return ["schema.prisma", engine === "sqlite" ? sqliteSchema() : postgresqlSchema()];
}

function migrationsOf(engine: Engine): MigrationList {
	const baseDir = join(prismaFolder(), "migrations", engine);
	const folders = readdirSync(baseDir, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort();
	return {
		baseDir,
		lockfile: { path: "migration_lock.toml", content: `provider = "${engine}"\n` },
		shadowDbInitScript: "",
		migrationDirectories: folders.map((path) => ({
			path,
			migrationFile: {
				path: "migration.sql",
				content: { tag: "ok", value: readFileSync(join(baseDir, path, "migration.sql"), "utf8") },
			},
		})),
	};
}

/**
 * Brings a database to the newest migration and says which it applied. Two processes that start at
 * once take turns: the second finds nothing left to do.
 */
export async function applyMigrations(url: string): Promise<string[]> {
	return inTurn(url, () =>
		withEngine(url, async (engine) => {
			const applied = await engine.applyMigrations({
				migrationsList: migrationsOf(engineOf(url)),
				filters: NO_FILTERS,
			});
			return applied.appliedMigrationNames;
		}),
	);
}

/** The migrations that this version of the program knows, oldest first. */
export function expectedMigrations(url: string): string[] {
	return migrationsOf(engineOf(url)).migrationDirectories.map(({ path }) => path);
}

/** The migrations that were applied whole, oldest first. */
export async function appliedMigrations({ client }: Database): Promise<string[]> {
	const rows = await client.$queryRaw<{ name: string }[]>`
		SELECT migration_name AS name FROM _prisma_migrations
		WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`;
	return rows.map(({ name }) => name);
}

async function inTurn<T>(url: string, work: () => Promise<T>): Promise<T> {
	return engineOf(url) === "sqlite" ? holdingFile(url, work) : holdingAdvisoryLock(url, work);
}

/** why a second file: the migration itself needs the database's own locks. */
async function holdingFile<T>(url: string, work: () => Promise<T>): Promise<T> {
	adapterFor(url);
	const lock = new Sqlite(`${sqlitePath(url)}-migrating`, { timeout: 60_000 });
	try {
		lock.exec("BEGIN EXCLUSIVE");
		return await work();
	} finally {
		lock.close();
	}
}

async function holdingAdvisoryLock<T>(url: string, work: () => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
		return await work();
	} finally {
		await client.end();
	}
}

/**
 * What would bring the migrations to schema.prisma, or to the text of `schema`.
 * @param url of an empty database: the migrations are run in it to see what they make
 * @returns `same` when nothing would; `text` is a summary, or SQL when `script`
 */
export async function schemaDiff(
	url: string,
	{ script = false, schema }: { script?: boolean; schema?: string } = {},
): Promise<{ same: boolean; text: string }> {
	const engine = engineOf(url);
	const [path, current] = schemaText(engine);
	const content = schema ?? current;
	const result = await withEngine(url, (started) =>
		started.diff({
			from: { tag: "migrations", ...migrationsOf(engine) },
			to: { tag: "schemaDatamodel", files: [{ path, content }] },
			script,
			exitCode: true,
			filters: NO_FILTERS,
		}),
	);
	return { same: result.exitCode === 0, text: result.stdout ?? "" };
}
