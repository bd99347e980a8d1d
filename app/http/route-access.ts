import { type Permission, permissions, type Role } from "#app/domain/access/permissions.ts";

/**
 * - "public": anybody, signed in or not.
 * - "key": nobody need sign in, but the address or a header carries a secret that the route checks
 *   itself, and without which it answers 401, 403 or 404.
 * - a permission: whoever is signed in and has it; `post` where changing needs another one.
 */
export type Access = "public" | "key" | { permission: Permission; post?: Permission };

/**
 * Who may enter, by the path as written in routes.ts. A path that is not here is closed to
 * everybody, and tests/routes/access.test.ts fails until it is.
 */
export const routeAccess: Record<string, Access> = {
	"/": { permission: "account.own" },
	"/sign-in": "public",
	"/sign-in/code": "public",
	"/sign-out": "public",
	"/accessibility": "public",
	"/privacy": "public",
	"/health": "public",
	"/sessions/new": { permission: "sessions.book" },
	"/sessions/:ref": { permission: "sessions.view" },
	"/sessions/:ref/people": { permission: "sessions.view" },
	"/sessions/:ref/history": { permission: "sessions.view" },
	"/api/v1/openapi.json": "public",
	"/api/v1/sessions": "key",
	"/api/v1/sessions/:ref": "key",
	"/api/v1/sessions/:ref/move": "key",
	"/api/v1/sessions/:ref/confirm": "key",
	"/api/v1/sessions/:ref/cancel": "key",
	"/api/v1/sessions/:ref/close-out": "key",
	"/api/v1/programmes": "key",
	"/api/v1/people": "key",
	"/api/v1/venues": "key",
	"/api/*": "public",
	"/*": "public",
};

/** The permission a request needs; null when it needs none, undefined when nobody may. */
export function permissionFor(pattern: string, method: string): Permission | null | undefined {
	const access = routeAccess[pattern];
	if (access === undefined) return undefined;
	if (access === "public" || access === "key") return null;
	const reads = method === "GET" || method === "HEAD";
	return reads ? access.permission : (access.post ?? access.permission);
}

/** Which roles have a permission. */
export function rolesWith(permission: Permission): readonly Role[] {
	return permissions[permission];
}
