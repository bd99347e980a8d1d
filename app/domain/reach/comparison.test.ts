import { describe, expect, it } from "vitest";
import { academicYear, calendarYear, month, periodFrom } from "#app/domain/periods.ts";
import { comparisonFor } from "#app/domain/reach/comparison.ts";

describe("what a period is compared with", () => {
	it.each([
		[
			"over: all of the one before",
			calendarYear(2024),
			"2026-11-25",
			"2023-01-01",
			"2023-12-31",
			false,
		],
		["over today", calendarYear(2025), "2025-12-31", "2024-01-01", "2024-12-31", false],
		["begun: as many days", academicYear(2026), "2026-11-25", "2025-09-01", "2025-11-25", true],
		["begun today: one day", academicYear(2026), "2026-09-01", "2025-09-01", "2025-09-01", true],
		["not begun", calendarYear(2027), "2026-11-25", "2026-01-01", "2026-12-31", false],
		["a short month before", month(2026, 3), "2026-03-30", "2026-02-01", "2026-02-28", true],
		[
			"any days",
			periodFrom("2026-11-20", "2026-11-29"),
			"2026-11-25",
			"2026-11-10",
			"2026-11-15",
			true,
		],
	] as const)("%s", (_name, period, today, from, to, soFar) => {
		const comparison = comparisonFor(period, today);
		expect(comparison).toMatchObject({ period: { from, to }, soFar });
	});
});
