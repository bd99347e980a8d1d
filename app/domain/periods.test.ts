import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	academicYear,
	academicYearOf,
	calendarYear,
	financialYear,
	month,
	monthsIn,
	namedPeriods,
	parsePeriod,
	periodBefore,
	periodContains,
	periodFrom,
	periodKinds,
	periodOf,
	quarter,
	term,
} from "#app/domain/periods.ts";
import { addDays, daysBetween } from "#app/domain/time.ts";

const ordinaryKinds = periodKinds.filter((kind) => kind !== "custom");
const date = fc
	.integer({ min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2100, 11, 31) / 86_400_000 })
	.map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

describe("periods", () => {
	it.each([
		[calendarYear(2024), "2024-01-01", "2024-12-31", "2024"],
		[financialYear(2024), "2024-04-01", "2025-03-31", "Financial year 2024 to 2025"],
		[academicYear(2024), "2024-09-01", "2025-08-31", "Academic year 2024 to 2025"],
		[quarter(2024, 1), "2024-01-01", "2024-03-31", "January to March 2024"],
		[quarter(2024, 4), "2024-10-01", "2024-12-31", "October to December 2024"],
		[month(2024, 2), "2024-02-01", "2024-02-29", "February 2024"],
		[month(2023, 12), "2023-12-01", "2023-12-31", "December 2023"],
		[term(2024, "autumn"), "2024-09-01", "2024-12-31", "Autumn term 2024"],
		[term(2024, "spring"), "2025-01-01", "2025-03-31", "Spring term 2025"],
		[term(2024, "summer"), "2025-04-01", "2025-08-31", "Summer term 2025"],
		[
			periodFrom("2024-05-01", "2024-06-09"),
			"2024-05-01",
			"2024-06-09",
			"1 May 2024 to 9 June 2024",
		],
		[periodFrom("2024-05-01", "2024-05-01"), "2024-05-01", "2024-05-01", "1 May 2024"],
	])("%o", (period, from, to, label) => {
		expect([period.from, period.to, period.label]).toEqual([from, to, label]);
	});

	it.each([
		["2024-08-31", 2023],
		["2024-09-01", 2024],
		["2025-01-01", 2024],
		["2025-08-31", 2024],
	])("%s is in the academic year that starts in %i", (day, year) => {
		expect(academicYearOf(day)).toBe(year);
	});

	it.each([
		["2024-03-31", "2023-04-01"],
		["2024-04-01", "2024-04-01"],
	])("%s is in the financial year from %s", (day, from) => {
		expect(periodOf("financial_year", day).from).toBe(from);
	});

	it("of each kind follow one another without a gap, and are known again by their dates", () => {
		fc.assert(
			fc.property(date, fc.constantFrom(...ordinaryKinds), (day, kind) => {
				const period = periodOf(kind, day);
				expect(periodContains(period, day)).toBe(true);
				const known = periodFrom(period.from, period.to);
				if (period.label.startsWith("Spring term")) expect(known.kind).toBe("quarter");
				else expect(known).toEqual(period);
				const before = periodBefore(period);
				expect(before.kind).toBe(kind);
				expect(addDays(before.to, 1)).toBe(period.from);
			}),
		);
	});

	it("include their last day and leave out the next", () => {
		expect(periodContains(calendarYear(2024), "2024-12-31")).toBe(true);
		expect(periodContains(calendarYear(2024), "2025-01-01")).toBe(false);
		expect(periodContains(calendarYear(2024), "2023-12-31")).toBe(false);
	});
});

describe("periodBefore", () => {
	it.each([
		[calendarYear(2024), "2023-01-01", "2023-12-31"],
		[academicYear(2024), "2023-09-01", "2024-08-31"],
		[term(2024, "autumn"), "2024-04-01", "2024-08-31"],
		[month(2024, 3), "2024-02-01", "2024-02-29"],
		[periodFrom("2024-03-10", "2024-03-19"), "2024-02-29", "2024-03-09"],
		[periodFrom("2024-03-10", "2024-03-10"), "2024-03-09", "2024-03-09"],
	])("%o", (period, from, to) => {
		expect(periodBefore(period)).toMatchObject({ from, to });
	});

	it("has as many days as a custom period", () => {
		fc.assert(
			fc.property(date, fc.nat(900), (from, days) => {
				const period = periodFrom(from, addDays(from, days));
				if (period.kind !== "custom") return;
				const before = periodBefore(period);
				expect(daysBetween(before.from, before.to)).toBe(days);
			}),
		);
	});
});

