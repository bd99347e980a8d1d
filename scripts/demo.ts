import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "#app/data/database.ts";
import { applyMigrations } from "#app/data/migrate.ts";
import { type Environment, readEnvironment } from "#app/gateways/environment.ts";
import { deploymentOf } from "#app/http/app-context.ts";
import { demoPassword } from "#prisma/seed/accounts.ts";
import { accountSpecs } from "#prisma/seed/people.ts";
import { seedDemo } from "#prisma/seed.ts";

/**
 * `npm run demo`: an embedded database in a new temporary place (or DATABASE_URL), filled with
 * demo data and served as in production, except that demo accounts may exist.
 */
async function demo(): Promise<void> {
	const own = process.env.DATABASE_URL ? null : mkdtempSync(join(tmpdir(), "termtime-demo-"));
	process.once("exit", () => own && rmSync(own, { recursive: true, force: true }));
	const variables = {
		LOG_LEVEL: "warn",
		APP_SECRET: randomBytes(32).toString("hex"),
		...process.env,
		...(own && { DATABASE_URL: `file:${join(own, "termtime.db")}` }),
		TERMTIME_DEMO: "true",
	};
	const environment = readEnvironment(variables);
	await refuseTakenPort(environment);
	const started = performance.now();
	await fill(environment);
	const server = serve(variables);
	await answers(server, environment);
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	process.stdout.write(invitation(environment.APP_URL, seconds));
}

/** why before the filling: it takes some seconds, and whatever else answers there is not the demo. */
async function refuseTakenPort({ HOST, PORT }: Environment): Promise<void> {
	const probe = createServer().listen(PORT, HOST);
	try {
		await once(probe, "listening");
	} catch {
		throw new Error(`PORT ${PORT} is taken: stop what listens there, or set PORT to another one`);
	}
	probe.close();
	await once(probe, "close");
}

async function fill(environment: Environment): Promise<void> {
	const { DATABASE_URL } = environment;
	await applyMigrations(DATABASE_URL);
	const database = openDatabase(DATABASE_URL);
	const deployment = deploymentOf(environment);
	const outcome = await seedDemo(database, { now: new Date(), deployment });
	await database.close();
	if (!outcome.ok && outcome.reason === "not_empty") {
		throw new Error(
			"DATABASE_URL names a database that is in use: name an empty one, or leave DATABASE_URL out",
		);
	}
}

/** The program as built; it ends with this process and this process with it. */
function serve(variables: NodeJS.ProcessEnv): ChildProcess {
	const program = join(import.meta.dirname, "../build/server/index.js");
	const server = spawn(process.execPath, [program], { env: variables, stdio: "inherit" });
	for (const signal of ["SIGTERM", "SIGINT"] as const) {
		process.on(signal, () => server.kill(signal));
	}
	server.once("exit", (code) => process.exit(code ?? 1));
	return server;
}

/** Waits until pages are served. A server that cannot start says why and ends everything. */
async function answers(server: ChildProcess, { HOST, PORT }: Environment): Promise<void> {
	const health = `http://${HOST.includes(":") ? `[${HOST}]` : HOST}:${PORT}/health`;
	while (server.exitCode === null) {
		const response = await fetch(health).catch(() => null);
		if (response?.ok) return;
		await sleep(50);
	}
}

function invitation(url: string, seconds: string): string {
	const accounts = accountSpecs.map(({ role, email }) => `  ${email.padEnd(30)}${role}`).join("\n");
	return `
Termtime is filled with demo data and serves, after ${seconds} seconds, at

  ${url}

Sign in with the password ${demoPassword} as

${accounts}

The schools, people and figures are made up. Stop with Ctrl+C.
`;
}

demo().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
	process.exit(1);
});
