import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PartShown, suppressParts, suppressSmall } from "#app/domain/reach/suppress.ts";

it.each([
	[0, "0"],
	[1, "fewer than 5"],
	[4, "fewer than 5"],
	[5, "5"],
	[1200, "1200"],
])("%i leaves the team as %s", (count, text) => {
	expect(suppressSmall(count)).toBe(text);
});

/** Every table that a reader of the published one must think possible, by trying them all. */
function possible(parts: readonly number[], shown: readonly PartShown[]): number[][] {
	const total = parts.reduce((sum, count) => sum + count, 0);
	const tables: number[][] = [];
	const fill = (table: number[], left: number) => {
		const at = table.length;
		if (at === parts.length) {
			if (left === 0) tables.push(table);
			return;
		}
		const count = parts[at] ?? 0;
		const [low, high] =
			shown[at] === "exact" ? [count, count] : shown[at] === "few" ? [1, 4] : [5, left];
		for (let value = low; value <= high && value <= left; value += 1)
			fill([...table, value], left - value);
	};
	fill([], total);
	return tables;
}

describe("parts of a total that is told", () => {
	it.each([
		[[], []],
		[
			[0, 0],
			["exact", "exact"],
		],
		[
			[12, 5, 0],
			["exact", "exact", "exact"],
		],
		[
			[3, 40, 12],
			["few", "withheld", "exact"],
		],
		[
			[2, 3, 3, 50],
			["few", "few", "few", "exact"],
		],
		[[3], null],
		[[1, 5], null],
		[[1, 1, 0], null],
	])("%j are shown as %j", (parts, shown) => {
		expect(suppressParts(parts)).toEqual(shown);
	});

	it("leave every number from 1 to 4 possible for each of the few, and hide nothing without need", () => {
		const count = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 14 }));
		fc.assert(
			fc.property(fc.array(count, { maxLength: 5 }), (parts) => {
				const shown = suppressParts(parts);
				const few = parts.flatMap((part, at) => (part >= 1 && part <= 4 ? [at] : []));
				if (few.length === 0) expect(shown).toEqual(parts.map(() => "exact"));
				if (shown === null) return;
				const tables = possible(parts, shown);
				for (const at of few) {
					expect(shown[at]).toBe("few");
					expect([...new Set(tables.map((table) => table[at]))].sort()).toEqual([1, 2, 3, 4]);
				}
			}),
			{ numRuns: 400 },
		);
	});
});
