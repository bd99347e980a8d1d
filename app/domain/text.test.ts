import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
	chosen,
	count,
	email,
	multiLine,
	optionalCount,
	optionalMultiLine,
	optionalSingleLine,
	several,
	singleLine,
	ticked,
} from "#app/domain/text.ts";

function messages(schema: z.ZodType, input: unknown): string[] {
	return schema.safeParse(input).error?.issues.map((issue) => issue.message) ?? [];
}

describe("singleLine", () => {
	const room = singleLine(10, "the room");

	it.each([
		["  Hall  ", "Hall"],
		["Main\r\nhall", "Main hall"],
		["Main\thall", "Main hall"],
		["Ma\u0000in\u0007\u000B", "Main"],
		["a\u2028b", "a b"],
		["\u202EllaH", "llaH"],
		["Cafe\u0301", "Caf\u00E9"],
		["\u{1F3EB} gym", "\u{1F3EB} gym"],
		["1234567890", "1234567890"],
	])("cleans %j to %j", (input, output) => {
		expect(room.parse(input)).toBe(output);
	});

	it.each([
		["", "Enter the room"],
		[" \t ", "Enter the room"],
		["\u0000", "Enter the room"],
		["\u200B", "Enter the room"],
		[undefined, "Enter the room"],
		[7, "Enter the room"],
		["12345678901", "Shorten the room to 10 characters or fewer"],
		["a\uD800", "Enter the room again: it holds a character that cannot be stored"],
	])("tells what to do about %j", (input, message) => {
		expect(messages(room, input)).toEqual([message]);
	});

	it("never lets a control character or half a character through, and changes nothing twice", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
				const parsed = singleLine(1000, "the room").safeParse(text);
				if (!parsed.success) return;
				for (const character of parsed.data) {
					const code = character.codePointAt(0) ?? 0;
					expect(
						code < 32 || (code >= 127 && code < 160) || (code >= 0xd800 && code < 0xe000),
					).toBe(false);
				}
				expect(singleLine(1000, "the room").parse(parsed.data)).toBe(parsed.data);
			}),
		);
	});
});

describe("multiLine", () => {
	it("keeps lines and tabs, one newline for each break", () => {
		expect(multiLine(50, "the note").parse("one\r\ntwo\rthree\n\tfour\u0000")).toBe(
			"one\ntwo\nthree\n\tfour",
		);
	});

	it("counts a break as one character, as the browser does", () => {
		expect(multiLine(3, "the note").parse("a\r\nb")).toBe("a\nb");
		expect(messages(multiLine(3, "the note"), "a\r\nbc")).toEqual([
			"Shorten the note to 3 characters or fewer",
		]);
	});
});

describe("optional text", () => {
	it.each([[undefined], [null], [""], ["  "], ["\u0000"]])("%j is nothing", (input) => {
		expect(optionalSingleLine(5, "the room").parse(input)).toBeUndefined();
		expect(optionalMultiLine(5, "the note").parse(input)).toBeUndefined();
	});

	it("is held to the same length and may be missing from an object", () => {
		expect(messages(optionalSingleLine(3, "the room"), "long")).toEqual([
			"Shorten the room to 3 characters or fewer",
		]);
		expect(z.object({ room: optionalSingleLine(3, "the room") }).parse({})).toEqual({});
	});
});

describe("email", () => {
	it.each([
		[" Ann.O'Neil@School.Essex.SCH.uk ", "ann.o'neil@school.essex.sch.uk"],
		["a+b@example.com", "a+b@example.com"],
	])("takes %s", (input, output) => {
		expect(email.parse(input)).toBe(output);
	});

	const format = "Enter an email address in the correct format, like name@example.com";
	it.each([
		["", "Enter an email address"],
		[undefined, "Enter an email address"],
		["ann", format],
		["ann@school", format],
		["ann@a.uk\r\nBcc: eve@b.uk", format],
		["ann@a.uk, eve@b.uk", format],
		["Ann <ann@a.uk>", format],
		["a\u0000@b.uk", format],
		[`${"a".repeat(250)}@b.uk`, "Enter an email address of 254 characters or fewer"],
	])("refuses %j", (input, message) => {
		expect(messages(email, input)).toEqual([message]);
	});
});

describe("count", () => {
	const people = count(2000, "the number of young people");

	it.each([
		["28", 28],
		[" 0 ", 0],
		["1,200", 1200],
		["2000", 2000],
		["007", 7],
		[28, 28],
		[0, 0],
	])("takes %j", (input, output) => {
		expect(people.parse(input)).toBe(output);
	});

	const whole = "Enter the number of young people as a whole number, like 28";
	it.each([
		["", "Enter the number of young people"],
		[undefined, "Enter the number of young people"],
		[null, "Enter the number of young people"],
		[true, "Enter the number of young people"],
		[Number.NaN, "Enter the number of young people"],
		["2.5", whole],
		[2.5, whole],
		["1e3", whole],
		["12,00", whole],
		["about 30", whole],
		["0x1F", whole],
		["-1", "Enter the number of young people as 0 or more"],
		[-1, "Enter the number of young people as 0 or more"],
		["2001", "Enter the number of young people as 2,000 or fewer"],
		["2,001", "Enter the number of young people as 2,000 or fewer"],
		["9".repeat(400), "Enter the number of young people as 2,000 or fewer"],
	])("refuses %j", (input, message) => {
		expect(messages(people, input)).toEqual([message]);
	});

	it("takes a blank box as an answer only where told", () => {
		expect(count(5, "the number of adults", { blank: 0 }).parse("")).toBe(0);
		expect(messages(count(5, "the number of adults", { blank: 0 }), undefined)).toEqual([
			"Enter the number of adults",
		]);
	});
});

describe("optionalCount", () => {
	it.each([
		["", undefined],
		[" ", undefined],
		[null, undefined],
		[undefined, undefined],
		["0", 0],
		[60, 60],
	])("takes %j", (input, output) => {
		expect(optionalCount(600, "the length in minutes").parse(input)).toBe(output);
	});

	it("refuses what count refuses", () => {
		const length = optionalCount(600, "the length in minutes");
		expect(messages(length, "601")).toEqual(["Enter the length in minutes as 600 or fewer"]);
		expect(messages(length, "an hour")).toEqual([
			"Enter the length in minutes as a whole number, like 28",
		]);
	});
});

describe("choices", () => {
	it.each(["", " ", undefined, "a b", "a\u0000", "x".repeat(101), "<b>"])("refuses %j", (input) => {
		expect(messages(chosen("a programme"), input)).toEqual(["Choose a programme"]);
	});

	it("takes ids, slugs and reference numbers of schools", () => {
		for (const id of ["knife-crime-y8", "ck9x0", "100234", "urn:100234"]) {
			expect(chosen("a programme").parse(id)).toBe(id);
		}
	});

	it.each([
		["b", ["b"]],
		[
			["b", "a", "b"],
			["b", "a"],
		],
		[undefined, []],
		[[], []],
	])("several from %j", (input, output) => {
		expect(several(chosen("a facilitator")).parse(input)).toEqual(output);
	});

	it.each([
		[true, true],
		["on", true],
		["true", true],
		["yes", true],
		[false, false],
		["no", false],
		["", false],
		[undefined, false],
	])("ticked from %j", (input, output) => {
		expect(ticked.parse(input)).toBe(output);
	});
});
