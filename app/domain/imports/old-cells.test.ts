import { describe, expect, it } from "vitest";
import { readOldCount, readOldCounted } from "./old-headcount.ts";
import { readOldTime, readOldTimes } from "./old-time.ts";
import { readOldYearGroups } from "./old-year-groups.ts";

describe("times", () => {
	it.each([
		["9:00", "09:00"],
		["09.30", "09:30"],
		["9am", "09:00"],
		["9.15 am", "09:15"],
		["2pm", "14:00"],
		["2:30", "14:30"],
		["12:30pm", "12:30"],
		["12am", "00:00"],
		["14:00:00", "14:00"],
		["1400", "14:00"],
		["0930", "09:30"],
		["noon", "12:00"],
		["13", "13:00"],
		["25:00", null],
		["9:75", null],
		["13pm", null],
		["period 2", null],
		["", null],
	])("%s is %s", (typed, time) => {
		expect(readOldTime(typed)).toBe(time);
	});

	it("reads both ends of a range", () => {
		expect(readOldTimes("9:00-10:15")).toEqual({ start: "09:00", end: "10:15" });
		expect(readOldTimes("9 to 10am")).toEqual({ start: "09:00", end: "10:00" });
		expect(readOldTimes("11am – 1pm")).toEqual({ start: "11:00", end: "13:00" });
		expect(readOldTimes("9-10-11")).toBeNull();
	});
});

describe("numbers of people", () => {
	it.each([
		["28", 28, false],
		["1,200", 1200, false],
		["28.0", 28, false],
		["approx 30", 30, true],
		["c.30", 30, true],
		["~30", 30, true],
		["30+", 30, true],
		["30 (est)", 30, true],
	])("%s is %i, estimated: %s", (typed, count, estimated) => {
		expect(readOldCount(typed)).toEqual({ kind: "count", count, estimated });
	});

	it.each(["", " ", "-", "n/a"])("%j is no number", (typed) => {
		expect(readOldCount(typed)).toEqual({ kind: "none" });
	});

	it.each(["25-30", "thirty", "2 x 30", "-5", "28.5", "1,20", "9999999", "1e3"])(
		"%s cannot be read",
		(typed) => {
			expect(readOldCount(typed)).toEqual({ kind: "unreadable" });
		},
	);

	it("tells counted from estimated", () => {
		expect(readOldCounted("Actual")).toBe("counted");
		expect(readOldCounted("est.")).toBe("estimated");
		expect(readOldCounted("perhaps")).toBeNull();
	});
});

describe("year groups", () => {
	it.each([
		["Year 8", ["Y8"]],
		["Y8", ["Y8"]],
		["8", ["Y8"]],
		["Yr 7 & 8", ["Y7", "Y8"]],
		["Years 7-9", ["Y7", "Y8", "Y9"]],
		["Year 7 to 9", ["Y7", "Y8", "Y9"]],
		["7/8", ["Y7", "Y8"]],
		["Y7, Y8 and Y10", ["Y7", "Y8", "Y10"]],
		["Y10 Y11", ["Y10", "Y11"]],
		["YR 11", ["Y11"]],
		["Reception", ["R"]],
		["Reception - Year 2", ["R", "Y1", "Y2"]],
		["KS3", ["Y7", "Y8", "Y9"]],
		["Key Stage 3 and 4", null],
		["KS3 and KS4", ["Y7", "Y8", "Y9", "Y10", "Y11"]],
		["Sixth form", ["Y12", "Y13"]],
		["Year 8 (two classes)", ["Y8"]],
		["Mixed", ["Mixed"]],
		["", ["Mixed"]],
		["Year 14", null],
		["Year 9 to 7", null],
		["Foxes", null],
	])("%s is %j", (typed, codes) => {
		expect(readOldYearGroups(typed)).toEqual(codes);
	});
});
