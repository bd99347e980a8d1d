import { describe, expect, it } from "vitest";
import { programmeInput } from "#app/domain/programmes/programme-input.ts";
import { freeSlug, slugOf } from "#app/domain/programmes/slug.ts";

const typed = {
	name: "Knife crime: choices",
	theme: "t1",
	summary: "",
	lengthMinutes: "60",
	yearGroups: ["Y8", "Y7"],
	largestGroup: "",
	facilitatorsNeeded: "2",
	agenciesNeeded: "a1",
	schoolProvides: "A projector\r\nA member of staff who stays",
};

function problems(change: object): [string, string][] {
	const issues = programmeInput.safeParse({ ...typed, ...change }).error?.issues ?? [];
	return issues.map(({ path, message }) => [path.join("."), message]);
}

describe("programmeInput", () => {
	it("reads a form", () => {
		expect(programmeInput.parse(typed)).toEqual({
			name: "Knife crime: choices",
			theme: "t1",
			lengthMinutes: 60,
			yearGroups: ["Y7", "Y8"],
			facilitatorsNeeded: 2,
			agenciesNeeded: ["a1"],
			schoolProvides: "A projector\nA member of staff who stays",
		});
	});

	it.each([
		[{ lengthMinutes: "4" }, "lengthMinutes", "Enter the length in minutes as 5 or more"],
		[{ lengthMinutes: "601" }, "lengthMinutes", "Enter the length in minutes as 600 or fewer"],
		[{ largestGroup: "0" }, "largestGroup", "Enter the largest group as 1 or more"],
		[
			{ facilitatorsNeeded: "0" },
			"facilitatorsNeeded",
			"Enter the number of facilitators as 1 or more",
		],
		[{ facilitatorsNeeded: "" }, "facilitatorsNeeded", "Enter the number of facilitators"],
		[{ theme: undefined }, "theme", "Choose a theme"],
		[{ yearGroups: ["Y7", "Y14"] }, "yearGroups.1", "Choose a year group"],
	])("refuses %j at %s: %s", (change, field, message) => {
		expect(problems(change)).toEqual([[field, message]]);
	});
});

describe("slugOf", () => {
	it.each([
		["Knife crime: choices", "knife-crime-choices"],
		["  Who’s in your café?  ", "whos-in-your-cafe"],
		["???", "programme"],
		[`${"a".repeat(59)} b`, "a".repeat(59)],
	])("writes %j as %j", (name, slug) => {
		expect(slugOf(name)).toBe(slug);
	});
});

describe("freeSlug", () => {
	it("counts up past what is taken", () => {
		expect(freeSlug("Choices", [])).toBe("choices");
		expect(freeSlug("Choices!", ["choices", "choices-2", "choices-4"])).toBe("choices-3");
	});
});
