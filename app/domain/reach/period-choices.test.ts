import { expect, it } from "vitest";
import { periodAfter, periodBefore, periodFrom } from "#app/domain/periods.ts";
import { choiceOf, periodChoices, periodOfChoice } from "./period-choices.ts";

it("offers every kind of period back to the first day, the latest first", () => {
	const groups = periodChoices("2024-03-31", "2026-11-25");
	const labels = (kind: string) =>
		groups.find((group) => group.kind === kind)?.periods.map(({ label }) => label);
	expect(labels("calendar_year")).toEqual(["2026", "2025", "2024"]);
	expect(labels("financial_year")?.at(-1)).toBe("Financial year 2023 to 2024");
	expect(labels("academic_year")?.[0]).toBe("Academic year 2026 to 2027");
	expect(labels("term")).toHaveLength(9);
	expect(labels("quarter")?.at(-1)).toBe("January to March 2024");
	expect(labels("month")).toHaveLength(24);
});

it("offers the periods of today where nothing was delivered yet", () => {
	const groups = periodChoices("2026-11-25", "2026-11-25");
	expect(groups.map(({ periods }) => periods.length)).toEqual([1, 1, 1, 1, 1, 1]);
});

it("reads back what it sends, and nothing else", () => {
	const period = periodFrom("2024-09-01", "2024-12-31");
	expect(periodOfChoice(choiceOf(period))).toEqual(period);
	for (const text of [
		"",
		"..",
		"2024",
		"2024-02-30..2024-03-01",
		"2024-12-31..2024-01-01",
		"0001-01-01..9999-12-31",
		"2024-01-01..2024-01-02..2024-01-03",
	]) {
		expect(periodOfChoice(text), text).toBeNull();
	}
});

it("goes on to the next period as it goes back", () => {
	for (const [from, to] of [
		["2024-01-01", "2024-12-31"],
		["2024-09-01", "2025-08-31"],
		["2025-01-01", "2025-03-31"],
		["2024-02-01", "2024-02-29"],
		["2024-02-10", "2024-03-02"],
	] as const) {
		expect(periodBefore(periodAfter(periodFrom(from, to)))).toEqual(periodFrom(from, to));
	}
});
