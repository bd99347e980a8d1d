import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeWords, percentOf, shareWords } from "./shares.ts";
import { moreThanCame, readTotals } from "./totals-input.ts";

describe("a share of answers", () => {
	it.each([
		[3, 9, null, "3 of 9"],
		[3, 10, 30, "3 of 10 (30%)"],
		[36, 48, 75, "36 of 48 (75%)"],
		[0, 12, 0, "0 of 12 (0%)"],
		[0, 0, null, "No answers"],
	])("%i of %i is %s percent: %s", (part, all, percent, words) => {
		expect(percentOf(part, all)).toBe(percent);
		expect(shareWords(part, all)).toBe(words);
	});

	const tally = fc.record({
		agree: fc.nat({ max: 40 }),
		unsure: fc.nat({ max: 40 }),
		disagree: fc.nat({ max: 40 }),
	});

	it("is never a percentage of fewer than ten, alone or in a comparison", () => {
		fc.assert(
			fc.property(tally, tally, fc.constantFrom("agree", "disagree"), (before, after, better) => {
				const sizes = [before, after].map((one) => one.agree + one.unsure + one.disagree);
				for (const [at, one] of [before, after].entries()) {
					const words = shareWords(one[better], sizes[at] ?? 0);
					expect(words.includes("%")).toBe((sizes[at] ?? 0) >= 10);
				}
				const change = changeWords(before, after, better);
				expect(change === null).toBe(sizes.some((size) => size < 10));
			}),
		);
	});

	it("says what changed", () => {
		const before = { agree: 5, unsure: 5, disagree: 10 };
		expect(changeWords(before, { agree: 15, unsure: 5, disagree: 0 }, "agree")).toBe(
			"From 25% to 75%",
		);
		expect(changeWords(before, before, "disagree")).toBe("50% before and after");
	});
});

describe("totals in a form's boxes", () => {
	const read = (boxes: Record<string, string>) =>
		readTotals(["q1", "q2"], (name) => boxes[name] ?? "");

	it("leave out what was not asked, and take an empty box for nobody", () => {
		expect(read({ "before.q1.agree": "12", "after.q2.agree": "0", "after.q2.unsure": "" })).toEqual(
			{
				ok: true,
				totals: [{ versionId: "q1", moment: "before", agree: 12, unsure: 0, disagree: 0 }],
			},
		);
	});

	it.each(["-1", "many", "2001", "1.5", "1e3"])("are refused as %j, by the box", (typed) => {
		const outcome = read({ "after.q2.disagree": typed });
		expect(outcome).toMatchObject({ ok: false, errors: [{ field: "after.q2.disagree" }] });
	});

	it("warn where more answered than were there", () => {
		const totals = [{ agree: 20, unsure: 5, disagree: 4 }];
		expect(moreThanCame(totals, 28)).toBe(29);
		expect(moreThanCame(totals, 29)).toBeNull();
		expect(moreThanCame([], 0)).toBeNull();
		expect(moreThanCame(totals, null)).toBeNull();
	});
});
