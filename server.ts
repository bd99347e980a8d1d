import { realpathSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as build from "virtual:react-router/server-build";
import { createRequestHandler } from "@react-router/express";
import compression from "compression";
import express from "express";
import { RouterContextProvider } from "react-router";
import { offerSetup } from "#app/commands/offer-setup.ts";
import { ensureKeptReach } from "#app/data/keep-reach.ts";
import { applyMigrations } from "#app/data/migrate.ts";
import { type Environment, readEnvironment } from "#app/gateways/environment.ts";
import {
	type App,
	appContext,
	createApp,
	nonceContext,
	refusalContext,
} from "#app/http/app-context.ts";
import { describeError } from "#app/http/describe-error.ts";
import { requestGuards } from "#app/http/request-guards.ts";
import { securityHeaders } from "#app/http/security-headers.ts";
import { refuseDemoAccounts } from "#app/http/start-checks.ts";
import { createVisit, visitContext } from "#app/http/visit.ts";
import { startWorkers, type Workers } from "#app/http/workers.ts";

/** For tests, which bring a database of their own. */
export { createApp };
/** The route table as built, for the test that walks it. */
export const routes = build.routes;

const development = import.meta.env.DEV;
const YEAR = "365d";
/** How long, in milliseconds, a stop waits for requests under way. */
const STOP_LIMIT = 10_000;

/** Answers every request with `app`. */
export function createHandler(app: App): express.Express {
	const handler = express();
	handler.disable("x-powered-by");
	// why: a proxy on the same machine may say whom it speaks for; nobody else may.
	handler.set("trust proxy", "loopback");
	handler.use(securityHeaders(app, { development }));
	handler.use(compression({ filter: isCompressed }));
	if (!development) handler.use(staticFiles());
	handler.use(requestGuards(app));
	handler.use(
		createRequestHandler({
			build,
			mode: development ? "development" : "production",
			getLoadContext: (req, res) => contextFor(app, req, res),
		}),
	);
	handler.use(lastResort(app));
	return handler;
}

/**
 * why not files of figures: they can be of any length, and `compression` forgets none of the waits
 * for a slow reader, so that memory would grow with the file.
 */
function isCompressed(req: express.Request, res: express.Response): boolean {
	const isCsv = String(res.getHeader("Content-Type") ?? "").startsWith("text/csv");
	return !isCsv && compression.filter(req, res);
}

function staticFiles(): express.Router {
	const client = join(dirname(fileURLToPath(import.meta.url)), "..", "client");
	const files = express.Router();
	files.use("/assets", express.static(join(client, "assets"), { immutable: true, maxAge: YEAR }));
	files.use(express.static(client, { index: false, redirect: false, maxAge: "1h" }));
	return files;
}

function contextFor(app: App, req: express.Request, res: express.Response) {
	const context = new RouterContextProvider();
	const headers = new Headers();
	for (const name of ["cookie", "authorization"] as const) {
		const value = req.headers[name];
		if (value !== undefined) headers.set(name, value);
	}
	context.set(appContext, app);
	context.set(nonceContext, res.locals.nonce);
	context.set(refusalContext, res.locals.refusal ?? null);
	context.set(visitContext, createVisit(app, { headers, network: req.ip ?? "unknown" }));
	return context;
}

/** Only for what the router itself did not catch: no page can be relied on. */
function lastResort({ log }: App): express.ErrorRequestHandler {
	return (error, req, res, next) => {
		if (res.headersSent) return next(error);
		const refused = typeof error?.status === "number" && error.status < 500;
		if (!refused) log.error({ method: req.method, ...describeError(error) }, "request failed");
		res
			.status(refused ? error.status : 500)
			.type("text/plain")
			.send(refused ? "This address cannot be read.\n" : "Something went wrong. Try again.\n");
	};
}

export interface Started {
	app: App;
	/** Where it answers, without a slash at the end. */
	url: string;
	/** Finishes what is under way, at most ten seconds of it, then lets go of everything. */
	stop(): Promise<void>;
}

/**
 * Brings the database up to date and checks that it may be served.
 * @throws Error whose message says what to do, when it may not be
 */
export async function openApp(environment: Environment): Promise<App> {
	const migrated = await applyMigrations(environment.DATABASE_URL);
	const app = createApp(environment);
	if (migrated.length > 0) app.log.info({ migrations: migrated }, "database brought up to date");
	try {
		await ensureKeptReach(app.database);
		await refuseDemoAccounts(app);
		return app;
	} catch (error) {
		await app.database.close();
		throw error;
	}
}

/**
 * Opens the app and serves it.
 * @throws Error whose message says what to do, when it may not be served
 */
export async function startServer(environment: Environment): Promise<Started> {
	const app = await openApp(environment);
	const server = createServer(createHandler(app));
	try {
		const url = await listen(server, environment);
		if (app.deployment.appUrl.endsWith(":0")) app.deployment.appUrl = url;
		const workers = await begin(app);
		app.log.info({ url }, "serving");
		return { app, url, stop: once(() => stop(app, server, workers)) };
	} catch (error) {
		await app.database.close();
		throw error;
	}
}

/** What goes on once the app is served: the way in where there is none yet, and the workers. */
export async function begin(app: App): Promise<Workers> {
	await printSetupLink(app);
	return startWorkers(app);
}

/** why not to the log: logs are kept and shipped, and whoever holds the link is administrator. */
async function printSetupLink({ database, deployment, clock }: App): Promise<void> {
	const link = await offerSetup({ database, deployment, now: clock() });
	if (!link) return;
	console.log(
		`Nobody has an account yet. Create the first administrator, once, within a day:\n${link}`,
	);
}

function listen(server: Server, { PORT, HOST }: Environment): Promise<string> {
	return new Promise((resolve, reject) => {
		server.once("error", (error: NodeJS.ErrnoException) =>
			reject(new Error(`Cannot listen on HOST ${HOST} and PORT ${PORT}: ${error.code}`)),
		);
		server.listen(PORT, HOST, () => {
			const { port } = server.address() as AddressInfo;
			resolve(`http://${HOST.includes(":") ? `[${HOST}]` : HOST}:${port}`);
		});
	});
}

async function stop(app: App, server: Server, workers: Workers): Promise<void> {
	const closed = new Promise((resolve) => server.close(resolve));
	// why: a connection that was busy when the server closed would otherwise be kept for the next
	// request that never comes.
	const idle = setInterval(() => server.closeIdleConnections(), 50);
	const limit = setTimeout(() => server.closeAllConnections(), STOP_LIMIT);
	app.log.info("stopping");
	await Promise.all([closed, workers.stop()]);
	clearInterval(idle);
	clearTimeout(limit);
	await app.database.close();
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
	let result: Promise<T> | undefined;
	return () => {
		result ??= work();
		return result;
	};
}

/** The process itself: `npm start`. */
async function main(): Promise<void> {
	// why first: whoever reads "serving" may send a signal at that moment.
	const asked = askedToStop();
	try {
		const started = await startServer(readEnvironment(process.env));
		await asked;
		await started.stop();
		process.exit(0);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	}
}

function askedToStop(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
	});
}

function isTheProgram(): boolean {
	const program = process.argv[1];
	return program !== undefined && realpathSync(program) === fileURLToPath(import.meta.url);
}

if (isTheProgram()) await main();
