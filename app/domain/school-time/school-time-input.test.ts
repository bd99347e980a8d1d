import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datesFileColumns, readDatesFile } from "#app/domain/school-time/dates-file.ts";
import { lessonLines, lessonsInput } from "#app/domain/school-time/lesson-lines.ts";
import { schoolDateInput } from "#app/domain/school-time/school-date-input.ts";

function problemsOf(parsed: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) {
	return (parsed.error?.issues ?? []).map(({ path, message }) => [path.join("."), message]);
}

describe("schoolDateInput", () => {
	const term = { kind: "term", from: "2026-09-02", to: "2026-12-18" };

	it("takes one day for two, its kind for a name, and year groups of exams only", () => {
		expect(schoolDateInput.parse({ kind: "inset", from: "2026-11-27", to: " " })).toEqual({
			kind: "inset",
			name: "INSET",
			from: "2026-11-27",
			to: "2026-11-27",
			yearGroups: [],
		});
		const named = { ...term, name: "Autumn term", yearGroups: ["Y11"] };
		expect(schoolDateInput.parse(named)).toMatchObject({ name: "Autumn term", yearGroups: [] });
		const exams = { kind: "exams", from: "2027-05-10", yearGroups: ["Y13", "Y11"] };
		expect(schoolDateInput.parse(exams).yearGroups).toEqual(["Y11", "Y13"]);
	});

	it.each<[string, object, string, string]>([
		["a kind nobody knows", { ...term, kind: "holiday" }, "kind", "Choose what the dates are"],
		[
			"30 February",
			{ ...term, from: "2027-02-30" },
			"from",
			"Enter the first day as a real date, like 2027-01-31",
		],
		[
			"an end before its start",
			{ ...term, to: "2026-09-01" },
			"to",
			"Enter a last day that is the same as or after the first day",
		],
		[
			"a year too many",
			{ ...term, to: "2027-12-18" },
			"to",
			"Enter a last day within 150 days: that is the longest for a term",
		],
		["two names", { ...term, name: ["a", "b"] }, "name", "Enter the name"],
		[
			"half a character",
			{ ...term, name: "\ud800" },
			"name",
			"Enter the name again: it holds a character that cannot be stored",
		],
		[
			"a long name",
			{ ...term, name: "x".repeat(61) },
			"name",
			"Shorten the name to 60 characters or fewer",
		],
	])("refuses %s", (_what, typed, field, message) => {
		expect(problemsOf(schoolDateInput.safeParse(typed))).toEqual([[field, message]]);
	});
});

describe("readDatesFile", () => {
	const known = {
		authorities: [{ code: "881", name: "Essex" }],
		schools: [{ urn: "900001", id: "v1", name: "Marsh Lane Academy" }],
	};
	const read = (...rows: string[]) =>
		readDatesFile(
			[datesFileColumns.join(","), ...rows].map((text, at) => ({
				line: at + 1,
				cells: text.split(","),
			})),
			known,
		);

	it("puts lines together by owner, family and academic year, an August start included", () => {
		const file = read(
			"essex,,term,Autumn,2026-08-31,2026-12-18,",
			"881,,Half-term,,2026-10-26,2026-10-30,",
			"Essex,,term,Autumn,2027-09-01,2027-12-17,",
			",900001,INSET,,2026-11-27,,",
			",,,,,,",
		);
		if (!file.ok) throw new Error(JSON.stringify(file));
		expect(
			file.parts.map(({ ownerName, family, year, dates }) => [
				ownerName,
				family,
				year,
				dates.length,
			]),
		).toEqual([
			["Essex", "terms", 2026, 2],
			["Essex", "terms", 2027, 1],
			["Marsh Lane Academy", "inset", 2026, 1],
		]);
	});

	it("names each line that is wrong, and takes none of the file then", () => {
		const file = read(
			"Essex,,term,Autumn,2026-09-02,2026-12-18,",
			"Kent,,term,Autumn,2026-09-02,2026-12-18,",
			",123456,inset,,2026-11-27,,",
			",,inset,,2026-11-27,,",
			"Essex,,holiday,,2026-11-27,,",
			"Essex,,inset,,27/11/2026,,",
			"Essex,,term,Autumn again,2026-12-18,2026-12-20,",
			"Essex,,exams,,2027-05-10,2027-06-18,Year 11",
		);
		expect(file).toEqual({
			ok: false,
			errors: [
				{ line: 3, message: "No place on record is in the local authority Kent" },
				{ line: 4, message: "No school on record has the URN 123456" },
				{ line: 5, message: "Write a local authority, or a school's URN" },
				{ line: 6, message: "Write the kind as term, half_term, inset, exams" },
				{ line: 7, message: "Enter the first day as a real date, like 2027-01-31" },
				{
					line: 8,
					message:
						"These days overlap with Autumn, 2026-09-02 to 2026-12-18: change one of the two",
				},
				{ line: 9, message: "Write the year groups like Y11 Y13" },
			],
		});
	});

	it("refuses a header that is not one, a header alone, and a file too long", () => {
		expect(readDatesFile([{ line: 1, cells: ["term", "from", "to"] }], known)).toMatchObject({
			refusal: {
				reason: "missing_headers",
				missing: ["local_authority", "urn", "kind", "name", "year_groups"],
			},
		});
		expect(readDatesFile([], known)).toMatchObject({ refusal: { reason: "empty" } });
		expect(read()).toMatchObject({ refusal: { reason: "no_rows" } });
		const long = Array.from({ length: 2001 }, () => "Essex,,inset,,2026-11-27,,");
		expect(read(...long)).toMatchObject({ refusal: { reason: "too_many_rows", max: 2000 } });
	});
});

