import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, weekdayOf } from "#app/domain/time.ts";
import { calendarDays, calendarStep, calendarViews, parseCalendar } from "./calendar.ts";

describe("the calendar's pages", () => {
	it.each([
		["day", "2027-01-14", "2027-01-14", "2027-01-14", "Thursday 14 January 2027"],
		["week", "2027-01-14", "2027-01-11", "2027-01-17", "11 to 17 January 2027"],
		["week", "2027-01-31", "2027-01-25", "2027-01-31", "25 to 31 January 2027"],
		["people", "2027-04-01", "2027-03-29", "2027-04-04", "29 March to 4 April 2027"],
		["week", "2026-12-31", "2026-12-28", "2027-01-03", "28 December 2026 to 3 January 2027"],
		["month", "2027-02-14", "2027-02-01", "2027-02-28", "February 2027"],
		["month", "2028-02-29", "2028-01-31", "2028-03-05", "February 2028"],
	] as const)("show %s of %s", (view, date, first, last, title) => {
		expect(calendarDays({ view, date })).toEqual({ first, last, title });
	});

	it("hold their day, are whole weeks but for a day, and follow on each other", () => {
		const dates = fc
			.date({ min: new Date("1991-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
		fc.assert(
			fc.property(dates, fc.constantFrom(...calendarViews), (date, view) => {
				const { first, last } = calendarDays({ view, date });
				expect(first <= date && date <= last).toBe(true);
				const days = daysBetween(first, last) + 1;
				expect(days).toBeLessThanOrEqual(42);
				if (view !== "day") {
					expect([weekdayOf(first), weekdayOf(last)]).toEqual([1, 7]);
				}
				const next = calendarStep({ view, date }, 1);
				const after = calendarDays(next);
				expect(after.first > first && after.first <= addDays(last, 1)).toBe(true);
				const back = calendarStep(next, -1);
				expect(calendarDays(back).first).toBe(first);
			}),
		);
	});

	it("are this week's unless another is asked for, and no nonsense", () => {
		const today = "2026-11-25";
		const asked = (view: string | null, date: string | null) =>
			parseCalendar({ view, date }, today);
		expect(asked(null, "")).toEqual({ ok: true, view: "week", date: today });
		expect(asked("month", "2027-01-14")).toEqual({ ok: true, view: "month", date: "2027-01-14" });
		for (const date of ["2027-02-30", "0001-01-01", "9999-12-31", "x".repeat(10_000), "\0"]) {
			expect(asked("day", date)).toMatchObject({ ok: false, errors: [{ field: "date" }] });
		}
		expect(asked("year", null)).toMatchObject({ ok: false, errors: [{ field: "view" }] });
	});
});
