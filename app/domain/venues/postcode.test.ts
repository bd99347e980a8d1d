import { describe, expect, it } from "vitest";
import { normalisePostcode, optionalPostcode } from "#app/domain/venues/postcode.ts";

describe("normalisePostcode", () => {
	it.each([
		["M1 1AE", "M1 1AE"],
		["b338th", "B33 8TH"],
		["cr2 6xh", "CR2 6XH"],
		["DN551PT", "DN55 1PT"],
		["w1a 1hq", "W1A 1HQ"],
		["EC1A1BB", "EC1A 1BB"],
		["  cm9\u00A00zz ", "CM9 0ZZ"],
		["C M 9 0 Z Z", "CM9 0ZZ"],
		["CM9-0ZZ", "CM9 0ZZ"],
		["gir 0aa", "GIR 0AA"],
	])("writes %j as %j", (typed, postcode) => {
		expect(normalisePostcode(typed)).toBe(postcode);
	});

	it.each(["", "CM9", "CM9 0Z", "CM9 0ZZZ", "CMX 0ZZ", "9CM 0ZZ", "CM9 0CZ", "CM9 OZZ", "12345"])(
		"takes %j for no postcode",
		(typed) => {
			expect(normalisePostcode(typed)).toBeNull();
		},
	);
});

describe("optionalPostcode", () => {
	it.each(["", "  ", null, undefined])("lets %j stand for none", (typed) => {
		expect(optionalPostcode.parse(typed)).toBeUndefined();
	});

	it("says what to enter", () => {
		const messages = (typed: unknown) =>
			optionalPostcode.safeParse(typed).error?.issues.map(({ message }) => message);
		expect(messages("CM9")).toEqual(["Enter a full UK postcode, like CM9 4AA"]);
		expect(messages(["CM9 0ZZ"])).toEqual(["Enter the postcode"]);
		expect(messages("C".repeat(10_000))).toEqual([
			"Shorten the postcode to 20 characters or fewer",
		]);
	});
});
