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
	"/forgot-password": "public",
	"/reset-password/:token": "key",
	"/setup/:token": "key",
	"/account": { permission: "account.own" },
	"/account/feed": { permission: "account.own" },
	"/account/password": { permission: "account.own" },
	"/account/two-step": { permission: "account.own" },
	"/settings/users": { permission: "accounts.manage" },
	"/settings/users/new": { permission: "accounts.manage" },
	"/settings/users/:userId": { permission: "accounts.manage" },
	"/settings/users/:userId/disable": { permission: "accounts.manage" },
	"/my-day": { permission: "my_day.view" },
	"/accessibility": "public",
	"/privacy": "public",
	"/health": "public",
	"/sessions": { permission: "sessions.view" },
	"/sessions.csv": { permission: "sessions.view" },
	"/sessions/day-sheets": { permission: "sessions.view" },
	"/sessions/new": { permission: "sessions.book" },
	"/sessions/several": { permission: "sessions.book" },
	"/sessions/:ref": { permission: "sessions.view" },
	"/sessions/:ref/move": { permission: "sessions.change" },
	"/sessions/:ref/edit": { permission: "sessions.change" },
	"/sessions/:ref/people/edit": { permission: "sessions.change" },
	"/sessions/:ref/confirm": { permission: "sessions.change" },
	"/sessions/:ref/cancel": { permission: "sessions.change" },
	"/sessions/:ref/people": { permission: "sessions.view" },
	"/sessions/:ref/invites": { permission: "contacts.view", post: "outbox.change" },
	"/sessions/:ref/invite.ics": "key",
	"/sessions/:ref/preview": { permission: "outbox.view" },
	"/sessions/:ref/close-out": { permission: "sessions.close_out" },
	"/sessions/:ref/correct": { permission: "sessions.correct" },
	"/sessions/:ref/history": { permission: "sessions.view" },
	"/publications": { permission: "reach.view" },
	"/publications/new": { permission: "reach.publish" },
	"/publications/:id": { permission: "reach.view" },
	"/publications/:id/sessions.csv": { permission: "reach.view" },
	"/publications/:id/withdraw": { permission: "reach.publish" },
	"/published/:token": "public",
	"/venues": { permission: "register.view" },
	"/venues/:id": { permission: "register.view" },
	"/people": { permission: "register.view" },
	"/people/:id": { permission: "register.view" },
	"/programmes": { permission: "register.view" },
	"/programmes/:id": { permission: "register.view" },
	"/venues/new": { permission: "register.change" },
	"/venues/:id/edit": { permission: "register.change" },
	"/venues/:id/retire": { permission: "register.change" },
	"/venues/:id/contacts/new": { permission: "register.change" },
	"/contacts/:id/edit": { permission: "register.change" },
	"/contacts/:id/retire": { permission: "register.change" },
<<<<<<< HEAD
	"/venues/:id/priority": { permission: "register.change" },
	"/coverage": { permission: "reach.view" },
	"/coverage.csv": { permission: "reach.view" },
	"/settings/coverage": { permission: "settings.change" },
	"/venues/:id/dates": { permission: "register.view" },
	"/venues/:id/dates/new": { permission: "register.change" },
	"/venues/:id/lessons": { permission: "register.change" },
	"/school-dates/:id": { permission: "register.change" },
	"/settings/terms": { permission: "settings.view" },
	"/settings/terms.csv": { permission: "settings.view" },
	"/settings/terms/load": { permission: "register.change" },
	"/settings/terms/:la": { permission: "settings.view" },
	"/settings/terms/:la/new": { permission: "register.change" },
=======
	"/contacts/:id/data": { permission: "contacts.rights" },
	"/contacts/:id/data.json": { permission: "contacts.rights" },
	"/contacts/:id/anonymise": { permission: "contacts.rights" },
>>>>>>> 0451920 (Let contacts see what is kept about them and be forgotten, at once or by a nightly run, with every figure unchanged)
	"/people/new": { permission: "register.change" },
	"/people/:id/edit": { permission: "register.change" },
	"/people/:id/retire": { permission: "register.change" },
	"/people/:id/time": { permission: "register.change" },
	"/people/:id/absences/new": { permission: "register.change" },
	"/absences/:id": { permission: "register.change" },
	"/absences/:id/edit": { permission: "register.change" },
	"/settings/travel": { permission: "settings.change" },
	"/settings/bases": { permission: "settings.view" },
	"/settings/bases/new": { permission: "register.change" },
	"/settings/bases/:id": { permission: "register.change" },
	"/programmes/new": { permission: "register.change" },
	"/programmes/:id/edit": { permission: "register.change" },
	"/programmes/:id/retire": { permission: "register.change" },
	"/settings": { permission: "settings.view" },
	"/settings/agencies": { permission: "settings.view" },
	"/settings/teams": { permission: "settings.view" },
	"/settings/themes": { permission: "settings.view" },
	"/settings/partnership": { permission: "settings.change" },
	"/settings/agencies/new": { permission: "settings.change" },
	"/settings/agencies/:id": { permission: "settings.change" },
	"/settings/agencies/:id/retire": { permission: "settings.change" },
	"/settings/teams/new": { permission: "settings.change" },
	"/settings/teams/:id": { permission: "settings.change" },
	"/settings/teams/:id/retire": { permission: "settings.change" },
	"/settings/themes/new": { permission: "settings.change" },
	"/settings/themes/:id": { permission: "settings.change" },
	"/settings/themes/:id/retire": { permission: "settings.change" },
	"/settings/tokens": { permission: "tokens.own" },
	"/settings/tokens/:id/end": { permission: "tokens.own" },
	"/settings/retention": { permission: "retention.manage" },
	"/settings/webhooks": { permission: "webhooks.manage" },
	"/settings/webhooks/:id": { permission: "webhooks.manage" },
	"/api/v1/docs": "public",
	"/api/v1/reach": "key",
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
	"/settings/feeds": { permission: "settings.view", post: "register.change" },
	"/settings/feeds/:id": { permission: "register.change" },
	"/feeds/:token.ics": "key",
	"/imports": { permission: "imports.manage" },
	"/imports/new": { permission: "imports.manage" },
	"/imports/:id": { permission: "imports.manage" },
	"/imports/:id/rows.csv": { permission: "imports.manage" },
	"/imports/:id/apply": { permission: "imports.manage" },
	"/imports/:id/discard": { permission: "imports.manage" },
	"/imports/:id/columns": { permission: "imports.manage" },
	"/imports/:id/questions": { permission: "imports.manage" },
	"/imports/:id/undo": { permission: "imports.manage" },
	"/outbox": { permission: "outbox.view", post: "outbox.change" },
	"/outbox/:id": { permission: "outbox.view", post: "outbox.change" },
	"/outbox/:id/message.eml": { permission: "outbox.view" },
	"/outbox/:id/invite.ics": { permission: "outbox.view" },
	"/reach": { permission: "reach.view" },
	"/reach.csv": { permission: "reach.view" },
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
