import { expect, it } from "vitest";
import { windowOf } from "#app/domain/coverage/window.ts";

it.each([
	[{ months: 12, today: "2026-11-25" }, "2025-11-26", null],
	[{ months: 1, today: "2027-03-31" }, "2027-03-01", null],
	[{ months: 6, today: "2027-08-31" }, "2027-03-01", null],
	[{ months: 12, today: "2028-02-29" }, "2027-03-01", null],
	[{ months: 12, today: "2026-11-25", year: 2024 }, "2024-09-01", "2025-08-31"],
])("%j looks from %s to %s", (asked, from, to) => {
	expect(windowOf(asked)).toEqual({ from, to });
});
