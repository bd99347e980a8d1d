import { readHistory } from "#app/data/history.ts";
import { historyItems } from "#app/http/history-words.ts";
import { requireActor } from "#app/http/require-actor.ts";
import { requireSession } from "#app/http/require-session.ts";
import { HistoryList } from "#app/ui/history-list.tsx";
import { Section } from "#app/ui/section.tsx";
import type { Route } from "./+types/session-history.ts";
import { SessionFrame } from "./session-frame.tsx";
import { sessionHead } from "./session-head.ts";

export async function loader(args: Route.LoaderArgs) {
	const entered = await requireActor(args, "sessions.view");
	const { client } = entered.app.database;
	const session = await requireSession(client, args.params.ref);
	const entries = await readHistory(client, "session", session.id);
	return { head: sessionHead(session, entered), items: historyItems(entries, entered.zone) };
}

export default function SessionHistory({ loaderData: { head, items } }: Route.ComponentProps) {
	return (
		<SessionFrame head={head} tab="history">
			<Section title="Everything that was done, newest first">
				<HistoryList items={items} />
			</Section>
		</SessionFrame>
	);
}
