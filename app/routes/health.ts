import { appContext } from "#app/http/app-context.ts";
import type { Route } from "./+types/health.ts";

const PATIENCE = 3_000;

/** For whoever watches the server: 200 while pages can be answered, 503 while they cannot. */
export async function loader({ context }: Route.LoaderArgs) {
	const { database } = context.get(appContext);
	const ok = await Promise.race([
		database.ping().then(
			() => true,
			() => false,
		),
		new Promise<false>((resolve) => setTimeout(resolve, PATIENCE, false).unref()),
	]);
	return ok
		? Response.json({ status: "ok" })
		: Response.json({ status: "database out of reach" }, { status: 503 });
}
