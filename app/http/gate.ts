import { data, type MiddlewareFunction, type RouterContextProvider } from "react-router";
import { refusalOfStatus } from "./api-answer.ts";
import { refusalContext } from "./app-context.ts";
import { requireActor } from "./require-actor.ts";
import { type ErrorFacts, forbidden } from "./respond.ts";
import { permissionFor } from "./route-access.ts";
import { readShell, type Shell } from "./shell.ts";
import { visitContext } from "./visit.ts";

/** A refusal made before any loader ran carries the frame for its page. */
export type GateFacts = ErrorFacts & { shell?: Shell };

type Gate = MiddlewareFunction<Response>;

/**
 * Stands before every loader and action of the product: refuses what the guards refused, closes
 * what the access table does not open, and keeps answers out of shared caches.
 */
export const gate: Gate = async ({ request, context, url, pattern }, next) => {
	const visit = context.get(visitContext);
	visit.url = url;
	visit.pattern = pattern.startsWith("/") ? pattern : `/${pattern}`;
	await enter(request, context, visit.pattern).catch(async (refusal) => {
		throw await framed(refusal, context);
	});
	const response = await next();
	for (const cookie of visit.cookies) response.headers.append("Set-Cookie", cookie);
	if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
	return response;
};

type Context = Readonly<RouterContextProvider>;

async function enter(request: Request, context: Context, pattern: string): Promise<void> {
	const refused = context.get(refusalContext);
	if (refused !== null) {
		if (pattern.startsWith("/api/")) throw refusalOfStatus(refused);
		throw data({}, { status: refused });
	}
	const permission = permissionFor(pattern, request.method);
	if (permission === undefined) throw forbidden();
	if (permission !== null) await requireActor({ request, context }, permission);
}

interface Refusal {
	type: "DataWithResponseInit";
	data: ErrorFacts;
	init: ResponseInit | null;
}

async function framed(refusal: unknown, context: Context): Promise<unknown> {
	if (!isRefusal(refusal)) return refusal;
	const facts: GateFacts = { ...refusal.data, shell: await readShell(context) };
	return data(facts, refusal.init ?? undefined);
}

function isRefusal(thrown: unknown): thrown is Refusal {
	return (thrown as Refusal | null)?.type === "DataWithResponseInit";
}
