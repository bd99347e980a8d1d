import type { NextFunction, Request, RequestHandler, Response } from "express";
import { largestFile } from "#app/domain/imports/import-status.ts";
import type { App } from "./app-context.ts";

const KILOBYTE = 1024;

/** The largest body of a form or an API call, in bytes. */
export const BODY_LIMIT = 256 * KILOBYTE;

/** Paths that take files, with the largest body of each, in bytes. */
export const uploadLimits: Record<string, number> = {
	"/imports/new": Math.max(...Object.values(largestFile)) + BODY_LIMIT,
};

/**
 * Refuses what no route should have to think about. The refusal is told to the router, which shows
 * it in the usual frame, by a status in `res.locals.refusal`.
 */
export function requestGuards(app: App): RequestHandler {
	return (req: Request, res: Response, next: NextFunction) => {
		const refusal = wellFormed(req.originalUrl) ? refusalOf(req, app) : 400;
		if (refusal !== null) {
			res.locals.refusal = refusal;
			// why: neither the address nor the body of what is refused may reach the router.
			if (refusal === 400) req.originalUrl = "/";
			req.method = "GET";
		}
		next();
	};
}

/** Text that decodes as UTF-8 and holds no NUL, in the path and in the query. */
function wellFormed(address: string): boolean {
	try {
		return !decodeURIComponent(address.replaceAll("+", " ")).includes("\0");
	} catch {
		return false;
	}
}

function refusalOf(req: Request, app: App): number | null {
	if (req.method === "GET" || req.method === "HEAD") return null;
	if (req.method !== "POST") return 405;
	if (!fromOurselves(req, app.deployment.appUrl)) return 403;
	const length = req.headers["content-length"];
	if (length === undefined) return 411;
	return Number(length) > limitFor(req.path) ? 413 : null;
}

function limitFor(path: string): number {
	const page = path.replace(/(\/_)?\.data$/, "");
	const upload = Object.keys(uploadLimits).find(
		(start) => page === start || page.startsWith(`${start}/`),
	);
	return (upload && uploadLimits[upload]) || BODY_LIMIT;
}

/**
 * Whether a form of our own pages sent this. Browsers say where a post comes from in one of two
 * headers; one that says neither is not a browser of today. A program at the API carries no cookies
 * that somebody else's page could use, and need not say.
 */
function fromOurselves(req: Request, appUrl: string): boolean {
	const site = req.headers["sec-fetch-site"];
	if (site !== undefined) return site === "same-origin" || site === "none";
	const { origin, host } = req.headers;
	if (origin === undefined) return req.path.startsWith("/api/");
	return origin === appUrl || (URL.canParse(origin) && new URL(origin).host === host);
}
