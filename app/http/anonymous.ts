import type { RouterContextProvider } from "react-router";
import type { CommandContext } from "#app/commands/command-context.ts";
import { type App, appContext } from "./app-context.ts";
import { type Visit, visitContext } from "./visit.ts";

interface Arrived {
	app: App;
	visit: Visit;
	/** For the commands that need nobody: what they write down names whom their link is for. */
	command: CommandContext;
}

/** What a public page knows: nobody need be signed in. */
export async function anonymously(context: Readonly<RouterContextProvider>): Promise<Arrived> {
	const app = context.get(appContext);
	const visit = context.get(visitContext);
	const { database, deployment } = app;
	const settings = await visit.settings();
	const actor = { userId: "", name: "Somebody not signed in" };
	return { app, visit, command: { database, deployment, settings, now: visit.now, actor } };
}
