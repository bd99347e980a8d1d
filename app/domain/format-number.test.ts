import { describe, expect, it } from "vitest";
import {
	countOf,
	formatAverage,
	formatCount,
	formatPercent,
	listOf,
} from "#app/domain/format-number.ts";

describe("numbers and lists in words", () => {
	it.each([
		[0, "0"],
		[999, "999"],
		[1000, "1,000"],
		[9827, "9,827"],
		[1234567, "1,234,567"],
	])("%i is %s", (count, text) => {
		expect(formatCount(count)).toBe(text);
	});

	it.each([
		[0, 0, "–"],
		[90, 3, "30"],
		[115, 4, "28.8"],
		[3999, 2, "1,999.5"],
		[1, 30, "0"],
	])("%i in %i make %s on average", (total, of, text) => {
		expect(formatAverage(total, of)).toBe(text);
	});

	it.each([
		[0, "0 sessions"],
		[1, "1 session"],
		[2, "2 sessions"],
		[1001, "1,001 sessions"],
	])("%i makes %s", (count, text) => {
		expect(countOf(count, "session", "sessions")).toBe(text);
	});

	it.each([
		[[], ""],
		[["Ann"], "Ann"],
		[["Ann", "Bo"], "Ann and Bo"],
		[["Ann", "Bo", "Cy"], "Ann, Bo and Cy"],
	])("%j is listed as %s", (items, text) => {
		expect(listOf(items)).toBe(text);
	});

	it.each([
		[0, 0, "–"],
		[0, 7, "0%"],
		[7, 7, "100%"],
		[2, 3, "67%"],
		[1, 200, "under 1%"],
		[1, 100, "1%"],
		[199, 200, "over 99%"],
		[99, 100, "99%"],
	])("%i of %i is %s", (part, whole, text) => {
		expect(formatPercent(part, whole)).toBe(text);
	});
});
