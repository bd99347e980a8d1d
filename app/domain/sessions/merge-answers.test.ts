import { describe, expect, it } from "vitest";
import { mergeAnswers } from "#app/domain/sessions/merge-answers.ts";

const was = { expected: "30", notes: "Hall", yearGroups: ["Y7", "Y8"] };

describe("mergeAnswers", () => {
	it("keeps what was typed and takes what somebody else did to the rest", () => {
		const typed = { ...was, notes: "Hall, first floor" };
		const now = { ...was, expected: "60" };
		expect(mergeAnswers(was, typed, now)).toEqual({
			merged: { expected: "60", notes: "Hall, first floor", yearGroups: ["Y7", "Y8"] },
			overlapping: [],
		});
	});

	it("names the field that both changed, and lets the typed answer stand", () => {
		const { merged, overlapping } = mergeAnswers(
			was,
			{ ...was, expected: "45" },
			{ ...was, expected: "60" },
		);
		expect(merged.expected).toBe("45");
		expect(overlapping).toEqual(["expected"]);
	});

	it("sees no quarrel where both did the same", () => {
		const same = { ...was, expected: "60" };
		expect(mergeAnswers(was, same, same)).toEqual({ merged: same, overlapping: [] });
	});

	it("judges each tick by itself", () => {
		const typed = { ...was, yearGroups: ["Y8", "Y9"] };
		const now = { ...was, yearGroups: ["Y7", "Y8", "Y10"] };
		expect(mergeAnswers(was, typed, now)).toEqual({
			merged: { ...was, yearGroups: ["Y8", "Y10", "Y9"] },
			overlapping: [],
		});
	});
});
