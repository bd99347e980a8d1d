import { describe, expect, it } from "vitest";
import {
	formatClock,
	formatDate,
	formatMonth,
	formatPlainDate,
	formatRelativeDays,
	formatSessionTime,
	formatShortDate,
	formatTime,
} from "#app/domain/format-time.ts";

const London = "Europe/London";

describe("formatSessionTime", () => {
	it.each([
		["2027-01-14T09:00Z", "2027-01-14T10:00Z", "Thursday 14 January 2027, 9:00am to 10:00am"],
		["2027-07-01T10:30Z", "2027-07-01T11:30Z", "Thursday 1 July 2027, 11:30am to 12:30pm"],
		["2027-01-14T11:00Z", "2027-01-14T12:00Z", "Thursday 14 January 2027, 11:00am to 12:00pm"],
		["2027-01-14T22:00Z", "2027-01-15T00:00Z", "Thursday 14 January 2027, 10:00pm to 12:00am"],
		[
			"2027-01-14T23:00Z",
			"2027-01-15T01:00Z",
			"Thursday 14 January 2027, 11:00pm to Friday 15 January 2027, 1:00am",
		],
	])("%s to %s", (start, end, text) => {
		expect(formatSessionTime(new Date(start), new Date(end), London)).toBe(text);
	});
});

describe("dates and times as people read them", () => {
	it.each([
		["2026-09-07", "Monday 7 September 2026", "7 September 2026", "Mon 7 Sep", "September 2026"],
		["2024-02-29", "Thursday 29 February 2024", "29 February 2024", "Thu 29 Feb", "February 2024"],
		["2026-11-29", "Sunday 29 November 2026", "29 November 2026", "Sun 29 Nov", "November 2026"],
	])("%s", (date, long, plain, short, month) => {
		expect(formatDate(date)).toBe(long);
		expect(formatPlainDate(date)).toBe(plain);
		expect(formatShortDate(date)).toBe(short);
		expect(formatMonth(date)).toBe(month);
	});

	it.each([
		["00:00", "12:00am"],
		["00:05", "12:05am"],
		["09:00", "9:00am"],
		["12:00", "12:00pm"],
		["13:45", "1:45pm"],
		["23:59", "11:59pm"],
	])("%s is %s", (time, text) => {
		expect(formatClock(time)).toBe(text);
	});

	it("reads an instant in the zone asked for", () => {
		expect(formatTime(new Date("2027-07-01T08:00Z"), London)).toBe("9:00am");
		expect(formatTime(new Date("2027-01-14T09:00Z"), London)).toBe("9:00am");
	});

	it.each([
		["2026-11-24", "today"],
		["2026-11-25", "tomorrow"],
		["2026-11-23", "yesterday"],
		["2026-11-29", "in 5 days"],
		["2026-11-21", "3 days ago"],
		["2027-11-24", "in 365 days"],
	])("%s seen from 24 November 2026 is %s", (date, text) => {
		expect(formatRelativeDays(date, "2026-11-24")).toBe(text);
	});
});
