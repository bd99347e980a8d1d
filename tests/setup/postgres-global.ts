import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** The administrator's connection to the PostgreSQL of this run: `inject("postgresUrl")`. */
		postgresUrl: string;
	}
}

/** For Vitest's `globalSetup`: one PostgreSQL for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = await startPostgres();
	project.provide("postgresUrl", server.url);
	return server.stop;
}
