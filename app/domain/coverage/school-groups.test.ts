import { describe, expect, it } from "vitest";
import { gradesOf, isUngraded, type Schooling } from "#app/domain/coverage/school-groups.ts";
import { formatYearGroups } from "#app/domain/sessions/year-groups.ts";

const unknown: Schooling = {
	kind: "school",
	phase: null,
	lowAge: null,
	highAge: null,
	sixthForm: null,
	typeGroup: "",
};

describe("the year groups of a school", () => {
	it.each<[Partial<Schooling>, string]>([
		[{ lowAge: 11, highAge: 16 }, "Years 7 to 11"],
		[{ lowAge: 11, highAge: 18 }, "Years 7 to 13"],
		[{ lowAge: 11, highAge: 18, sixthForm: false, phase: "secondary" }, "Years 7 to 11"],
		[{ lowAge: 4, highAge: 11 }, "Reception and Years 1 to 6"],
		[{ lowAge: 2, highAge: 7 }, "Reception, Years 1 and 2"],
		[{ lowAge: 7, highAge: 11 }, "Years 3 to 6"],
		[{ lowAge: 9, highAge: 13 }, "Years 5 to 8"],
		[{ lowAge: 0, highAge: 4 }, ""],
		[{ lowAge: 16, highAge: 99, kind: "college", sixthForm: false }, "Years 12 and 13"],
		[{ lowAge: 4, phase: "secondary" }, "Years 7 to 11"],
		[{ phase: "secondary", sixthForm: true }, "Years 7 to 13"],
		[{ phase: "primary" }, "Reception and Years 1 to 6"],
		[{ phase: "middle_secondary" }, "Years 5 to 8"],
		[{ phase: "nursery" }, ""],
		[{ kind: "college" }, "Years 12 and 13"],
		[{ phase: "upper" }, ""],
		[{}, ""],
	])("%j: %s", (known, words) => {
		expect(formatYearGroups(gradesOf({ ...unknown, ...known }))).toBe(words);
	});

	it.each<[Partial<Schooling>, boolean]>([
		[{ kind: "alternative_provision", lowAge: 11, highAge: 16 }, true],
		[{ typeGroup: "Special schools", phase: "secondary", lowAge: 11, highAge: 16 }, true],
		[{}, true],
		[{ lowAge: 11, highAge: 16 }, false],
		[{ phase: "primary" }, false],
		[{ kind: "college" }, false],
	])("of %j are mixed: %s", (known, mixed) => {
		expect(isUngraded({ ...unknown, ...known })).toBe(mixed);
	});
});