describe("monthsIn", () => {
	it("cuts at month ends and keeps the part dates of an unfinished month", () => {
		const parts = monthsIn(periodFrom("2024-01-15", "2024-03-31"));
		expect(parts.map(({ from, to, label, kind }) => [from, to, label, kind])).toEqual([
			["2024-01-15", "2024-01-31", "15 January 2024 to 31 January 2024", "custom"],
			["2024-02-01", "2024-02-29", "February 2024", "month"],
			["2024-03-01", "2024-03-31", "March 2024", "month"],
		]);
	});

	it("holds every day of the period exactly once", () => {
		fc.assert(
			fc.property(date, fc.nat(900), (from, days) => {
				const parts = monthsIn(periodFrom(from, addDays(from, days)));
				const count = parts.reduce((sum, part) => sum + daysBetween(part.from, part.to) + 1, 0);
				expect(count).toBe(days + 1);
				expect(parts[0]?.from).toBe(from);
				expect(parts.every((part) => part.from.slice(0, 7) === part.to.slice(0, 7))).toBe(true);
			}),
		);
	});
});

describe("namedPeriods", () => {
	it("offers this and last of each kind, seen from 24 November 2026", () => {
		const offered = namedPeriods("2026-11-24").map(({ key, name, period }) => [
			key,
			name,
			period.from,
			period.to,
		]);
		expect(offered).toEqual([
			["this_academic_year", "This academic year", "2026-09-01", "2027-08-31"],
			["last_academic_year", "Last academic year", "2025-09-01", "2026-08-31"],
			["this_financial_year", "This financial year", "2026-04-01", "2027-03-31"],
			["last_financial_year", "Last financial year", "2025-04-01", "2026-03-31"],
			["this_calendar_year", "This calendar year", "2026-01-01", "2026-12-31"],
			["last_calendar_year", "Last calendar year", "2025-01-01", "2025-12-31"],
			["this_term", "This term", "2026-09-01", "2026-12-31"],
			["last_term", "Last term", "2026-04-01", "2026-08-31"],
			["this_quarter", "This quarter", "2026-10-01", "2026-12-31"],
			["last_quarter", "Last quarter", "2026-07-01", "2026-09-30"],
			["this_month", "This month", "2026-11-01", "2026-11-30"],
			["last_month", "Last month", "2026-10-01", "2026-10-31"],
		]);
	});
});

describe("parsePeriod", () => {
	it.each([
		["2024-01-01", "2024-12-31", "calendar_year"],
		["2024-09-01", "2025-08-31", "academic_year"],
		["2024-01-02", "2024-12-31", "custom"],
		["1990-01-01", "2039-12-31", "custom"],
		["2024-02-29", "2024-02-29", "custom"],
	])("takes %s to %s as %s", (from, to, kind) => {
		expect(parsePeriod({ from, to })).toMatchObject({ ok: true, period: { from, to, kind } });
	});

	it.each([
		[
			"2024-12-31",
			"2024-01-01",
			"to",
			"Enter an end date that is the same as or after the start date",
		],
		[
			"1990-01-01",
			"2040-01-01",
			"to",
			"Enter an end date no more than 50 years after the start date",
		],
		["1989-12-31", "2024-01-01", "from", "Enter the start date as a day in 1990 or later"],
		["2024-01-01", "2101-01-01", "to", "Enter the end date as a day in 2100 or earlier"],
		["2024-02-30", "2024-03-01", "from", "Enter the start date as a real date, like 2027-01-31"],
		[null, "2024-03-01", "from", "Enter the start date, like 2027-01-31"],
		["2024-03-01", "", "to", "Enter the end date, like 2027-01-31"],
		[["2024-01-01"], "2024-03-01", "from", "Enter the start date, like 2027-01-31"],
	])("refuses %s to %s", (from, to, field, message) => {
		expect(parsePeriod({ from, to })).toEqual({ ok: false, errors: [{ field, message }] });
	});

	it("names both dates when both are missing", () => {
		const parsed = parsePeriod({});
		expect(parsed.ok ? [] : parsed.errors.map((error) => error.field)).toEqual(["from", "to"]);
	});
});
