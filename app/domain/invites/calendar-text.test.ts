import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	type CalendarEvent,
	type CalendarMethod,
	escapeText,
	foldLine,
	renderCalendar,
	renderEvent,
} from "./calendar-text.ts";

const octets = (text: string) => new TextEncoder().encode(text).length;

function calendarEvent(overrides: Partial<CalendarEvent> = {}): CalendarEvent {
	return {
		uid: "session-1@termtime.test",
		sequence: 3,
		stamp: new Date("2026-12-01T10:00:00Z"),
		changedAt: new Date("2026-12-01T09:59:59Z"),
		startsAt: new Date("2027-01-14T09:00:00Z"),
		endsAt: new Date("2027-01-14T10:00:00Z"),
		status: "CONFIRMED",
		title: "Knife crime",
		place: "Marsh Lane Academy",
		description: "",
		url: null,
		organizer: { name: "Team", address: "bookings@team.test" },
		attendee: { name: "Anita Patel", address: "a.patel@school.test" },
		alarm: null,
		...overrides,
	};
}

describe("folding", () => {
	it.each([
		["75 octets stay on one line", "x".repeat(75), "x".repeat(75)],
		["76 do not", "x".repeat(76), `${"x".repeat(75)}\r\n x`],
		[
			"a continuation has 74 after its space",
			"x".repeat(150),
			`${"x".repeat(75)}\r\n ${"x".repeat(74)}\r\n x`,
		],
		["two-octet letters", "é".repeat(38), `${"é".repeat(37)}\r\n é`],
		["a character of four octets is not split", `${"x".repeat(73)}🎓`, `${"x".repeat(73)}\r\n 🎓`],
		["a break is never beside a space", `${"x".repeat(74)} yy`, `${"x".repeat(73)}\r\n x yy`],
	])("%s", (_, line, folded) => {
		expect(foldLine(line)).toBe(folded);
	});

	it("keeps every character of any line within 75 octets, and whole", () => {
		const line = fc.string({ unit: "binary", maxLength: 400 }).map((text) => {
			return text.replace(/[\p{Cc}\p{Surrogate}]/gu, " ");
		});
		fc.assert(
			fc.property(line, (text) => {
				const pieces = foldLine(text).split("\r\n");
				expect(pieces.every((piece) => octets(piece) <= 75)).toBe(true);
				const continued = pieces.slice(1);
				expect(continued.every((piece) => piece.startsWith(" ") && piece.length > 1)).toBe(true);
				expect(pieces.every((piece) => !/\p{Surrogate}/u.test(piece))).toBe(true);
				expect(pieces[0] + continued.map((piece) => piece.slice(1)).join("")).toBe(text);
			}),
		);
	});
});

describe("what ics writes, mended", () => {
	it("writes the values of parameters as RFC 5545 lists them, and mailto in lower case", () => {
		const lines = unfolded(renderCalendar("REQUEST", calendarEvent()));
		expect(lines).toContain(
			'ATTENDEE;RSVP=TRUE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN="Anita Patel":mailto:a.patel@school.test',
		);
		expect(lines).toContain('ORGANIZER;CN="Team":mailto:bookings@team.test');
	});

	it("gives an alarm a duration that exists, and escapes its text", () => {
		const alarm = { daysBefore: 2, text: "Hall; room 1, please" };
		const lines = unfolded(renderCalendar("REQUEST", calendarEvent({ alarm })));
		expect(lines.slice(lines.indexOf("BEGIN:VALARM"), lines.indexOf("END:VALARM"))).toEqual([
			"BEGIN:VALARM",
			"ACTION:DISPLAY",
			"DESCRIPTION:Hall\\; room 1\\, please",
			"TRIGGER:-P2D",
		]);
	});

	it("writes instants to the second in UTC, whatever the zone of the machine", () => {
		expect(new Date(2027, 0, 1).getTimezoneOffset()).toBe(-345);
		const event = calendarEvent({ startsAt: new Date("2027-07-01T08:00:01.999Z") });
		const lines = unfolded(
			renderCalendar("REQUEST", { ...event, endsAt: new Date("2027-07-01T09:00:00Z") }),
		);
		expect(lines).toEqual(
			expect.arrayContaining([
				"DTSTAMP:20261201T100000Z",
				"LAST-MODIFIED:20261201T095959Z",
				"DTSTART:20270701T080001Z",
				"DTEND:20270701T090000Z",
			]),
		);
	});

	it("writes the same bytes each time", () => {
		expect(renderCalendar("REQUEST", calendarEvent())).toBe(
			renderCalendar("REQUEST", calendarEvent()),
		);
		expect(renderEvent(calendarEvent())).toBe(renderEvent(calendarEvent()));
	});

	it("tells no one who gets a message when to fetch it again", () => {
		expect(renderCalendar("REQUEST", calendarEvent())).not.toContain("X-PUBLISHED-TTL");
	});

	it("shows the address of somebody without a name", () => {
		const attendee = { name: "\u0000;", address: "office@school.test" };
		expect(renderCalendar("REQUEST", calendarEvent({ attendee }))).toContain(
			'CN="office@school.test"',
		);
	});

	it("escapes TEXT", () => {
		expect(escapeText("a\\b;c,d\ne:f")).toBe("a\\\\b\\;c\\,d\\ne:f");
	});
});

