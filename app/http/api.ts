import { createHash } from "node:crypto";
import type { RouterContextProvider } from "react-router";
import type { z } from "zod";
import { hashToken } from "#app/commands/create-api-token.ts";
import { findAnswer, findTokenOwner, keepAnswer } from "#app/data/api-tokens.ts";
import { turns } from "#app/data/turns.ts";
import { may, type Permission } from "#app/domain/access/permissions.ts";
import { pageQuery } from "#app/domain/api/inputs.ts";
import { problem } from "#app/domain/api/problem.ts";
import { bearerToken } from "#app/domain/api/token.ts";
import { localDateOf } from "#app/domain/time.ts";
import { json, problemResponse, refuse } from "./api-answer.ts";
import { type App, appContext } from "./app-context.ts";
import { describeError } from "./describe-error.ts";
import type { Entered } from "./require-actor.ts";
import { visitContext } from "./visit.ts";

interface Asked {
	request: Request;
	context: Readonly<RouterContextProvider>;
	params: Record<string, string | undefined>;
}

type Serve = (entered: Entered, asked: Asked) => Promise<Response>;

/** A loader of the API: who has a token with this permission gets an answer, everybody a reason. */
export function apiLoader(permission: Permission, serve: Serve) {
	return (asked: Asked) =>
		answering(asked, async () => serve(await enter(asked, permission), asked));
}

type ServeBody<Schema extends z.ZodType> = (
	entered: Entered,
	body: z.output<Schema>,
	asked: Asked & { idempotencyKey: string | null },
) => Promise<Response>;

/** An action of the API: POST with JSON of a schema; a repeat with the same key is answered again. */
export function apiAction<Schema extends z.ZodType>(
	permission: Permission,
	schema: Schema,
	serve: ServeBody<Schema>,
) {
	return (asked: Asked) =>
		answering(asked, async () => {
			if (asked.request.method !== "POST") return refuse("method_not_allowed");
			const entered = await enter(asked, permission);
			const text = await readJsonText(asked.request);
			const idempotencyKey = readKey(asked.request);
			const work = async () => {
				const parsed = schema.safeParse(parseJson(text));
				if (!parsed.success) return inputRefusal(parsed.error);
				return serve(entered, parsed.data, { ...asked, idempotencyKey });
			};
			return idempotencyKey === null
				? work()
				: answeringOnce(entered, { key: idempotencyKey, text, asked }, work);
		});
}

/** How much of a list is asked for, and the rest of the query, which are its filters. */
export function pageAsked({ context }: Asked) {
	const params = new URLSearchParams(context.get(visitContext).url.search);
	const given = {
		limit: params.get("limit") ?? undefined,
		cursor: params.get("cursor") ?? undefined,
	};
	const parsed = pageQuery.safeParse(given);
	if (!parsed.success) throw inputRefusal(parsed.error);
	params.delete("limit");
	params.delete("cursor");
	return { limit: parsed.data.limit, cursor: parsed.data.cursor ?? null, params };
}

/** The whole of a short list, which has no filters, as one page. */
export function wholeList(items: readonly unknown[]): Response {
	return json({ items, nextCursor: null });
}

/** For a method that an address does not take: said to those with a token only. */
export const apiOtherMethod = apiLoader("account.own", async () => refuse("method_not_allowed"));

async function answering({ context, request }: Asked, work: () => Promise<Response>) {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Response) return error;
		const { log } = context.get(appContext);
		const { pattern } = context.get(visitContext);
		log.error({ method: request.method, pattern, ...describeError(error) }, "call failed");
		return refuse("internal_error");
	}
}

async function enter({ request, context }: Asked, permission: Permission): Promise<Entered> {
	const app = context.get(appContext);
	const visit = context.get(visitContext);
	const actor = await tokenOwner(app, request, visit.now);
	await withinLimit(app, actor.userId);
	if (!may(actor.role, permission)) throw refuse("forbidden");
	const settings = await visit.settings();
	const { database, deployment } = app;
	const { now } = visit;
	const { zone } = settings;
	const command = { database, deployment, settings, now, actor };
	return { app, actor, settings, now, command, zone, today: localDateOf(now, zone) };
}

async function tokenOwner(app: App, request: Request, now: Date) {
	const token = bearerToken(request.headers.get("authorization"));
	const actor = token && (await findTokenOwner(app.database, hashToken(token), now));
	if (actor) return actor;
	throw problemResponse(problem("unauthorized"), { "WWW-Authenticate": "Bearer" });
}

async function withinLimit({ limits }: App, userId: string): Promise<void> {
	await limits.apiByUser.consume(userId).catch((spent: { msBeforeNext?: number }) => {
		const seconds = Math.ceil((spent.msBeforeNext ?? 1000) / 1000);
		throw problemResponse(problem("too_many_requests"), { "Retry-After": String(seconds) });
	});
}

async function readJsonText(request: Request): Promise<string> {
	const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
	if (type !== "application/json") throw refuse("unsupported_media_type");
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(await request.arrayBuffer());
	} catch {
		throw refuse("malformed_json");
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw refuse("malformed_json");
	}
}

/** Mistakes with the names of the fields as sent, lists by number. */
export function inputRefusal(error: z.ZodError): Response {
	const errors = error.issues.slice(0, 50).map(({ path, message }) => ({
		field: path.join("."),
		code: "invalid_input",
		message,
	}));
	return refuse("invalid_input", { errors });
}

function readKey(request: Request): string | null {
	const key = request.headers.get("idempotency-key")?.trim();
	if (!key) return null;
	if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
	const message = "Send an Idempotency-Key of 1 to 200 visible characters";
	throw refuse("invalid_input", { errors: [{ field: "", code: "invalid_input", message }] });
}

const waiting = new Map<string, { inTurn: ReturnType<typeof turns>; waiters: number }>();

interface Call {
	key: string;
	text: string;
	asked: Asked;
}

/**
 * Calls with one key take turns, and all but the first get its answer. why only answers below 500
 * are kept: after a failure of ours the caller is meant to try again.
 */
async function answeringOnce(
	{ app, actor, now }: Entered,
	{ key, text, asked }: Call,
	work: () => Promise<Response>,
): Promise<Response> {
	const call = { userId: actor.userId, key };
	const { pathname } = asked.context.get(visitContext).url;
	const fingerprint = createHash("sha256").update(`${pathname}\n${text}`).digest("hex");
	return oneAtATime(JSON.stringify(call), async () => {
		const earlier = await findAnswer(app.database.client, call);
		if (earlier) {
			if (earlier.fingerprint !== fingerprint) return refuse("idempotency_key_reused");
			return sameAnswer(earlier.status, earlier.body);
		}
		const response = await work();
		const body = await response.clone().text();
		if (response.status < 500) {
			await keepAnswer(app.database, call, { fingerprint, status: response.status, body, now });
		}
		return response;
	});
}

function sameAnswer(status: number, body: string): Response {
	const type = status < 400 ? "application/json" : "application/problem+json";
	return new Response(body, {
		status,
		headers: { "Content-Type": type, "Cache-Control": "no-store", "Idempotent-Replayed": "true" },
	});
}

async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
	const queue = waiting.get(name) ?? { inTurn: turns(), waiters: 0 };
	waiting.set(name, queue);
	queue.waiters += 1;
	try {
		return await queue.inTurn(work);
	} finally {
		queue.waiters -= 1;
		if (queue.waiters === 0) waiting.delete(name);
	}
}
