import { index, type RouteConfig, route } from "@react-router/dev/routes";

/** Every address of the product. Who may enter each: app/http/route-access.ts. */
export default [
	index("routes/home.tsx"),
	route("sign-in", "routes/sign-in/sign-in.tsx"),
	route("sign-in/code", "routes/sign-in/code.tsx"),
	route("sign-out", "routes/sign-in/sign-out.ts"),
	route("accessibility", "routes/accessibility.tsx"),
	route("privacy", "routes/privacy.tsx"),
	route("health", "routes/health.ts"),
	route("sessions/new", "routes/sessions/new-session.tsx"),
	route("sessions/:ref", "routes/sessions/session-overview.tsx"),
	route("sessions/:ref/people", "routes/sessions/session-people.tsx"),
	route("sessions/:ref/history", "routes/sessions/session-history.tsx"),
	route("api/v1/openapi.json", "routes/api/openapi.ts"),
	route("api/v1/sessions", "routes/api/sessions.ts"),
	route("api/v1/sessions/:ref", "routes/api/session.ts"),
	route("api/v1/sessions/:ref/move", "routes/api/session-move.ts"),
	route("api/v1/sessions/:ref/confirm", "routes/api/session-confirm.ts"),
	route("api/v1/sessions/:ref/cancel", "routes/api/session-cancel.ts"),
	route("api/v1/sessions/:ref/close-out", "routes/api/session-close-out.ts"),
	route("api/v1/programmes", "routes/api/programmes.ts"),
	route("api/v1/people", "routes/api/people.ts"),
	route("api/v1/venues", "routes/api/venues.ts"),
	route("api/*", "routes/api/not-found.ts"),
	route("*", "routes/not-found.ts"),
] satisfies RouteConfig;
