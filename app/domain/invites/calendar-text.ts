import { createEvents, type EventAttributes } from "ics";
import { z } from "zod";
import { calendarLine, calendarLines, calendarName } from "./clean-text.ts";

/**
 * The one place that calls the `ics` package, and the one place that mends what it writes: text is
 * cleaned and checked before (ics lets line breaks through into new properties, and accepts an end
 * before its start), the lines are repaired after (ics folds by graphemes and quotes what readers
 * compare unquoted), and what comes out is checked line by line against a closed list, so that a
 * property nobody asked for cannot leave.
 */

export const PRODUCT_ID = "-//Termtime//Termtime//EN";

/** RFC 5545 §3.1: 75 octets, the break not counted. */
const LONGEST_LINE = 75;

const address = z.email("Enter an email address in the correct format").max(254);
/** Years a four-digit date can hold and in which no session lies by mistake. */
const instant = z
	.date()
	.min(new Date("2000-01-01T00:00:00Z"))
	.max(new Date("2999-12-31T00:00:00Z"));
const shown = z.string().transform(calendarLine).pipe(z.string().min(1));

/** A person whose name can stand in CN: without one, the address is shown. */
const person = z
	.strictObject({ name: z.string(), address })
	.transform((one) => ({ name: calendarName(one.name) || one.address, email: one.address }));

const calendarEventSchema = z
	.strictObject({
		/** `id@domain`, the same for the session's whole life. */
		uid: z
			.string()
			.max(255)
			.regex(/^[\w.+-]+@[\w.-]+$/),
		sequence: z.int().min(0).max(2_147_483_647),
		/** DTSTAMP: when this message was made (RFC 5546), or in a feed the last change. */
		stamp: instant,
		changedAt: instant,
		startsAt: instant,
		endsAt: instant,
		status: z.enum(["TENTATIVE", "CONFIRMED", "CANCELLED"]),
		title: shown,
		place: shown,
		description: z.string().transform(calendarLines),
		url: z
			.url({ protocol: /^https?$/ })
			.transform((url) => new URL(url).href)
			.nullable(),
		organizer: person.nullable(),
		attendee: person.nullable(),
		alarm: z.strictObject({ daysBefore: z.int().min(1).max(60), text: shown }).nullable(),
	})
	.refine((event) => inSeconds(event.endsAt) > inSeconds(event.startsAt), {
		path: ["endsAt"],
		message: "The end must be after the start",
	});

/** What one VEVENT is made of: instants in UTC, text as typed (it is cleaned here). */
export type CalendarEvent = z.input<typeof calendarEventSchema>;
type CheckedEvent = z.output<typeof calendarEventSchema>;

const methodSchema = z.enum(["REQUEST", "CANCEL", "PUBLISH"]);
export type CalendarMethod = z.infer<typeof methodSchema>;

/**
 * A whole calendar object with one event, to go out by mail.
 * @param method what the reader is to do (RFC 5546 §1.4), upper-case as Outlook wants it
 * @returns RFC 5545 text: CRLF, lines of at most 75 octets
 * @throws ZodError when a value is impossible, Error when method and event contradict each other
 */
export function renderCalendar(method: CalendarMethod, input: CalendarEvent): string {
	const event = calendarEventSchema.parse(input);
	const fault = contradiction(methodSchema.parse(method), event);
	if (fault) throw new Error(`${method} ${event.uid}: ${fault}`);
	// why: X-PUBLISHED-TTL tells a subscriber when to fetch again; a message is not fetched.
	const lines = writeWithIcs(event, method).filter((line) => !line.startsWith("X-PUBLISHED-TTL:"));
	return foldLines(lines);
}

/**
 * One VEVENT for a feed, without the calendar around it, so that it can be kept per version.
 * @returns folded lines from BEGIN:VEVENT to END:VEVENT, each ended by CRLF
 */
export function renderEvent(input: CalendarEvent): string {
	const lines = writeWithIcs(calendarEventSchema.parse(input), undefined);
	return foldLines(lines.slice(lines.indexOf("BEGIN:VEVENT"), lines.indexOf("END:VEVENT") + 1));
}

/** RFC 5546 §3.2: what a method asks of its event. Returns the fault in words, or null. */
function contradiction(method: CalendarMethod, event: CheckedEvent): string | null {
	if (!event.organizer) return "an organizer is required";
	if (method === "PUBLISH") return event.attendee ? "a published event has no attendee" : null;
	if (!event.attendee) return "the recipient must be the attendee";
	if (method === "REQUEST") {
		return event.status === "CANCELLED" ? "a cancellation is never sent as a REQUEST" : null;
	}
	if (event.status !== "CANCELLED") return "a CANCEL carries STATUS:CANCELLED";
	return event.alarm ? "a CANCEL has no alarm" : null;
}

/** Calls ics and returns its lines unfolded and repaired. */
function writeWithIcs(event: CheckedEvent, method: CalendarMethod | undefined): string[] {
	// why: `method: undefined` is needed in a feed, otherwise ics writes METHOD:PUBLISH.
	const { value, error } = createEvents([attributesOf(event)], { productId: PRODUCT_ID, method });
	if (!value)
		throw new Error(`Calendar text for ${event.uid} could not be written`, { cause: error });
	const lines = value
		.replace(/\r\n[\t ]/g, "")
		.split("\r\n")
		.slice(0, -1)
		.map(repairLine);
	for (const line of lines) refuseUnexpected(line);
	return lines;
}

