import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "#app/data/migrate.ts";
import { createDatabase, dropDatabase, startPostgres } from "./postgres.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** The administrator's connection to the PostgreSQL of this run: `inject("postgresUrl")`. */
		postgresUrl: string;
		/** Migrated and empty; to be copied, never opened. */
		postgresTemplate: string;
		sqliteTemplate: string;
	}
}

interface Run {
	provided: { postgresUrl: string; postgresTemplate: string; sqliteTemplate: string };
	users: number;
	stop(): Promise<void>;
}

const shared = globalThis as typeof globalThis & { termtimeTestRun?: Promise<Run> };

async function start(): Promise<Run> {
	const server = await startPostgres();
	const postgresTemplate = `termtime-template-${process.pid}`;
	const folder = await mkdtemp(join(tmpdir(), "termtime-template-"));
	const sqliteTemplate = join(folder, "template.db");
	const stop = async () => {
		await dropDatabase(server.url, postgresTemplate);
		await server.stop();
		await rm(folder, { recursive: true, force: true });
	};
	try {
		await applyMigrations(`file:${sqliteTemplate}`);
		await applyMigrations(await createDatabase(server.url, postgresTemplate));
	} catch (error) {
		await stop();
		throw error;
	}
	const provided = { postgresUrl: server.url, postgresTemplate, sqliteTemplate };
	return { provided, users: 0, stop };
}

/**
 * For Vitest's `globalSetup`: one PostgreSQL and one migrated template of each engine for the whole
 * run. why global: every project of the run loads this file anew, and one server is enough.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	shared.termtimeTestRun ??= start();
	const run = await shared.termtimeTestRun;
	run.users += 1;
	project.provide("postgresUrl", run.provided.postgresUrl);
	project.provide("postgresTemplate", run.provided.postgresTemplate);
	project.provide("sqliteTemplate", run.provided.sqliteTemplate);
	return async () => {
		run.users -= 1;
		if (run.users === 0) await run.stop();
	};
}