describe("what is refused before it is written", () => {
	const start = new Date("2027-01-14T09:00:00Z");
	it.each<[string, Partial<CalendarEvent>]>([
		["an end before the start", { endsAt: new Date("2027-01-14T08:59:00Z") }],
		["an end at the start", { endsAt: start }],
		["an end within the same second", { endsAt: new Date(start.getTime() + 900) }],
		["a negative SEQUENCE", { sequence: -1 }],
		["a SEQUENCE that is not whole", { sequence: 1.5 }],
		["a SEQUENCE that no reader can hold", { sequence: 2 ** 31 }],
		["an instant that does not exist", { startsAt: new Date(Number.NaN) }],
		["a year of five digits", { endsAt: new Date("+012027-01-14T10:00:00Z") }],
		["a UID without a domain", { uid: "session-1" }],
		["a UID with a line break", { uid: "a@b\r\nX:1" }],
		["an attendee without an address", { attendee: { name: "A", address: "" } }],
		["an address with a line break", { attendee: { name: "A", address: "a@b.test\r\nX:1" } }],
		["two addresses", { attendee: { name: "A", address: "a@b.test,c@d.test" } }],
		["an empty title", { title: " \u0000 " }],
		["a script for an address", { url: "javascript:alert(1)" }],
	])("%s", (_, wrong) => {
		expect(() => renderCalendar("REQUEST", calendarEvent(wrong))).toThrow();
	});

	const cancelled = { status: "CANCELLED" } as const;
	const alarm = { daysBefore: 1, text: "Soon" };
	it.each<[string, CalendarMethod, Partial<CalendarEvent>, RegExp]>([
		["a cancellation sent as a REQUEST", "REQUEST", cancelled, /never sent as a REQUEST/],
		["a CANCEL of what stands", "CANCEL", {}, /STATUS:CANCELLED/],
		["a CANCEL that rings", "CANCEL", { ...cancelled, alarm }, /no alarm/],
		["a REQUEST to nobody", "REQUEST", { attendee: null }, /recipient/],
		["a REQUEST from nobody", "REQUEST", { organizer: null }, /organizer/],
		["a PUBLISH with an attendee", "PUBLISH", {}, /no attendee/],
		["a METHOD in lower case", "request" as CalendarMethod, {}, /REQUEST/],
		["a METHOD that does not exist", "FOO" as CalendarMethod, {}, /REQUEST/],
	])("%s", (_, method, change, reason) => {
		expect(() => renderCalendar(method, calendarEvent(change))).toThrow(reason);
	});

	it("refuses a property that is not on the list", () => {
		const wrong = { ...calendarEvent(), notes: "head teacher is difficult" };
		expect(() => renderCalendar("REQUEST", wrong)).toThrow(/notes/);
	});
});

function unfolded(calendar: string): string[] {
	return calendar.replaceAll("\r\n ", "").split("\r\n");
}
