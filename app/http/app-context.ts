import { createContext } from "react-router";
import type { Deployment } from "#app/commands/command-context.ts";
import { type Database, openDatabase } from "#app/data/database.ts";
import { engineOf, sqlitePath } from "#app/data/engine.ts";
import type { Environment } from "#app/gateways/environment.ts";
import { type Log, openLog } from "#app/gateways/log.ts";
import { type MailGateway, openMail } from "#app/gateways/mail.ts";
import { openUploads, type Uploads } from "#app/gateways/uploads.ts";
import { openWebhooks, type WebhookGateway } from "#app/gateways/webhooks.ts";
import { type Auth, createAuth } from "./auth.ts";
import { describeError } from "./describe-error.ts";
import { ImportJobs } from "./import-jobs.ts";
import { keyFor } from "./keys.ts";
import { createLimits, type Limits } from "./limits.ts";

/** Everything a request can reach: one per process, and one per test. */
export interface App {
	database: Database;
	deployment: Deployment;
	auth: Auth;
	clock: () => Date;
	log: Log;
	/** APP_SECRET. Sign with `keyFor`, so that no signature serves two purposes. */
	secret: string;
	/** Null when there is no SMTP_URL: mail then waits in the outbox to be read there. */
	mail: MailGateway | null;
	webhooks: WebhookGateway;
	/** Started by `npm run demo`: demo accounts may exist. */
	demo: boolean;
	limits: Limits;
	/** Uploaded files that wait to be read. */
	uploads: Uploads;
	/** Long work on files that were brought in. */
	jobs: ImportJobs;
}

/** The app that answers; set for every request by createHandler. */
export const appContext = createContext<App>();

/** The nonce of this response's content security policy. */
export const nonceContext = createContext<string>();

/** The status that a request was refused with before it reached a route, else null. */
export const refusalContext = createContext<number | null>(null);

/** Where a process with these settings answers and writes from. */
export function deploymentOf({ APP_URL, MAIL_FROM, APP_SECRET }: Environment): Deployment {
	return { appUrl: APP_URL, mailFrom: MAIL_FROM, linkKey: keyFor(APP_SECRET, "school-page") };
}

type Parts = Partial<Pick<App, "database" | "clock" | "log">>;

/** Builds the app from checked settings; `parts` stand in for what would be made from them. */
export function createApp(environment: Environment, parts: Parts = {}): App {
	const database = parts.database ?? openDatabase(environment.DATABASE_URL);
	const log = parts.log ?? openLog(environment.LOG_LEVEL, describeError);
	const { DATABASE_URL } = environment;
	const databaseFile = engineOf(DATABASE_URL) === "sqlite" ? sqlitePath(DATABASE_URL) : null;
	const clock = parts.clock ?? (() => new Date());
	const deployment = deploymentOf(environment);
	return {
		database,
		deployment,
		auth: createAuth({ database, deployment, log, secret: environment.APP_SECRET }),
		clock,
		log,
		secret: environment.APP_SECRET,
		mail: environment.SMTP_URL === undefined ? null : openMail(environment.SMTP_URL),
		webhooks: openWebhooks(keyFor(environment.APP_SECRET, "webhooks")),
		demo: environment.TERMTIME_DEMO,
		limits: createLimits(),
		uploads: openUploads(databaseFile),
		jobs: new ImportJobs({ clock, log }),
	};
}
