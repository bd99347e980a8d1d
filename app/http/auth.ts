import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Deployment } from "#app/commands/command-context.ts";
import type { Database } from "#app/data/database.ts";
import { type Actor, type Role, roles } from "#app/domain/access/permissions.ts";
import type { Log } from "#app/gateways/log.ts";
import { describeError } from "./describe-error.ts";
import { keyFor } from "./keys.ts";

const HOUR = 60 * 60;

interface AuthParts {
	database: Database;
	deployment: Deployment;
	log: Log;
	secret: string;
}

/**
 * Passwords, second factors and the cookie of somebody signed in. Only called from our own routes:
 * its HTTP endpoints are not served, so that every change goes through our forms and their checks.
 */
export function createAuth({ database, deployment, log, secret }: AuthParts) {
	return betterAuth({
		appName: "Termtime",
		baseURL: deployment.appUrl,
		secret: keyFor(secret, "sign-in"),
		database: prismaAdapter(withoutTransactions(database.client), {
			provider: database.engine,
			transaction: false,
		}),
		telemetry: { enabled: false },
		logger: {
			// why: its messages quote addresses; refusals are ours to count, failures ours to log.
			log: (level, _message, ...details) => {
				if (level !== "error") return;
				log.error(describeError(details.find((detail) => detail instanceof Error)), "sign-in");
			},
		},
		// why: our own limits count failures by address as well, and say when to try again.
		rateLimit: { enabled: false },
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: 12,
			maxPasswordLength: 256,
		},
		user: {
			modelName: "user",
			additionalFields: {
				role: { type: "string", input: false },
				personId: { type: "string", input: false, required: false },
				disabledAt: { type: "date", input: false, required: false },
			},
		},
		session: { modelName: "signIn", expiresIn: 12 * HOUR, updateAge: HOUR },
		account: { modelName: "credential" },
		verification: { modelName: "verification" },
		plugins: [
			twoFactor({
				issuer: "Termtime",
				schema: { twoFactor: { modelName: "twoFactor" } },
			}),
		],
		databaseHooks: {
			session: {
				create: {
					// why here: whichever way somebody comes in, a sign-in is made.
					before: async (signIn) => {
						const { userId } = signIn;
						const user = await database.client.user.findUnique({ where: { id: userId } });
						if (!user || user.disabledAt) throw new APIError("FORBIDDEN", { code: "DISABLED" });
						await database.client.signIn.deleteMany({
							where: { userId, expiresAt: { lt: new Date() } },
						});
						// why: where somebody signed in from, and with what, is nobody's business.
						return { data: { ...signIn, ipAddress: null, userAgent: null } };
					},
				},
			},
		},
		advanced: {
			cookiePrefix: "termtime",
			useSecureCookies: deployment.appUrl.startsWith("https:"),
			defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
			ipAddress: { disableIpTracking: true },
		},
	});
}

export type Auth = ReturnType<typeof createAuth>;

interface SignedIn {
	actor: Actor | null;
	/** Which of the actor's sign-ins it is. */
	token: string | null;
	/** Keep them signed in while they are here. */
	cookies: string[];
}

const nobody: SignedIn = { actor: null, token: null, cookies: [] };

/** Who a request's cookie belongs to. */
export async function readActor(auth: Auth, headers: Headers): Promise<SignedIn> {
	if (!headers.has("cookie")) return nobody;
	const { response, headers: given } = await auth.api.getSession({ headers, returnHeaders: true });
	if (!response || response.user.disabledAt) return nobody;
	const { id, name, email, role, personId = null } = response.user;
	return {
		actor: { userId: id, name, email, role: roleOf(role), personId },
		token: response.session.token,
		cookies: given.getSetCookie(),
	};
}

function roleOf(text: string): Role {
	const role = roles.find((known) => known === text);
	if (!role) throw new Error("A user has a role that does not exist");
	return role;
}

/**
 * why: on SQLite a transaction of Prisma's own would begin as a reader and fail when another
 * process has written since; the adapter does the same in single statements where it finds none.
 */
function withoutTransactions(client: Database["client"]): object {
	return new Proxy(client, {
		get: (target, name) => (name === "$transaction" ? undefined : Reflect.get(target, name)),
	});
}
