import { type RouterContextProvider, redirect } from "react-router";
import type { CommandContext } from "#app/commands/command-context.ts";
import type { Settings } from "#app/data/settings.ts";
import { type Actor, may, type Permission } from "#app/domain/access/permissions.ts";
import { type LocalDate, localDateOf } from "#app/domain/time.ts";
import { type App, appContext } from "./app-context.ts";
import { forbidden, notSignedIn } from "./respond.ts";
import { rolesWith } from "./route-access.ts";
import { type Visit, visitContext } from "./visit.ts";

interface Asked {
	request: Request;
	context: Readonly<RouterContextProvider>;
}

export interface Entered {
	app: App;
	actor: Actor;
	settings: Settings;
	now: Date;
	/** What commands are given. */
	command: CommandContext;
	/** IANA name of the partnership's zone, and its date now. */
	zone: string;
	today: LocalDate;
}

/**
 * Who asks, when they may; call it first in every loader and action that is not public.
 * @throws to the sign-in page, 401 where a page cannot be shown, or 403
 */
export async function requireActor(asked: Asked, permission: Permission): Promise<Entered> {
	const { request, context } = asked;
	const app = context.get(appContext);
	const visit = context.get(visitContext);
	const [actor, settings] = await Promise.all([visit.actor(), visit.settings()]);
	if (!actor) throw askToSignIn(request.method, visit);
	if (!may(actor.role, permission)) throw forbidden(rolesWith(permission));
	const { database, deployment } = app;
	const { now } = visit;
	const { zone } = settings;
	const command = { database, deployment, settings, now, actor };
	return { app, actor, settings, now, command, zone, today: localDateOf(now, zone) };
}

const FILE = /\.(csv|json|ics|eml)$/;

function askToSignIn(method: string, { url }: Visit) {
	const isPage = (method === "GET" || method === "HEAD") && !FILE.test(url.pathname);
	if (!isPage) return notSignedIn();
	const to = `${url.pathname}${url.search}`;
	return redirect(to === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ to })}`, 303);
}
