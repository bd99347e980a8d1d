import { assembleFeedOf } from "#app/commands/assemble-feed.ts";
import { hashFeedToken } from "#app/commands/make-feed.ts";
import { findFeedByToken } from "#app/data/feeds.ts";
import { appContext } from "#app/http/app-context.ts";
import { calendarAnswer, noCalendar } from "#app/http/calendar-answer.ts";
import { visitContext } from "#app/http/visit.ts";
import type { Route } from "./+types/feed.ts";

/** A calendar to subscribe to: whoever has the address reads it, and nothing but this calendar. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
	const { database, deployment } = context.get(appContext);
	const visit = context.get(visitContext);
	const feed = await findFeedByToken(database.client, hashFeedToken(params.token ?? ""));
	if (!feed || feed.retired) return noCalendar();
	const settings = await visit.settings();
	const text = await assembleFeedOf({ database, deployment, settings, now: visit.now }, feed);
	return calendarAnswer(request, text, "termtime.ics");
}

/** Nothing can be sent here. */
export const action = noCalendar;
