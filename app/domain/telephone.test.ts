import { describe, expect, it } from "vitest";
import { optionalTelephone } from "#app/domain/telephone.ts";

const phone = optionalTelephone("the telephone number");

describe("optionalTelephone", () => {
	it.each([
		[" 01632 960123 ", "01632 960123"],
		["+44 (0)1632 960-123", "+44 (0)1632 960-123"],
		["01632 960123 ext 42", "01632 960123 ext 42"],
		["01632 960123 x42", "01632 960123 x42"],
		["", undefined],
		[null, undefined],
		[undefined, undefined],
	])("reads %j as %j", (typed, number) => {
		expect(phone.parse(typed)).toBe(number);
	});

	it.each(["12", "call me", "01632 960123 or 960124", "0".repeat(16), "+", "1 2 3 4 5 6"])(
		"says how to write %j",
		(typed) => {
			expect(phone.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual([
				"Enter the telephone number in the correct format, like 01632 960123",
			]);
		},
	);
});
