import { index, type RouteConfig, route } from "@react-router/dev/routes";

/** Every address of the product. Who may enter each: app/http/route-access.ts. */
export default [
	index("routes/home.tsx"),
	route("accessibility", "routes/accessibility.tsx"),
	route("privacy", "routes/privacy.tsx"),
	route("health", "routes/health.ts"),
	route("*", "routes/not-found.ts"),
] satisfies RouteConfig;