function attributesOf(event: CheckedEvent): EventAttributes {
	const cancelled = event.status === "CANCELLED";
	const provisional = event.status === "TENTATIVE";
	// why: left alone ics writes its own UID and DTSTAMP, new ones at each call. Instants go in as
	// milliseconds, because an array of parts is read in the server's zone (LAST-MODIFIED always is).
	const identity = { uid: event.uid, sequence: event.sequence, timestamp: event.stamp.getTime() };
	return {
		...identity,
		start: event.startsAt.getTime(),
		startInputType: "utc",
		startOutputType: "utc",
		end: event.endsAt.getTime(),
		endInputType: "utc",
		endOutputType: "utc",
		lastModified: event.changedAt.getTime(),
		title: event.title,
		location: event.place,
		description: event.description,
		url: event.url ?? undefined,
		status: event.status,
		// why: Outlook reads its own property for the colour of the entry, others read TRANSP.
		busyStatus: cancelled ? "FREE" : provisional ? "TENTATIVE" : "BUSY",
		transp: cancelled ? "TRANSPARENT" : "OPAQUE",
		classification: "PUBLIC",
		organizer: event.organizer ?? undefined,
		attendees: event.attendee
			? [
					{
						...event.attendee,
						rsvp: true,
						partstat: "NEEDS-ACTION",
						role: "REQ-PARTICIPANT",
						cutype: "INDIVIDUAL",
					},
				]
			: undefined,
		alarms: event.alarm
			? [
					{
						action: "display",
						// why: ics escapes SUMMARY, LOCATION and DESCRIPTION of an event, not of an alarm.
						description: escapeText(event.alarm.text),
						trigger: { days: event.alarm.daysBefore, before: true },
					},
				]
			: undefined,
	};
}

function repairLine(line: string): string {
	// why: readers compare these values unquoted. A name cannot look like one: it holds no quote.
	if (line.startsWith("ATTENDEE;")) {
		return line.replace(/;(CUTYPE|ROLE|PARTSTAT|RSVP)="([A-Z-]+)"/g, ";$1=$2");
	}
	if (line.startsWith("ORGANIZER;")) return line.replace(":MAILTO:", ":mailto:");
	// why: ics ends every duration in T, and RFC 5545 §3.3.6 wants hours, minutes or seconds after it.
	if (line.startsWith("TRIGGER:")) return line.replace(/T$/, "");
	return line;
}

const EXPECTED = new Set(
	(
		"BEGIN END VERSION CALSCALE PRODID METHOD X-PUBLISHED-TTL UID SUMMARY DTSTAMP DTSTART DTEND " +
		"SEQUENCE DESCRIPTION URL LOCATION STATUS ORGANIZER X-MICROSOFT-CDO-BUSYSTATUS TRANSP CLASS " +
		"LAST-MODIFIED ATTENDEE ACTION TRIGGER"
	).split(" "),
);
/** RFC 5545 §3.1 contentline: a name, parameters, a value, and no control character but the tab. */
const CONTENT_LINE = /^([A-Z-]+)(?:;[A-Z-]+=(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]+))*:[^\p{Cc}]*$/u;

/** The second lock: were cleaning ever to miss a character, the message would stop here. */
function refuseUnexpected(line: string): void {
	const name = CONTENT_LINE.exec(line)?.[1];
	if (!name || !EXPECTED.has(name))
		throw new Error(`Unexpected calendar line: ${line.slice(0, 75)}`);
}

/** RFC 5545 §3.3.11, for the TEXT values that ics leaves as they are. */
export function escapeText(text: string): string {
	return text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
}

/** Lines without breaks, folded, each ended by CRLF. */
export function foldLines(lines: readonly string[]): string {
	return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

/**
 * RFC 5545 §3.1: at most 75 octets of UTF-8 a line, continued by CRLF and one space. Never breaks
 * inside a character, and never beside a space: some readers trim lines before they join them.
 */
export function foldLine(line: string): string {
	const pieces: string[] = [];
	let start = 0;
	let index = 0;
	let octets = 0;
	let safe = { index: 0, octets: 0 };
	let before = " ";
	for (const character of line) {
		if (character !== " " && before !== " ") safe = { index, octets };
		const size = octetsOf(character);
		if (octets + size > LONGEST_LINE) {
			const cut = safe.index > start ? safe : { index, octets };
			pieces.push(line.slice(start, cut.index));
			start = cut.index;
			octets = 1 + octets - cut.octets;
			safe = { index: start, octets: 1 };
		}
		octets += size;
		index += character.length;
		before = character;
	}
	return [...pieces, line.slice(start)].join("\r\n ");
}

function octetsOf(character: string): number {
	const point = character.codePointAt(0) ?? 0;
	if (point < 0x80) return 1;
	if (point < 0x800) return 2;
	return point < 0x10000 ? 3 : 4;
}

function inSeconds(when: Date): number {
	return Math.floor(when.getTime() / 1000);
}
