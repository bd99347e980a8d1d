import { expect, it } from "vitest";
import { suppressSmall } from "#app/domain/reach/suppress.ts";

it.each([
	[0, "0"],
	[1, "fewer than 5"],
	[4, "fewer than 5"],
	[5, "5"],
	[1200, "1200"],
])("%i leaves the team as %s", (count, text) => {
	expect(suppressSmall(count)).toBe(text);
});
