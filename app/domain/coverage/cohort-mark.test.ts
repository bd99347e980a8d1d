import { expect, it } from "vitest";
import { cohortMark, type Delivery } from "#app/domain/coverage/cohort-mark.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";

const had = (yearGroup: YearGroup, date: string, themeId = "knife"): Delivery => ({
	themeId,
	yearGroup,
	mark: { date, reference: `JET ${date}`, venueId: "school" },
});
const now = { themeId: "knife", yearGroup: "Y10", date: "2026-11-25" } as const;

it.each<[string, Delivery[], string | null]>([
	["as Year 9 last school year", [had("Y9", "2026-02-03")], "Y9 2026-02-03"],
	["as Year 8 before that", [had("Y8", "2025-07-01")], "Y8 2025-07-01"],
	["the last of several", [had("Y8", "2025-07-01"), had("Y9", "2025-09-01")], "Y9 2025-09-01"],
	["Year 9 of this school year is another cohort", [had("Y9", "2026-09-01")], null],
	["as Year 10 is what the state itself says", [had("Y10", "2026-10-01")], null],
	["another theme", [had("Y9", "2026-02-03", "gangs")], null],
	["a mixed group", [had("Mixed", "2026-02-03")], null],
])("says that a cohort had a theme: %s", (_what, deliveries, expected) => {
	const found = cohortMark(deliveries, now);
	expect(found && `${found.was} ${found.mark.date}`).toBe(expected);
});

it("says nothing of mixed groups", () => {
	expect(cohortMark([had("Y9", "2026-02-03")], { ...now, yearGroup: "Mixed" })).toBeNull();
});
