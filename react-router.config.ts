import type { Config } from "@react-router/dev/config";

export default {
	appDirectory: "app",
	ssr: true,
	// why: the whole map comes with the first page, so that no page asks what other pages there are.
	routeDiscovery: { mode: "initial" },
	// why all of them: they are version 8's behaviour, so that moving on is a version number.
	future: {
		v8_middleware: true,
		v8_passThroughRequests: true,
		v8_splitRouteModules: true,
		v8_trailingSlashAwareDataRequests: true,
		v8_viteEnvironmentApi: true,
	},
	// why every origin: server.ts refuses cross-site posts before the router sees them, and by a
	// stricter rule that knows APP_URL; the router's own would refuse what comes through a proxy.
	allowedActionOrigins: ["**"],
} satisfies Config;
