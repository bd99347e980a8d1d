import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import type { App } from "./app-context.ts";

interface Options {
	/** The development server puts styles and its own connection into pages. */
	development: boolean;
}

const nonceOf = (_req: IncomingMessage, res: ServerResponse) =>
	`'nonce-${(res as Response).locals.nonce}'`;

/** A new nonce for each response, in `res.locals.nonce`, and the headers that rest on it. */
export function securityHeaders(app: App, { development }: Options): RequestHandler[] {
	const secure = app.deployment.appUrl.startsWith("https:");
	return [
		(_req, res, next) => {
			res.locals.nonce = randomBytes(16).toString("base64");
			next();
		},
		helmet({
			contentSecurityPolicy: {
				useDefaults: false,
				directives: {
					"default-src": ["'self'"],
					"script-src": ["'self'", nonceOf],
					"style-src": development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
					"img-src": ["'self'", "data:"],
					"connect-src": development ? ["'self'", "ws:"] : ["'self'"],
					"base-uri": ["'none'"],
					"object-src": ["'none'"],
					"frame-ancestors": ["'none'"],
					"form-action": ["'self'"],
					...(secure ? { "upgrade-insecure-requests": [] } : {}),
				},
			},
			// why not "no-referrer": with it browsers send "Origin: null" even to ourselves.
			referrerPolicy: { policy: "same-origin" },
			strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
			frameguard: { action: "deny" },
			crossOriginOpenerPolicy: secure,
			originAgentCluster: false,
		}),
		(req, res, next) => {
			if (req.path.startsWith("/school/")) keepAddressSecret(res);
			next();
		},
	];
}

/** Whoever has the address of a school's page may answer for the school: it is told to nobody. */
function keepAddressSecret(res: ServerResponse): void {
	// why not "no-referrer": as above. This gives the site's name and never the path.
	res.setHeader("Referrer-Policy", "strict-origin");
	res.setHeader("X-Robots-Tag", "noindex, nofollow");
}
