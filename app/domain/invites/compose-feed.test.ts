import { describe, expect, it } from "vitest";
import { feedFacts } from "#tests/factories/invite-facts.ts";
import { readWithAll } from "#tests/setup/calendar-parsers.ts";
import { linesOf, onlyValue, readCalendar } from "#tests/setup/itip-rules.ts";
import { assembleFeed, composeFeedEvent } from "./compose-feed.ts";

const other = feedFacts({
	uid: "second@termtime.test",
	status: "CANCELLED",
	sequence: 2,
	sessionUrl: null,
});
const events = [composeFeedEvent(feedFacts()), composeFeedEvent(other)];
const feed = { name: "Sam Reed, sessions", refreshMinutes: 90, events };

describe("a feed", () => {
	it("has no METHOD, a name, and says when to fetch again", () => {
		const root = readCalendar(assembleFeed(feed), "feed");
		expect(linesOf(root, "METHOD")).toEqual([]);
		expect(onlyValue(root, "NAME")).toBe("Sam Reed sessions");
		expect(onlyValue(root, "X-WR-CALNAME")).toBe("Sam Reed sessions");
		expect(onlyValue(root, "REFRESH-INTERVAL")).toBe("PT1H30M");
		expect(onlyValue(root, "X-PUBLISHED-TTL")).toBe("PT1H30M");
	});

	it.each([
		[15, "PT15M"],
		[60, "PT1H"],
		[1440, "PT24H"],
	])("of %i minutes is refreshed every %s", (refreshMinutes, duration) => {
		const root = readCalendar(assembleFeed({ ...feed, refreshMinutes }), "feed");
		expect(onlyValue(root, "REFRESH-INTERVAL")).toBe(duration);
	});

	it("stamps a session with its last change, never with now", () => {
		const changedAt = new Date("2026-11-30T07:08:09Z");
		const [event] = readCalendar(
			assembleFeed({ ...feed, events: [composeFeedEvent(feedFacts({ changedAt }))] }),
			"feed",
		).children;
		expect(event && onlyValue(event, "DTSTAMP")).toBe("20261130T070809Z");
		expect(event && onlyValue(event, "LAST-MODIFIED")).toBe("20261130T070809Z");
	});

	it("is the same bytes for the same sessions", () => {
		expect(composeFeedEvent(feedFacts())).toBe(events[0]);
		expect(assembleFeed(feed)).toBe(assembleFeed({ ...feed, events: [...events] }));
	});

	it("marks what is cancelled or provisional, in the title too", () => {
		const provisional = feedFacts({ uid: "third@termtime.test", status: "TENTATIVE" });
		const text = assembleFeed({ ...feed, events: [...events, composeFeedEvent(provisional)] });
		for (const [parser, shown] of Object.entries(readWithAll(text, "feed"))) {
			expect(
				shown.map(({ status, summary, sequence }) => ({ status, summary, sequence })),
				parser,
			).toEqual([
				{ status: "CONFIRMED", summary: "Knife crime: choices at Marsh Lane Academy", sequence: 0 },
				{
					status: "CANCELLED",
					summary: "Cancelled: Knife crime: choices at Marsh Lane Academy",
					sequence: 2,
				},
				{
					status: "TENTATIVE",
					summary: "Provisional: Knife crime: choices at Marsh Lane Academy",
					sequence: 0,
				},
			]);
		}
	});

	it("is valid when nothing is in it", () => {
		const empty = assembleFeed({ ...feed, events: [] });
		expect(readCalendar(empty, "feed").children.map(({ name }) => name)).toEqual(["VTIMEZONE"]);
		for (const shown of Object.values(readWithAll(empty, "feed"))) expect(shown).toEqual([]);
	});

	it.each([
		["text that is no event", { events: ["BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"] }],
		["an event cut off", { events: [(events[0] ?? "").slice(0, -4)] }],
		["no name", { name: " \u0000" }],
		["a refresh of nothing", { refreshMinutes: 0 }],
		["a refresh of half a minute", { refreshMinutes: 0.5 }],
	])("refuses %s", (_, wrong) => {
		expect(() => assembleFeed({ ...feed, ...wrong })).toThrow();
	});
});

describe("a session in a feed", () => {
	it.each([
		["2027-03-26T09:00:00Z", "20270326T090000Z"],
		["2027-03-29T08:00:00Z", "20270329T080000Z"],
		["2027-10-29T08:00:00Z", "20271029T080000Z"],
		["2027-11-01T09:00:00Z", "20271101T090000Z"],
	])("at 9:00am in London, %s, is an instant in UTC", (start, written) => {
		const startsAt = new Date(start);
		const endsAt = new Date(startsAt.getTime() + 3_600_000);
		expect(composeFeedEvent(feedFacts({ startsAt, endsAt }))).toContain(`DTSTART:${written}\r\n`);
	});

	it("refuses an end before its start", () => {
		const endsAt = new Date("2027-01-14T08:00:00Z");
		expect(() => composeFeedEvent(feedFacts({ endsAt }))).toThrow(/end must be after/);
	});
});
