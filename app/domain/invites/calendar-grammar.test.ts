import { describe, expect, it } from "vitest";
import { feedFacts, inviteFacts } from "#tests/factories/invite-facts.ts";
import { type CalendarKind, readCalendar } from "#tests/setup/itip-rules.ts";
import { assembleFeed, calendarFile, composeFeedEvent } from "./compose-feed.ts";
import { composeInvite } from "./compose-invite.ts";

/**
 * The judge is judged: a checker that refuses nothing proves nothing. Each row breaks one rule in a
 * good calendar, and the checker must name that rule.
 */
const stamp = new Date("2026-12-01T10:00:00Z");
const good: Record<CalendarKind, string> = {
	REQUEST: composeInvite(inviteFacts(), { method: "REQUEST", stamp }).ics,
	CANCEL: composeInvite(inviteFacts({ status: "CANCELLED", sequence: 1 }), {
		method: "CANCEL",
		stamp,
	}).ics,
	feed: assembleFeed({ name: "Sessions", refreshMinutes: 60, events: [] }),
	file: calendarFile(composeFeedEvent(feedFacts())),
};

const broken: [string, CalendarKind, RegExp | string, string, RegExp][] = [
	["a bare line feed", "REQUEST", "\r\nSTATUS", "\nSTATUS", /control octet 10/],
	["a bare carriage return", "REQUEST", "\r\nSTATUS", "\rSTATUS", /control octet 13/],
	["a NUL", "REQUEST", "Knife", "Kni\u0000fe", /control octet 0/],
	["a line of 76 octets", "REQUEST", "SUMMARY:", `SUMMARY:${"é".repeat(30)}`, /octets/],
	["a fold with a tab", "REQUEST", "\r\n ", "\r\n\t", /tab/],
	["no last line end", "REQUEST", /\r\n$/, "", /end in CRLF/],
	["an empty line", "REQUEST", "\r\nSTATUS", "\r\n\r\nSTATUS", /empty line/],
	["a name in lower case", "REQUEST", "STATUS:", "status:", /upper case/],
	["a METHOD in lower case", "REQUEST", "METHOD:REQUEST", "METHOD:request", /METHOD/],
	["a METHOD in a feed", "feed", "NAME:", "METHOD:PUBLISH\r\nNAME:", /METHOD does not belong/],
	["a quote in a name", "REQUEST", 'CN="Anita Patel"', 'CN="Anita \\"N\\" P"', /expected/],
	["a name not closed", "REQUEST", 'CN="Anita Patel"', 'CN="Anita Patel', /unreadable/],
	["a quoted PARTSTAT's missing value", "REQUEST", "RSVP=TRUE", "RSVP=", /unreadable/],
	["RSVP left out", "REQUEST", "RSVP=TRUE;", "", /lacks RSVP/],
	["a second ATTENDEE", "REQUEST", "ATTENDEE;", evil("ATTENDEE;"), /ATTENDEE/],
	["an unknown property", "REQUEST", "STATUS:", "X-EVIL:1\r\nSTATUS:", /X-EVIL does not belong/],
	["a telephone number of its own", "REQUEST", "STATUS:", "CONTACT:01632\r\nSTATUS:", /CONTACT/],
	["a comma not escaped", "REQUEST", "Academy\\,", "Academy,", /TEXT/],
	["an escape that is none", "REQUEST", "Academy\\,", "Academy\\x", /TEXT/],
	["a floating time", "REQUEST", "DTSTART:20270114T090000Z", "DTSTART:20270114T090000", /UTC/],
	["30 February", "REQUEST", "DTSTART:20270114", "DTSTART:20270230", /exists/],
	["an end before the start", "REQUEST", "DTEND:20270114", "DTEND:20270113", /not after/],
	["a negative SEQUENCE", "REQUEST", "SEQUENCE:0", "SEQUENCE:-1", /SEQUENCE/],
	["no SEQUENCE", "REQUEST", "SEQUENCE:0\r\n", "", /SEQUENCE 0 times/],
	["a duration that is none", "REQUEST", "-P1D", "-P1DT", /duration/],
	["MAILTO in capitals", "REQUEST", "mailto:bookings", "MAILTO:bookings", /mailto/],
	["a REQUEST that cancels", "REQUEST", "STATUS:CONFIRMED", "STATUS:CANCELLED", /STATUS/],
	["a CANCEL that confirms", "CANCEL", "STATUS:CANCELLED", "STATUS:CONFIRMED", /STATUS/],
	[
		"a CANCEL that rings",
		"CANCEL",
		"END:VEVENT",
		"BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT",
		/alarm/,
	],
	[
		"components crossed",
		"REQUEST",
		"END:VALARM\r\nEND:VEVENT",
		"END:VEVENT\r\nEND:VALARM",
		/BEGIN/,
	],
	["text after the end", "REQUEST", /$/, "X:1\r\n", /after the end/],
	["a feed of nothing", "feed", /BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE\r\n/, "", /no component/],
	["a METHOD in a file", "file", "BEGIN:VEVENT", "METHOD:PUBLISH\r\nBEGIN:VEVENT", /METHOD/],
	["a name of its own in a file", "file", "BEGIN:VEVENT", "NAME:x\r\nBEGIN:VEVENT", /NAME/],
	["a refresh without its type", "feed", ";VALUE=DURATION", "", /lacks VALUE/],
];

function evil(line: string): string {
	return `ATTENDEE:mailto:evil@x.test\r\n${line}`;
}

describe("the grammar checker", () => {
	it.each(Object.entries(good))("accepts a good %s", (kind, calendar) => {
		expect(() => readCalendar(calendar, kind as CalendarKind)).not.toThrow();
	});

	it.each(broken)("refuses %s", (_, kind, from, to, reason) => {
		const calendar = good[kind].replace(from, to);
		expect(calendar).not.toBe(good[kind]);
		expect(() => readCalendar(calendar, kind)).toThrow(reason);
	});

	it("refuses a character split between two lines", () => {
		const bytes = new TextEncoder().encode(good.REQUEST.replace("Knife", "é"));
		const at = bytes.indexOf(0xc3) + 1;
		const split = new Uint8Array([...bytes.slice(0, at), 0x0d, 0x0a, 0x20, ...bytes.slice(at)]);
		expect(() => readCalendar(split, "REQUEST")).toThrow(/UTF-8/);
	});

	it("refuses an invite under the rules of another method", () => {
		expect(() => readCalendar(good.REQUEST, "CANCEL")).toThrow(/METHOD/);
		expect(() => readCalendar(good.CANCEL, "REQUEST")).toThrow(/METHOD/);
	});
});
