import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOldDate } from "./old-date.ts";

describe("dates that mean one day", () => {
	it.each([
		["2024-09-03", "2024-09-03"],
		["2024/9/3", "2024-09-03"],
		["20240903", "2024-09-03"],
		["03-Sep-2024", "2024-09-03"],
		["3-Sep-24", "2024-09-03"],
		["3 September 2024", "2024-09-03"],
		["3rd of September, 2024", "2024-09-03"],
		["Sept 3, 2024", "2024-09-03"],
		["Tuesday 3 Sept 2024", "2024-09-03"],
		["Tue 3/9/24", "2024-09-03"],
		["Saturday 3/9/24", "2024-03-09"],
		["25/9/24", "2024-09-25"],
		["25.09.2024", "2024-09-25"],
		["9/25/2024", "2024-09-25"],
		["4/4/24", "2024-04-04"],
		["29/02/2024", "2024-02-29"],
		["31/12/99", "1999-12-31"],
		["2024 Sep 3", "2024-09-03"],
		[" 3\u00A0Sep 2024 ", "2024-09-03"],
	])("%s is %s", (typed, date) => {
		expect(readOldDate(typed)).toMatchObject({ kind: "date", date });
	});

	it("says when only one order was possible", () => {
		expect(readOldDate("25/9/24")).toMatchObject({ order: "day" });
		expect(readOldDate("9/25/24")).toMatchObject({ order: "month" });
		expect(readOldDate("Tue 3/9/24")).toMatchObject({ order: "day" });
		expect(readOldDate("4/4/24")).toMatchObject({ order: null });
		expect(readOldDate("3 Sep 2024")).toMatchObject({ order: null });
	});
});

describe("dates that two people read differently", () => {
	it.each(["3/9/24", "03/09/2024", "3-9-24", "3.9.2024", "3 9 2024", "03/09/2024 09:30"])(
		"%s",
		(typed) => {
			expect(readOldDate(typed)).toMatchObject({
				kind: "ambiguous",
				dayFirst: "2024-09-03",
				monthFirst: "2024-03-09",
			});
		},
	);
});

describe("dates that nobody can read", () => {
	it.each([
		["", "The date is empty"],
		["   ", "The date is empty"],
		["45538", "spreadsheet's own number"],
		["45538.5", "spreadsheet's own number"],
		["Sep-24", "lacks its day or its year"],
		["3 Sept", "lacks its day or its year"],
		["3/9", "lacks its day or its year"],
		["31/2/2024", "There is no such date"],
		["29/02/2023", "There is no such date"],
		["13/13/2024", "There is no such date"],
		["3/9/1066", "not in the years"],
		["3 Sep 2999", "not in the years"],
		["tbc", "cannot be read"],
		["w/c 3 Sep 2024", "cannot be read"],
		["3-5 Sep 2024", "cannot be read"],
		["3 Septober 2024", "cannot be read"],
		["Monday 3 Sep 2024", "not that of the date, a Tuesday"],
		["Mon 3/9/24", "not that of the date"],
	])("%s", (typed, problem) => {
		const read = readOldDate(typed);
		expect(read.kind).toBe("unreadable");
		expect(read.kind === "unreadable" && read.problem).toContain(problem);
	});
});

it.each([
	["03/09/2024 09:30", "09:30"],
	["2024-09-25T09:30:00", "09:30:00"],
	["25 Sep 2024 at 2pm", "2pm"],
	["25/09/2024 00:00:00", ""],
	["25.09.2024", ""],
])("finds the time beside a date: %s", (typed, time) => {
	expect(readOldDate(typed)).toMatchObject({ time });
});

it("reads every day back from every way of writing it that has one meaning", () => {
	const names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
	const day = fc.date({
		min: new Date("1990-01-01"),
		max: new Date("2100-12-31"),
		noInvalidDate: true,
	});
	fc.assert(
		fc.property(day, (date) => {
			const iso = date.toISOString().slice(0, 10);
			const [year = "", month = "", dayOfMonth = ""] = iso.split("-");
			const name = names[Number(month) - 1];
			for (const typed of [
				iso,
				`${Number(dayOfMonth)} ${name} ${year}`,
				`${name} ${dayOfMonth}, ${year}`,
			]) {
				expect(readOldDate(typed)).toMatchObject({ kind: "date", date: iso });
			}
			const slashed = readOldDate(`${dayOfMonth}/${month}/${year}`);
			const dayFirst =
				slashed.kind === "ambiguous" ? slashed.dayFirst : slashed.kind === "date" && slashed.date;
			expect(dayFirst).toBe(iso);
			const clear = Number(dayOfMonth) > 12 || dayOfMonth === month;
			expect(slashed.kind).toBe(clear ? "date" : "ambiguous");
		}),
	);
});

it("takes any text without falling over, and gives real days only", () => {
	const bits = fc.constantFrom(
		"3",
		"/",
		"9",
		"-",
		"Sep",
		" ",
		"2024",
		".",
		":",
		"pm",
		"Tue",
		"\u0000",
		"é",
		"99",
	);
	const text = fc.oneof(
		fc.string(),
		fc.array(bits, { maxLength: 12 }).map((parts) => parts.join("")),
	);
	fc.assert(
		fc.property(text, (typed) => {
			const read = readOldDate(typed);
			const dates =
				read.kind === "date"
					? [read.date]
					: read.kind === "ambiguous"
						? [read.dayFirst, read.monthFirst]
						: [];
			for (const date of dates)
				expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
		}),
	);
});
