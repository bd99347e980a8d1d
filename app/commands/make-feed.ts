import { createHash, randomBytes } from "node:crypto";
import { type FeedSubject, findFeedSubject, putFeed } from "#app/data/feeds.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

export type MakeFeedOutcome =
	/** The token can never be shown again: only its hash is kept. */
	{ ok: true; token: string; name: string } | { ok: false; reason: "not_found" };

/** What is kept of a feed's token. */
export function hashFeedToken(token: string): string {
	return createHash("sha256").update(token).digest("hex");
}

/** Makes a calendar feed, or gives it another address; the one before stops at once. */
export async function makeFeed(
	context: CommandContext,
	subject: FeedSubject,
): Promise<MakeFeedOutcome> {
	const token = randomBytes(24).toString("base64url");
	return context.database.transaction(async (tx): Promise<MakeFeedOutcome> => {
		const name = await findFeedSubject(tx, subject);
		if (name === null) return { ok: false, reason: "not_found" };
		const { replaced } = await putFeed(tx, {
			subject,
			tokenHash: hashFeedToken(token),
			madeAt: context.now,
			madeByName: context.actor.name,
		});
		const what = replaced ? "Gave the calendar feed another address" : "Made a calendar feed";
		await note(tx, context, [subject.kind, subject.id], { what });
		return { ok: true, token, name };
	});
}