describe("lessonsInput", () => {
	const typed = (periods: string, weekA = "") => lessonsInput.safeParse({ periods, weekA });

	it("reads what people write, days and weeks included", () => {
		const parsed = typed(
			"Period 1 9:00-10:00\nPeriod 3, 11.20 to 12.20 Mon-Thu week b\nTutor time: 8:40–9:00 Wed, Fri",
			"2026-09-10",
		);
		expect(parsed.data).toEqual({
			weekA: "2026-09-07",
			periods: [
				{ name: "Period 1", week: null, weekdays: [1, 2, 3, 4, 5], starts: "09:00", ends: "10:00" },
				{ name: "Period 3", week: "B", weekdays: [1, 2, 3, 4], starts: "11:20", ends: "12:20" },
				{ name: "Tutor time", week: null, weekdays: [3, 5], starts: "08:40", ends: "09:00" },
			],
		});
	});

	it.each([
		["no times", "Period 1", "Line 1: write “Period 1” like “Period 1 9:00-10:00”"],
		[
			"a clock nobody has",
			"Period 1 25:00-26:00",
			"Line 1: write “Period 1 25:00-26:00” like “Period 1 9:00-10:00”",
		],
		[
			"an end before its start",
			"\nPeriod 1 10:00-9:00",
			"Line 1: Period 1 must end after it starts",
		],
		[
			"days nobody has",
			"Period 1 9:00-10:00 Someday",
			"Line 1: write the days of “Period 1” like “Mon-Thu” or “Mon Wed Fri”",
		],
		[
			"two at once",
			"Period 1 9:00-10:00\nPeriod 2 9:59-11:00 Fri",
			"Line 2: Period 2 is at the same time as Period 1",
		],
		[
			"too many",
			Array.from({ length: 61 }, () => "a 9:00-10:00").join("\n"),
			"Enter 60 lines or fewer",
		],
	])("refuses %s", (_what, periods, message) => {
		expect(problemsOf(typed(periods))).toEqual([["periods", message]]);
	});

	it("asks for a week A where the weeks differ, and lets the two be at one time", () => {
		const weeks = "Period 3 11:20-12:20 week A\nPeriod 3 11:30-12:30 week B";
		expect(problemsOf(typed(weeks))).toEqual([
			["weekA", "Enter a day of a week A: some lessons are in one week only"],
		]);
		expect(typed(weeks, "2026-09-07").success).toBe(true);
		expect(problemsOf(typed("", "2027-02-30"))[0]?.[0]).toBe("weekA");
	});

	it("writes lines that it reads back as the same lessons", () => {
		const clock = (minutes: number) =>
			`${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
		const lesson = fc.record({
			name: fc.constantFrom("Period 1", "Lunch", "Form: 8B", "P2/3"),
			week: fc.constantFrom("A" as const, "B" as const, null),
			weekdays: fc
				.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
				.map((all) => all.sort()),
		});
		fc.assert(
			fc.property(fc.array(lesson, { maxLength: 8 }), (all) => {
				const periods = all.map((one, at) => ({
					...one,
					starts: clock(480 + at * 50),
					ends: clock(520 + at * 50),
				}));
				const parsed = typed(lessonLines(periods), "2026-09-07");
				expect(parsed.data?.periods).toEqual(periods);
			}),
		);
	});
});
