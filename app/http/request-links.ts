import { createHmac, timingSafeEqual } from "node:crypto";
import type { RequestLinks } from "#app/commands/request-messages.ts";
import { CONFIRM_DAYS, FOLLOW_DAYS } from "#app/domain/requests/request-limits.ts";
import type { App } from "./app-context.ts";
import { keyFor } from "./keys.ts";

const DAY = 24 * 60 * 60_000;

/** What a link of a school lets its holder do. One for one purpose opens nothing else. */
type Purpose = "request-confirm" | "request-follow";

function macOf(secret: string, purpose: Purpose, signed: string): string {
	return createHmac("sha256", keyFor(secret, purpose)).update(signed).digest("base64url");
}

function tokenFor(secret: string, purpose: Purpose, id: string, expires: Date): string {
	const signed = `${id}.${expires.getTime().toString(36)}`;
	return `${signed}.${macOf(secret, purpose, signed)}`;
}

/** The request that a token names, when it was signed here for this and is still good; else null. */
export function openToken(
	secret: string,
	purpose: Purpose,
	token: string | undefined,
	now: Date,
): string | null {
	const [id = "", until = "", mac = ""] = (token ?? "").split(".");
	const right = Buffer.from(macOf(secret, purpose, `${id}.${until}`));
	const given = Buffer.from(mac);
	if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
	return Number.parseInt(until, 36) > now.getTime() ? id : null;
}

/** The addresses that mails to schools carry. */
export function requestLinks(
	{ secret, deployment }: Pick<App, "secret" | "deployment">,
	now: Date,
): RequestLinks {
	const address = (purpose: Purpose, page: string, days: number) => (id: string) => {
		const expires = new Date(now.getTime() + days * DAY);
		return `${deployment.appUrl}/request/${page}/${tokenFor(secret, purpose, id, expires)}`;
	};
	return {
		confirm: address("request-confirm", "confirm", CONFIRM_DAYS),
		follow: address("request-follow", "follow", FOLLOW_DAYS),
	};
}
