import { findFeed, removeFeed } from "#app/data/feeds.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

/** Ends a feed: whoever subscribed to it gets nothing any more. False when there is none. */
export async function stopFeed(context: CommandContext, feedId: string): Promise<boolean> {
	return context.database.transaction(async (tx) => {
		const feed = await findFeed(tx, feedId);
		if (!feed) return false;
		const { kind, id } = feed.subject;
		await removeFeed(tx, feedId);
		await note(tx, context, [kind, id], { what: "Stopped the calendar feed" });
		return true;
	});
}
