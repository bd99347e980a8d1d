import { expect, it } from "vitest";
import { columnProblems, guessColumns } from "./old-columns.ts";

it("guesses the columns of a team's own sheet", () => {
	const headers = [
		"Date of session",
		"Start Time",
		"Finish time",
		"School name",
		"School postcode",
		"URN",
	];
	const more = ["Session type", "Year group", "No. of pupils", "Staff present", "Notes"];
	expect(guessColumns([...headers, ...more])).toEqual([
		"date",
		"start",
		"end",
		"venue",
		"postcode",
		"urn",
		"programme",
		"yearGroups",
		"youngPeople",
		"adults",
		null,
	]);
});

it("guesses a column for each year group", () => {
	expect(guessColumns(["Date", "Venue", "Y7", "Year 8", "Yr 9 pupils", "Total"])).toEqual([
		"date",
		"venue",
		"headcount.Y7",
		"headcount.Y8",
		"headcount.Y9",
		"youngPeople",
	]);
});

it("takes what was chosen before, also where that was nothing", () => {
	const remembered = { when: "date", "school name": "", spot: "venue", heads: "youngPeople" };
	expect(guessColumns(["When", "School  Name", "Spot", "HEADS"], remembered)).toEqual([
		"date",
		null,
		"venue",
		"youngPeople",
	]);
});

it("takes nothing twice", () => {
	expect(guessColumns(["Date", "Date", "School", "College"])).toEqual([
		"date",
		null,
		"venue",
		null,
	]);
});

it("says what a choice lacks or has twice", () => {
	expect(columnProblems(["date", "venue", "headcount.Y7"])).toEqual([]);
	expect(columnProblems(["date", "urn", "youngPeople", null])).toEqual([]);
	expect(columnProblems(["adults", "adults"])).toEqual([
		"Choose one column only for “Adults”",
		"Choose the column that holds the date",
		"Choose the column that holds the name of the school or place, or its URN",
		"Choose the column that holds the number of young people",
	]);
});
