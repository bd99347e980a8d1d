import { z } from "zod";
import { escapeText, foldLines, PRODUCT_ID, renderEvent } from "./calendar-text.ts";
import { calendarName } from "./clean-text.ts";
import { describeSession } from "./describe-session.ts";
import { type FeedFacts, feedFactsSchema } from "./invite-facts.ts";
import { placeWords, titleWords } from "./session-words.ts";

/**
 * A feed is a calendar that is fetched, so it has no METHOD (RFC 5546 is for messages), and nothing
 * in it may depend on the moment of fetching: the same sessions give the same bytes, or no ETag
 * would ever match.
 */

const STATE_PREFIX = {
	TENTATIVE: "Provisional: ",
	CONFIRMED: "",
	CANCELLED: "Cancelled: ",
} as const;

/**
 * One session as one VEVENT. Writing it costs about a millisecond and blocks, so callers keep the
 * text for each version of a session and assemble feeds from what they kept.
 * @throws ZodError when a fact is missing, impossible or not on the list
 */
export function composeFeedEvent(feedFacts: FeedFacts): string {
	const facts = feedFactsSchema.parse(feedFacts);
	return renderEvent({
		uid: facts.uid,
		sequence: facts.sequence,
		stamp: facts.changedAt,
		changedAt: facts.changedAt,
		startsAt: facts.startsAt,
		endsAt: facts.endsAt,
		status: facts.status,
		title: STATE_PREFIX[facts.status] + titleWords(facts),
		place: placeWords(facts),
		description: describeSession(facts),
		url: facts.sessionUrl,
		organizer: null,
		attendee: null,
		alarm: null,
	});
}

const HEAD = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:${PRODUCT_ID}`, "CALSCALE:GREGORIAN"];

/** A component is required (RFC 5545 §3.6); in an empty feed this one says nothing of anybody. */
const ZONE_OF_AN_EMPTY_FEED = [
	"BEGIN:VTIMEZONE",
	"TZID:Etc/UTC",
	"BEGIN:STANDARD",
	"DTSTART:19700101T000000",
	"TZOFFSETFROM:+0000",
	"TZOFFSETTO:+0000",
	"TZNAME:UTC",
	"END:STANDARD",
	"END:VTIMEZONE",
];

/**
 * The whole feed.
 * @param events texts from composeFeedEvent, in the order to be shown
 * @param refreshMinutes how long readers may wait before fetching again
 * @throws Error when a text is not exactly one VEVENT
 */
export function assembleFeed(feed: {
	name: string;
	refreshMinutes: number;
	events: readonly string[];
}): string {
	const name = escapeText(z.string().min(1).parse(calendarName(feed.name)));
	const every = durationOf(z.int().min(1).max(525_600).parse(feed.refreshMinutes));
	for (const event of feed.events) refuseOtherText(event);
	const head = foldLines([
		...HEAD,
		`NAME:${name}`,
		`X-WR-CALNAME:${name}`,
		`REFRESH-INTERVAL;VALUE=DURATION:${every}`,
		`X-PUBLISHED-TTL:${every}`,
	]);
	const body = feed.events.length > 0 ? feed.events.join("") : foldLines(ZONE_OF_AN_EMPTY_FEED);
	return `${head}${body}END:VCALENDAR\r\n`;
}

/**
 * A file with one event to be put into a calendar by hand. It has no METHOD, because nobody is asked
 * anything, and no name, because Outlook takes a named file for a calendar of its own.
 * @param event text from composeFeedEvent
 * @throws Error when it is not exactly one VEVENT
 */
export function calendarFile(event: string): string {
	refuseOtherText(event);
	return `${foldLines(HEAD)}${event}END:VCALENDAR\r\n`;
}

function refuseOtherText(event: string): void {
	if (!event.startsWith("BEGIN:VEVENT\r\n") || !event.endsWith("\r\nEND:VEVENT\r\n")) {
		throw new Error(`Not the text of an event: ${event.slice(0, 75)}`);
	}
}

/** RFC 5545 §3.3.6: `PT1H`, `PT15M`, `PT1H30M`. */
function durationOf(minutes: number): string {
	const hours = Math.floor(minutes / 60);
	return `PT${hours ? `${hours}H` : ""}${minutes % 60 ? `${minutes % 60}M` : ""}`;
}
