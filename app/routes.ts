import { index, type RouteConfig, route } from "@react-router/dev/routes";

/** Every address of the product. Who may enter each: app/http/route-access.ts. */
export default [
	index("routes/home.tsx"),
	route("sign-in", "routes/sign-in/sign-in.tsx"),
	route("sign-in/code", "routes/sign-in/code.tsx"),
	route("sign-out", "routes/sign-in/sign-out.ts"),
	route("forgot-password", "routes/sign-in/forgot-password.tsx"),
	route("reset-password/:token", "routes/sign-in/reset-password.tsx"),
	route("setup/:token", "routes/sign-in/setup.tsx"),
	route("account", "routes/account/account.tsx"),
	route("account/password", "routes/account/password.tsx"),
	route("account/two-step", "routes/account/two-step.tsx"),
	route("settings/users", "routes/users/users.tsx"),
	route("settings/users/new", "routes/users/new-user.tsx"),
	route("settings/users/:userId", "routes/users/user.tsx"),
	route("settings/users/:userId/disable", "routes/users/disable-user.tsx"),
	route("accessibility", "routes/accessibility.tsx"),
	route("privacy", "routes/privacy.tsx"),
	route("health", "routes/health.ts"),
	route("sessions/new", "routes/sessions/new-session.tsx"),
	route("sessions/:ref", "routes/sessions/session-overview.tsx"),
	route("sessions/:ref/people", "routes/sessions/session-people.tsx"),
	route("sessions/:ref/history", "routes/sessions/session-history.tsx"),
	route("*", "routes/not-found.ts"),
] satisfies RouteConfig;
