import { createContext } from "react-router";
import { readSettings, type Settings } from "#app/data/settings.ts";
import type { Actor } from "#app/domain/access/permissions.ts";
import type { App } from "./app-context.ts";
import { readActor } from "./auth.ts";

/**
 * What one request knows of who asks. Loaders run side by side and each asks; the database is asked
 * once.
 */
export interface Visit {
	/** One moment for the whole request. */
	now: Date;
	/** The network address, for limits only: never stored or logged. */
	network: string;
	/** The address asked for, without what the router adds to it. */
	url: URL;
	/** The route's path as written in routes.ts, such as "/sessions/:ref". */
	pattern: string;
	actor(): Promise<Actor | null>;
	/** Which of the actor's sign-ins this is. */
	signInToken(): Promise<string | null>;
	settings(): Promise<Settings>;
	/** Cookies that every answer to this request carries. */
	cookies: string[];
}

export const visitContext = createContext<Visit>();

interface Asked {
	headers: Headers;
	network: string;
}

export function createVisit(app: App, { headers, network }: Asked): Visit {
	const signedIn = once(async () => {
		const { cookies, ...found } = await readActor(app.auth, headers);
		visit.cookies.push(...cookies);
		return found;
	});
	const visit: Visit = {
		now: app.clock(),
		network,
		url: new URL(app.deployment.appUrl),
		pattern: "",
		cookies: [],
		actor: async () => (await signedIn()).actor,
		signInToken: async () => (await signedIn()).token,
		settings: once(() => readSettings(app.database.client)),
	};
	return visit;
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
	let result: Promise<T> | undefined;
	return () => {
		result ??= work();
		return result;
	};
}
