import { expect, it } from "vitest";
import { readHeader } from "./header.ts";

it("finds columns by name, in any order, among any others", () => {
	const header = readHeader(["Extra", " town ", "URN"], ["URN", "Town"]);
	expect(header).toEqual({ ok: true, at: { URN: 2, Town: 1 }, width: 3 });
});

it("refuses with the names of all that is missing", () => {
	const header = readHeader(["URN", "Name"], ["URN", "Town", "Postcode"]);
	expect(header).toEqual({
		ok: false,
		refusal: { reason: "missing_headers", missing: ["Town", "Postcode"] },
	});
});

it("refuses a wanted name that stands twice, and no other", () => {
	expect(readHeader(["Code", "URN", "Code", "urn"], ["URN"])).toEqual({
		ok: false,
		refusal: { reason: "repeated_headers", repeated: ["URN"] },
	});
	expect(readHeader(["Code", "URN", "Code"], ["URN"]).ok).toBe(true);
});
