import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { yearGroupCode } from "#app/domain/sessions/year-group-code.ts";
import {
	cohortOf,
	formatYearGroups,
	keyStages,
	sortYearGroups,
	type YearGroup,
	yearGroupLabel,
	yearGroupOfCohort,
	yearGroups,
} from "#app/domain/sessions/year-groups.ts";

describe("year groups", () => {
	it.each([
		["R", "Reception"],
		["Y1", "Year 1"],
		["Y13", "Year 13"],
		["Mixed", "Mixed or ungraded"],
	] as const)("%s is %s", (code, label) => {
		expect(yearGroupLabel(code)).toBe(label);
	});

	it("are each in exactly one key stage, in order", () => {
		expect(keyStages.flatMap((stage) => stage.yearGroups)).toEqual(yearGroups);
	});

	it.each([
		[["Y11"], "Key stage 4"],
		[["Y7"], "Key stage 3"],
		[["Y6"], "Key stage 2"],
		[["Y12"], "Post-16"],
	] as const)("%s is in %s", ([code], label) => {
		expect(keyStages.find((stage) => stage.yearGroups.includes(code))?.label).toBe(label);
	});

	it("refuse what is no year group, as an instruction", () => {
		for (const code of ["Y0", "Y14", "7", "", undefined]) {
			const parsed = yearGroupCode.safeParse(code);
			expect(parsed.error?.issues[0]?.message).toBe("Choose a year group");
		}
	});

	it("sort by age and not by letter, each once", () => {
		expect(sortYearGroups(["Mixed", "Y10", "Y9", "R", "Y9"])).toEqual(["R", "Y9", "Y10", "Mixed"]);
	});

	it.each<[YearGroup[], string]>([
		[[], ""],
		[["Y7"], "Year 7"],
		[["Y8", "Y7"], "Years 7 and 8"],
		[["Y7", "Y9"], "Years 7 and 9"],
		[["Y7", "Y8", "Y9"], "Years 7 to 9"],
		[["Y7", "Y8", "Y9", "Y11"], "Years 7 to 9 and 11"],
		[["Y7", "Y8", "Y10", "Y11"], "Years 7, 8, 10 and 11"],
		[["R"], "Reception"],
		[["R", "Y1"], "Reception and Year 1"],
		[["R", "Y1", "Y2"], "Reception, Years 1 and 2"],
		[["Mixed"], "Mixed or ungraded"],
		[["Y7", "Mixed"], "Year 7 and mixed or ungraded"],
	])("%j reads %s", (codes, text) => {
		expect(formatYearGroups(codes)).toBe(text);
	});
});

describe("cohorts", () => {
	it.each<[YearGroup, number, number | null]>([
		["Y9", 2025, 2016],
		["Y10", 2026, 2016],
		["R", 2016, 2016],
		["Y13", 2029, 2016],
		["Mixed", 2025, null],
	])("%s in %i is %s", (code, year, cohort) => {
		expect(cohortOf(code, year)).toBe(cohort);
	});

	it("move up one year group each September until they leave", () => {
		const code = fc.constantFrom(...yearGroups.filter((each) => each !== "Mixed"));
		fc.assert(
			fc.property(code, fc.integer({ min: 1990, max: 2100 }), (each, year) => {
				const cohort = cohortOf(each, year) as number;
				expect(yearGroupOfCohort(cohort, year)).toBe(each);
				const next = yearGroups[yearGroups.indexOf(each) + 1];
				expect(yearGroupOfCohort(cohort, year + 1)).toBe(next === "Mixed" ? null : next);
			}),
		);
		expect(yearGroupOfCohort(2016, 2015)).toBeNull();
	});
});
