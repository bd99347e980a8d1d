import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharedTotal } from "./shared-total.ts";
import { suppressSmall } from "./suppress.ts";

describe("the total beside counts that are suppressed", () => {
	it.each([
		[[], 0, 0],
		[[12, 0, 7], 19, 19],
		[[12, 3, 7, 1], 21, 27],
		[[2], 1, 4],
	])("of %j is from %i to %i", (counts, least, most) => {
		expect(sharedTotal(counts)).toMatchObject({ least, most });
	});

	const published = (all: readonly number[]) => [all.map(suppressSmall), sharedTotal(all)];

	it("leaves every hidden count open to all it can be, for somebody who tries every possibility", () => {
		const digits = [0, 1, 2, 3, 4, 5, 6];
		const every = digits.flatMap((a) => digits.flatMap((b) => digits.map((c) => [a, b, c])));
		const alike = new Map<string, number[][]>();
		for (const counts of every) {
			const seen = JSON.stringify(published(counts));
			alike.set(seen, [...(alike.get(seen) ?? []), counts]);
		}
		for (const possible of alike.values()) {
			for (const [at, count] of (possible[0] ?? []).entries()) {
				const values = new Set(possible.map((one) => one[at]));
				expect([...values]).toEqual(count >= 1 && count <= 4 ? [1, 2, 3, 4] : [count]);
			}
		}
	});

	it("always holds the true total", () => {
		fc.assert(
			fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 12 }), (all) => {
				const total = all.reduce((sum, count) => sum + count, 0);
				const { least, most } = sharedTotal(all);
				expect(least <= total && total <= most).toBe(true);
			}),
		);
	});
});
