import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import type {
	SqlDriverAdapter,
	SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import { readingCatalogues, sendingWholeScripts, takingScripts } from "./adapter-mends.ts";

export type Engine = "sqlite" | "postgresql";

/** Which engine an address names: `file:…` is SQLite, `postgresql://…` or `postgres://…` the other. */
export function engineOf(url: string): Engine {
	if (url.startsWith("file:")) return "sqlite";
	if (/^postgres(ql)?:\/\//.test(url)) return "postgresql";
	throw new Error("DATABASE_URL must start with file: or postgresql://");
}

/** The path of an SQLite database, as the address gives it. */
export function sqlitePath(url: string): string {
	return url.replace(/^file:(\/\/)?/, "");
}

/**
 * What connects Prisma to either engine. `connections` is how many PostgreSQL may hold at once;
 * SQLite always has one, made safe before anything else is said on it.
 */
export function adapterFor(url: string, connections = 10): SqlMigrationAwareDriverAdapterFactory {
	if (engineOf(url) === "postgresql") {
		const factory = new PrismaPg({
			connectionString: url,
			max: connections,
			// why: a lost network must show as an error at /health, not as a page that never comes.
			connectionTimeoutMillis: 10_000,
		});
		return preparing(factory, sendingWholeScripts, readingCatalogues);
	}
	mkdirSync(dirname(sqlitePath(url)), { recursive: true });
	return preparing(new PrismaBetterSqlite3({ url }), makeSafe, takingScripts);
}

/** WAL lets readers go on while one writes; FULL survives a power cut; keys are off by default. */
async function makeSafe(adapter: SqlDriverAdapter): Promise<SqlDriverAdapter> {
	await adapter.executeScript(
		"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
	);
	return adapter;
}

type Preparation = (adapter: SqlDriverAdapter) => Promise<SqlDriverAdapter>;

function preparing(
	factory: SqlMigrationAwareDriverAdapterFactory,
	connection: Preparation,
	shadow: Preparation,
): SqlMigrationAwareDriverAdapterFactory {
	return {
		provider: factory.provider,
		adapterName: factory.adapterName,
		connect: async () => connection(await factory.connect()),
		connectToShadowDb: async () => shadow(await factory.connectToShadowDb()),
	};
}
