import type { RouterContextProvider } from "react-router";
import { roleLabels } from "#app/domain/access/permissions.ts";
import { type NavLink, navigationFor } from "#app/navigation.ts";
import { appContext } from "./app-context.ts";
import { visitContext } from "./visit.ts";

/** What stands around every page. */
export interface Shell {
	partnership: string;
	demo: boolean;
	user: { name: string; role: string } | null;
	nav: NavLink[];
}

export async function readShell(context: Readonly<RouterContextProvider>): Promise<Shell> {
	const app = context.get(appContext);
	const visit = context.get(visitContext);
	const [settings, actor] = await Promise.all([visit.settings(), visit.actor()]);
	return {
		partnership: settings.partnership,
		demo: app.demo || settings.demo,
		user: actor && { name: actor.name, role: roleLabels[actor.role] },
		nav: actor ? navigationFor(actor.role) : [],
	};
}
