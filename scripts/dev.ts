import { createServer as createHttpServer } from "node:http";
import express from "express";
import { createServer } from "vite";
import { readEnvironment } from "#app/gateways/environment.ts";

/** `npm run dev`: pages are rebuilt as files change; the app with its database stays. */
process.env.NODE_ENV = "development";
process.env.APP_SECRET ??= "only-for-development-on-this-machine";

type Server = typeof import("#server");

const environment = readEnvironment(process.env);
const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
const loadServer = async () => (await vite.ssrLoadModule("./server.ts")) as Server;
const { begin, openApp } = await loadServer();
const app = await openApp(environment);

const front = express();
front.use(vite.middlewares);
front.use(async (req, res, next) => {
	try {
		const { createHandler } = await loadServer();
		createHandler(app)(req, res, next);
	} catch (error) {
		if (error instanceof Error) vite.ssrFixStacktrace(error);
		next(error);
	}
});
createHttpServer(front).listen(environment.PORT, environment.HOST, () => {
	app.log.info({ url: environment.APP_URL }, "serving for development");
	begin(app);
});
