import { describe, expect, it } from "vitest";
import { paceOf } from "#app/domain/reach/target-pace.ts";

/** Ten days, of which 1 to 10 October; a goal of 100. */
const aim = { goal: 100, from: "2026-10-01", to: "2026-10-10" };

describe("the pace of a target", () => {
	it.each([
		["2026-09-30", 0, "to_come", 0, null],
		["2026-10-01", 0, "just_begun", 0, null],
		["2026-10-02", 10, "on_pace", 10, 100],
		["2026-10-02", 9, "behind", 10, 90],
		["2026-10-08", 61, "behind", 70, 87],
		["2026-10-08", 70, "on_pace", 70, 100],
		["2026-10-08", 100, "reached", 70, 142],
		["2026-10-10", 89, "behind", 90, 98],
		["2026-10-11", 99, "missed", 100, null],
		["2026-10-11", 100, "reached", 100, null],
		["2027-10-11", 3, "missed", 100, null],
		["2026-09-01", 100, "reached", 0, null],
	])("on %s with %i reached is %s", (today, reached, state, gonePercent, projected) => {
		expect(paceOf(aim, reached, today)).toEqual({
			...{ state, gonePercent, projected },
			reachedPercent: reached,
		});
	});

	it("says 100% only of a goal that is reached, and looks ahead only after a tenth of the time", () => {
		const year = { goal: 1000, from: "2026-09-01", to: "2027-08-31" };
		expect(paceOf(year, 999, "2027-08-31").reachedPercent).toBe(99);
		expect(paceOf(year, 40, "2026-10-07").projected).toBeNull();
		expect(paceOf(year, 40, "2026-10-08").projected).toBe(394);
	});

	it("of one day begins and ends with it", () => {
		const day = { goal: 1, from: "2026-10-01", to: "2026-10-01" };
		expect(paceOf(day, 0, "2026-10-01").state).toBe("just_begun");
		expect(paceOf(day, 0, "2026-10-02").state).toBe("missed");
	});
});
