import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { hashPassword } from "better-auth/crypto";
import { pino } from "pino";
import type { Database } from "#app/data/database.ts";
import { insertUser, keepPassword } from "#app/data/users.ts";
import type { Actor, Role } from "#app/domain/access/permissions.ts";
import { readEnvironment } from "#app/gateways/environment.ts";
import type { App } from "#app/http/app-context.ts";
import { testNow } from "./databases.ts";
import { type Visitor, visitor } from "./visitor.ts";

type Built = typeof import("#server");

/** The program as built: what is tested is what is served. `npm test` builds it first. */
export async function builtServer(): Promise<Built> {
	const file = pathToFileURL(resolve("build/server/index.js")).href;
	return import(/* @vite-ignore */ file);
}

export const testPassword = "long enough to guess";
let hashed: Promise<string> | undefined;

export interface Site {
	app: App;
	/** Origin of the site, without a slash at the end. */
	url: string;
	/** What was logged as an error, newest last. */
	logged: unknown[];
	/** Moves the site's clock; it stands at `testNow` otherwise. */
	setClock(now: Date): void;
	/** A browser of its own, signed in as nobody. */
	visitor(): Visitor;
	/** A new user of the role. */
	user(role: Role, overrides?: Partial<Omit<Actor, "userId">>): Promise<Actor>;
	/** Signs the user in through the real page. */
	as(user: Pick<Actor, "email">): Promise<Visitor>;
	/** A new user of the role, signed in. */
	signedIn(role: Role): Promise<Visitor>;
	close(): Promise<void>;
}

interface Options {
	/** Variables of the environment besides those that tests need. */
	variables?: Record<string, string>;
}

/** Serves a test's database on a free port of this machine, through the real request handler. */
export async function openSite(database: Database, options: Options = {}): Promise<Site> {
	const { createApp, createHandler } = await builtServer();
	const environment = readEnvironment({
		APP_SECRET: "a secret that only these tests share",
		...options.variables,
	});
	const logged: unknown[] = [];
	const log = pino({ base: undefined }, { write: (line) => logged.push(JSON.parse(line)) });
	let now = testNow;
	const app = createApp(environment, { database, log, clock: () => now });
	const server = createServer(createHandler(app));
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	app.deployment.appUrl = options.variables?.APP_URL ?? url;

	const site: Site = {
		app,
		url,
		logged,
		setClock: (next) => {
			now = next;
		},
		visitor: () => visitor(url, logged),
		user: (role, overrides) => aUser(database, role, overrides),
		as: async ({ email }) => {
			const browser = site.visitor();
			const answer = await browser.post("/sign-in", { email, password: testPassword });
			if (answer.status !== 303) throw new Error(`Signing in gave ${answer.status}`);
			return browser;
		},
		signedIn: async (role) => site.as(await site.user(role)),
		close: async () => {
			await app.jobs.stop();
			await new Promise<void>((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			});
		},
	};
	return site;
}

let users = 0;

/** Somebody who signs in with `testPassword`. */
export async function aUser(
	database: Database,
	role: Role,
	overrides: Partial<Omit<Actor, "userId">> = {},
): Promise<Actor> {
	users += 1;
	const user = {
		name: `Uma ${role} ${users}`,
		email: `${role}-${users}@team.test`,
		personId: null,
		...overrides,
		role,
	};
	hashed ??= hashPassword(testPassword);
	const hash = await hashed;
	const userId = await database.transaction(async (tx) => {
		const id = await insertUser(tx, { ...user, now: testNow });
		await keepPassword(tx, id, hash);
		return id;
	});
	return { userId, ...user };
}
