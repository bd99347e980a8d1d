import { data, redirect } from "react-router";
import type { Role } from "#app/domain/access/permissions.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import type { Flash } from "#app/ui/notification-banner.tsx";
import type { App } from "./app-context.ts";
import { flashCookie } from "./flash.ts";
import type { Fields } from "./parse-form.ts";

/** What the error page is told besides the status. */
export interface ErrorFacts {
	/** The roles that may enter: 403. */
	needed?: readonly Role[];
	/** Whole seconds until it is worth trying again: 429. */
	retryAfter?: number;
}

function problem(status: number, facts: ErrorFacts = {}, headers?: HeadersInit) {
	return data(facts, { status, headers });
}

/** Throw what these make: `throw notFound()`. The page says it in words, in the usual frame. */
export const badRequest = () => problem(400);
export const notSignedIn = () => problem(401);
export const forbidden = (needed?: readonly Role[]) => problem(403, { needed });
export const notFound = () => problem(404);

/** @param retryAfter whole seconds until it is worth trying again */
export function tooMany(retryAfter: number) {
	return problem(429, { retryAfter }, { "Retry-After": String(retryAfter) });
}

/** The form again, with what has to be mended and what was typed: HTTP 422. */
export function invalid<Values extends object = Fields>(errors: FieldErrors, values: Values) {
	return data({ errors, values }, { status: 422 });
}

/**
 * Goes to another page (HTTP 303), which shows `flash` once.
 * @param cookies to be set besides
 */
export async function redirectWith(
	app: App,
	to: string,
	flash: Flash,
	cookies: readonly string[] = [],
): Promise<Response> {
	return redirectWithCookies(to, [...cookies, await flashCookie(app).serialize(flash)]);
}

export function redirectWithCookies(to: string, cookies: readonly string[]): Response {
	const headers = new Headers();
	for (const cookie of cookies) headers.append("Set-Cookie", cookie);
	return redirect(to, { status: 303, headers });
}
