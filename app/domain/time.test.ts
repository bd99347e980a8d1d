import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import {
	addDays,
	DEFAULT_ZONE,
	daysBetween,
	isLocalDate,
	isPast,
	isUpcoming,
	isWeekend,
	localDate,
	localDateOf,
	overlaps,
	startOfWeek,
	toInstant,
	toLocal,
	weekdayOf,
} from "#app/domain/time.ts";

const London = DEFAULT_ZONE;

describe("toInstant", () => {
	it.each([
		["winter is UTC", "2027-01-14T09:00", London, "2027-01-14T09:00:00.000Z", false],
		["summer is an hour ahead", "2027-07-01T09:00", London, "2027-07-01T08:00:00.000Z", false],
		["last minute before the gap", "2027-03-28T00:59", London, "2027-03-28T00:59:00.000Z", false],
		["first minute after the gap", "2027-03-28T02:00", London, "2027-03-28T01:00:00.000Z", false],
		["before the repeated hour", "2026-10-25T00:59", London, "2026-10-24T23:59:00.000Z", false],
		["repeated hour: the first", "2026-10-25T01:30", London, "2026-10-25T00:30:00.000Z", true],
		["after the repeated hour", "2026-10-25T02:00", London, "2026-10-25T02:00:00.000Z", false],
		["Kathmandu", "2027-01-14T09:00", "Asia/Kathmandu", "2027-01-14T03:15:00.000Z", false],
		["29 February", "2024-02-29T12:00", London, "2024-02-29T12:00:00.000Z", false],
	])("%s", (_name, local, zone, instant, ambiguous) => {
		expect(toInstant(local, zone)).toEqual({ ok: true, instant: new Date(instant), ambiguous });
	});

	it.each([
		["2027-03-28T01:00", London, "01:00", "28 March 2027"],
		["2027-03-28T01:59", London, "01:00", "28 March 2027"],
		["2027-03-14T02:30", "America/New_York", "02:00", "14 March 2027"],
		["2026-10-04T02:15", "Australia/Lord_Howe", "02:00", "4 October 2026"],
		["2011-12-30T15:00", "Pacific/Apia", "00:00", "30 December 2011"],
	])("refuses %s in %s: no clock shows it", (local, zone, clocksGoForwardAt, date) => {
		const reason = "nonexistent_local_time";
		expect(toInstant(local, zone)).toEqual({ ok: false, reason, clocksGoForwardAt, date });
	});

	it.each([
		"2027-02-30T09:00",
		"2027-01-14T25:00",
		"2027-01-14T24:00",
		"2027-01-14T09:60",
		"2027-13-01T09:00",
		"2023-02-29T09:00",
		"2027-1-14T09:00",
		"2027-01-14T09:00Z",
		"2027-01-14T09:00+01:00",
		"2027-01-14",
		"tomorrow",
		"",
	])("refuses %s as no time", (local) => {
		expect(toInstant(local, London)).toEqual({ ok: false, reason: "invalid_local_time" });
	});

	it("throws for a zone that is none: a wrong setting, not a wrong input", () => {
		expect(() => toInstant("2027-01-14T09:00", "Europe/Basildon")).toThrow("Europe/Basildon");
	});

	const zones = fc.constantFrom(
		London,
		"America/New_York",
		"Asia/Kathmandu",
		"Australia/Lord_Howe",
	);
	const instants = fc
		.integer({ min: Date.UTC(1996, 0, 1) / 60_000, max: Date.UTC(2037, 0, 1) / 60_000 })
		.map((minutes) => new Date(minutes * 60_000));

	it("brings every instant back from its wall time, or an earlier one that says ambiguous", () => {
		fc.assert(
			fc.property(instants, zones, (instant, zone) => {
				const { date, time } = toLocal(instant, zone);
				const back = toInstant(`${date}T${time}`, zone);
				if (!back.ok) throw new Error(back.reason);
				expect(toLocal(back.instant, zone)).toEqual({ date, time });
				if (back.instant.getTime() !== instant.getTime()) {
					expect(back.ambiguous).toBe(true);
					expect(back.instant < instant).toBe(true);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it("agrees, around each clock change, with a search through every minute of those days", () => {
		const days = ["2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"];
		for (const day of days) {
			const noonBefore = DateTime.fromISO(`${addDays(day, -1)}T12:00Z`).toMillis();
			const seen = new Map<string, number[]>();
			for (let minute = 0; minute < 48 * 60; minute++) {
				const millis = noonBefore + minute * 60_000;
				// why: Intl asked directly, so that luxon does not vouch for itself.
				const shown = new Date(millis).toLocaleString("sv-SE", { timeZone: London });
				const local = shown.slice(0, 16).replace(" ", "T");
				seen.set(local, [...(seen.get(local) ?? []), millis]);
			}
			for (let minute = 0; minute < 24 * 60; minute++) {
				const clock = new Date(minute * 60_000).toISOString().slice(11, 16);
				const found = toInstant(`${day}T${clock}`, London);
				const millis = seen.get(`${day}T${clock}`) ?? [];
				expect(found.ok).toBe(millis.length > 0);
				if (found.ok) {
					expect(found.instant.getTime()).toBe(millis[0]);
					expect(found.ambiguous).toBe(millis.length > 1);
				}
			}
		}
	});
});

describe("localDateOf", () => {
	it.each([
		["2026-12-31T23:59:00Z", "2026-12-31"],
		["2027-06-30T22:59:59Z", "2027-06-30"],
		["2027-06-30T23:00:00Z", "2027-07-01"],
	])("%s is on %s in London, wherever the server is", (instant, date) => {
		expect(localDateOf(new Date(instant), London)).toBe(date);
	});
});

describe("intervals", () => {
	const at = (start: number, end: number) => ({ start: new Date(start), end: new Date(end) });

	it.each([
		["touching", at(10, 11), at(11, 12), false],
		["one minute shared", at(10, 12), at(11, 13), true],
		["inside", at(10, 20), at(12, 13), true],
		["the same", at(10, 20), at(10, 20), true],
		["apart", at(10, 11), at(15, 16), false],
		["of no length", at(10, 20), at(15, 15), false],
	])("%s", (_name, a, b, expected) => {
		expect(overlaps(a, b)).toBe(expected);
		expect(overlaps(b, a)).toBe(expected);
	});

	it("overlap exactly when some instant lies in both", () => {
		const interval = fc
			.tuple(fc.nat(12), fc.nat(12))
			.map(([start, length]) => at(start, start + length));
		fc.assert(
			fc.property(interval, interval, (a, b) => {
				const has = (i: typeof a, t: number) => i.start.getTime() <= t && t < i.end.getTime();
				const shared = Array.from({ length: 30 }, (_, t) => t).some((t) => has(a, t) && has(b, t));
				expect(overlaps(a, b)).toBe(shared);
			}),
		);
	});

	it.each([
		["before", 9, false],
		["at its start", 10, false],
		["during", 11, false],
		["at its end", 12, true],
		["after", 13, true],
	])("past is the negation of upcoming: %s", (_name, now, past) => {
		expect(isPast(at(10, 12), new Date(now))).toBe(past);
		expect(isUpcoming(at(10, 12), new Date(now))).toBe(!past);
	});
});

describe("days", () => {
	it.each([
		["2024-02-28", 1, "2024-02-29"],
		["2023-02-28", 1, "2023-03-01"],
		["2027-03-27", 2, "2027-03-29"],
		["2027-01-01", -1, "2026-12-31"],
	])("%s and %i days is %s", (date, days, expected) => {
		expect(addDays(date, days)).toBe(expected);
		expect(daysBetween(date, expected)).toBe(days);
	});

	it.each([
		["2026-11-24", 2, false, "2026-11-23"],
		["2026-11-28", 6, true, "2026-11-23"],
		["2026-11-29", 7, true, "2026-11-23"],
		["2026-11-30", 1, false, "2026-11-30"],
	])("%s is day %i of its week", (date, weekday, weekend, monday) => {
		expect([weekdayOf(date), isWeekend(date), startOfWeek(date)]).toEqual([
			weekday,
			weekend,
			monday,
		]);
	});

	it("throws rather than count from a day that does not exist", () => {
		expect(() => addDays("2027-02-30", 1)).toThrow("2027-02-30");
	});

	it.each([
		["2024-02-29", true],
		["2023-02-29", false],
		["2024-00-10", false],
		["2024-04-31", false],
		["24-04-30", false],
	])("isLocalDate(%s) is %s", (text, expected) => {
		expect(isLocalDate(text)).toBe(expected);
	});

	it.each([
		[undefined, "Enter the start date, like 2027-01-31"],
		["  ", "Enter the start date, like 2027-01-31"],
		["2027-02-30", "Enter the start date as a real date, like 2027-01-31"],
		["1989-12-31", "Enter the start date as a day in 1990 or later"],
		["2101-01-01", "Enter the start date as a day in 2100 or earlier"],
	])("localDate tells what to enter for %s", (input, message) => {
		const parsed = localDate("the start date").safeParse(input);
		expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message]);
	});

	it("localDate takes the first and the last day it allows", () => {
		expect(localDate("the day").parse(" 1990-01-01 ")).toBe("1990-01-01");
		expect(localDate("the day").parse("2100-12-31")).toBe("2100-12-31");
	});
});
