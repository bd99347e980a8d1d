import { describe, expect, it } from "vitest";
import { readClock, whenFromBoxes, whenProblems } from "#app/domain/sessions/when-boxes.ts";

describe("readClock", () => {
	it.each([
		["09:00", "09:00"],
		["9:05", "09:05"],
		["9.30", "09:30"],
		["0930", "09:30"],
		["930", "09:30"],
		["9am", "09:00"],
		["12am", "00:00"],
		["12:15 PM", "12:15"],
		["2.15pm", "14:15"],
		["215pm", "14:15"],
		["23:59", "23:59"],
		["00:00", "00:00"],
	])("reads %j as %j", (typed, time) => {
		expect(readClock(typed)).toBe(time);
	});

	it.each(["", "9", "24:00", "9:60", "13pm", "0am", "9:5", "nine", "-9:00", "9:00:00", "9\0:00"])(
		"takes %j for no time",
		(typed) => {
			expect(readClock(typed)).toBeNull();
		},
	);
});

describe("whenFromBoxes", () => {
	it("joins date and times", () => {
		const asked = whenFromBoxes({ date: "2027-01-14", start: "9:00", end: "10am" });
		expect(asked).toEqual({ ok: true, startsAt: "2027-01-14T09:00", endsAt: "2027-01-14T10:00" });
	});

	it.each(["", undefined, null])("leaves the end open for %j", (end) => {
		const asked = whenFromBoxes({ date: "2027-01-14", start: "09:00", end });
		expect(asked).toEqual({ ok: true, startsAt: "2027-01-14T09:00", endsAt: undefined });
	});

	it("takes an end at midnight for the end of the day", () => {
		const asked = whenFromBoxes({ date: "2027-12-31", start: "22:00", end: "00:00" });
		expect(asked).toMatchObject({ endsAt: "2028-01-01T00:00" });
		expect(whenProblems(asked, "Europe/London")).toEqual([]);
	});

	it("names each box that is missing or wrong", () => {
		const messages = (typed: object) => {
			const asked = whenFromBoxes(typed);
			return asked.ok ? [] : asked.problems.map(({ field, message }) => `${field}: ${message}`);
		};
		expect(messages({})).toEqual([
			"date: Enter the date, like 2027-01-31",
			"start: Enter the start time, like 09:00",
		]);
		expect(messages({ date: "2027-02-30", start: "25:00", end: "x".repeat(10_000) })).toEqual([
			"date: Enter the date as a real date, like 2027-01-31",
			"start: Enter the start time as a time of day, like 09:00",
			"end: Enter the end time as a time of day, like 10:00",
		]);
		expect(messages({ date: ["2027-01-14", "2027-01-15"], start: ["9:00"] })).toEqual([
			"date: Enter the date, like 2027-01-31",
			"start: Enter the start time, like 09:00",
		]);
	});
});

describe("whenProblems", () => {
	const problems = (date: string, start: string, end?: string) =>
		whenProblems(whenFromBoxes({ date, start, end }), "Europe/London");

	it("knows the hour that clocks skip", () => {
		expect(problems("2027-03-28", "01:30")).toEqual([
			{
				field: "start",
				message: "Enter a start time that exists: clocks go forward at 01:00 on 28 March 2027",
			},
		]);
	});

	it("refuses an end before the start, at it, and too long after it", () => {
		const field = "end";
		const after = { field, message: "The end must be after the start" };
		expect(problems("2027-01-14", "09:00", "08:00")).toEqual([after]);
		expect(problems("2027-01-14", "09:00", "09:00")).toEqual([after]);
		expect(problems("2027-01-14", "09:00", "20:00")).toEqual([
			{ field, message: "Enter an end no more than 10 hours after the start" },
		]);
		expect(problems("2027-01-14", "09:00", "19:00")).toEqual([]);
	});
});
