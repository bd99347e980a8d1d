import { describe, expect, it } from "vitest";
import {
	grouping,
	groupings,
	reachCsvColumns,
	sharesSessions,
} from "#app/domain/reach/groupings.ts";

describe("groupings of reach", () => {
	it("are those that addresses and programs outside rely on", () => {
		const promised =
			"theme programme district phase venue_type year_group month term agency venue team".split(
				" ",
			);
		expect(groupings).toEqual(promised);
	});

	it("fall back to theme when none is asked for, and refuse an unknown one", () => {
		expect(grouping.parse(undefined)).toBe("theme");
		expect(grouping.parse("year_group")).toBe("year_group");
		expect(grouping.safeParse("pupil").error?.issues[0]?.message).toBe(
			"Choose one of theme, programme, district, phase, venue_type, year_group, month, term, agency, venue, team",
		);
	});

	it("give the CSV its columns", () => {
		expect(reachCsvColumns("theme").join(",")).toBe(
			"theme,sessions,young_people,young_people_estimated_distinct,adults",
		);
		expect(reachCsvColumns("year_group")[0]).toBe("year_group");
	});

	it("know which parts share sessions", () => {
		expect(groupings.filter(sharesSessions)).toEqual(["year_group", "agency"]);
	});
});
