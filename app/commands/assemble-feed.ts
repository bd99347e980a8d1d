import { createHash } from "node:crypto";
import type { Database } from "#app/data/database.ts";
import {
	type Audience,
	type FeedRecord,
	type FeedSession,
	type KeptText,
	keepFeedTexts,
	readFeedSessions,
} from "#app/data/feeds.ts";
import type { Settings } from "#app/data/settings.ts";
import { calendarName } from "#app/domain/invites/clean-text.ts";
import { assembleFeed, calendarFile, composeFeedEvent } from "#app/domain/invites/compose-feed.ts";
import type { FeedFacts } from "#app/domain/invites/invite-facts.ts";
import { sessionFacts } from "#app/domain/invites/session-facts.ts";
import { addDays, localDateOf } from "#app/domain/time.ts";
import type { Deployment } from "./command-context.ts";

interface Context {
	database: Database;
	deployment: Deployment;
	settings: Settings;
	now: Date;
}

/** How long readers may wait before they fetch again, in minutes. */
const REFRESH_MINUTES = 60;
/** How many entries are written before others get a turn: about 20 milliseconds of them. */
const AT_A_STRETCH = 20;

/**
 * The text of a feed: the same, byte for byte, for as long as nothing in it changes. Entries that
 * were written before are taken as they were kept.
 */
export async function assembleFeedOf(
	context: Context,
	{ subject, name }: FeedRecord,
): Promise<string> {
	const { database, settings, now } = context;
	const from = addDays(localDateOf(now, settings.zone), -settings.feedPastDays);
	const sessions = await readFeedSessions(database.client, subject, from);
	const audience = subject.kind === "contact" ? "contact" : "staff";
	const events = await entriesOf(context, sessions, audience);
	const shown = subject.kind === "contact" ? settings.partnership : name;
	return assembleFeed({
		name: calendarName(shown) || "Sessions",
		refreshMinutes: REFRESH_MINUTES,
		events,
	});
}

/** A file with one session for a calendar, as a contact may see it. */
export async function assembleFileOf(context: Context, session: FeedSession): Promise<string> {
	const [event = ""] = await entriesOf(context, [session], "contact");
	return calendarFile(event);
}

async function entriesOf(
	context: Context,
	sessions: readonly FeedSession[],
	audience: Audience,
): Promise<string[]> {
	const events: string[] = [];
	const written: KeptText[] = [];
	for (const session of sessions) {
		const facts = factsOf(context, session, audience);
		const key = keyOf(facts);
		if (session.keptText !== null && session.keptKey === key) {
			events.push(session.keptText);
			continue;
		}
		const text = composeFeedEvent(facts);
		events.push(text);
		written.push({ sessionId: session.id, audience, key, text });
		if (written.length % AT_A_STRETCH === 0) await new Promise(setImmediate);
	}
	if (written.length > 0) {
		await context.database.transaction((tx) => keepFeedTexts(tx, written));
	}
	return events;
}

function factsOf(
	{ deployment, settings }: Context,
	session: FeedSession,
	audience: Audience,
): FeedFacts {
	const page = `${deployment.appUrl}/sessions/${session.reference}`;
	return sessionFacts(session, {
		zone: settings.zone,
		sessionUrl: audience === "staff" ? page : null,
	});
}

/** Raised when the same facts are to be written in other words, so that no old text survives it. */
const WORDING = 1;

/**
 * What a kept text was written from. why all the facts and not the session's sequence alone: a team's
 * telephone number or what to prepare changes the entry and is no change that raises it.
 */
function keyOf(facts: FeedFacts): string {
	return createHash("sha1")
		.update(JSON.stringify([WORDING, facts]))
		.digest("base64url");
}
