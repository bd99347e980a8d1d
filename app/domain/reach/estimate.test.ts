import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AttendanceRow, estimateDistinct } from "#app/domain/reach/estimate.ts";

const row = (
	venueId: string,
	academicYear: number,
	yearGroup: AttendanceRow["yearGroup"],
	programmeId: string,
	youngPeople: number,
): AttendanceRow => ({ venueId, academicYear, yearGroup, programmeId, youngPeople });

describe("estimateDistinct", () => {
	it.each<[string, AttendanceRow[], number]>([
		["nothing", [], 0],
		["parallel classes add", [row("a", 2024, "Y8", "k", 28), row("a", 2024, "Y8", "k", 30)], 58],
		["repeat visits do not", [row("a", 2024, "Y8", "k", 28), row("a", 2024, "Y8", "g", 30)], 30],
		[
			"the largest programme, not the largest session",
			[row("a", 2024, "Y8", "k", 28), row("a", 2024, "Y8", "k", 27), row("a", 2024, "Y8", "g", 50)],
			55,
		],
		["other venues add", [row("a", 2024, "Y8", "k", 28), row("b", 2024, "Y8", "g", 30)], 58],
		["other years add", [row("a", 2023, "Y8", "k", 28), row("a", 2024, "Y8", "g", 30)], 58],
		["other year groups add", [row("a", 2024, "Y8", "k", 28), row("a", 2024, "Y9", "g", 30)], 58],
		[
			"names cannot run into each other",
			[row("a,1", 2024, "Y8", "k", 5), row("a", 2024, "Y8", "k", 5)],
			10,
		],
	])("%s", (_name, rows, expected) => {
		expect(estimateDistinct(rows)).toBe(expected);
	});

	const rows = fc.array(
		fc.record({
			venueId: fc.constantFrom("a", "b", "1"),
			academicYear: fc.constantFrom(2023, 2024),
			yearGroup: fc.constantFrom("Y1" as const, "Y11" as const, "Mixed" as const),
			programmeId: fc.constantFrom("k", "g", "c"),
			youngPeople: fc.integer({ min: 0, max: 300 }),
		}),
		{ maxLength: 40 },
	);

	/** Another way round: choose for each cohort the programme to count, and take the best choice. */
	function bestChoice(all: AttendanceRow[]): number {
		let best = 0;
		for (const venueId of ["a", "b", "1"]) {
			for (const academicYear of [2023, 2024]) {
				for (const yearGroup of ["Y1", "Y11", "Mixed"]) {
					const tries = ["k", "g", "c"].map((programmeId) => {
						const counted = all.filter(
							(each) =>
								each.venueId === venueId &&
								each.academicYear === academicYear &&
								each.yearGroup === yearGroup &&
								each.programmeId === programmeId,
						);
						return counted.reduce((sum, each) => sum + each.youngPeople, 0);
					});
					best += tries.sort((one, other) => other - one)[0] ?? 0;
				}
			}
		}
		return best;
	}

	it("is what choosing one programme for each cohort gives at best", () => {
		fc.assert(
			fc.property(rows, (all) => {
				expect(estimateDistinct(all)).toBe(bestChoice(all));
			}),
			{ numRuns: 500 },
		);
	});

	it("never passes the attendances, nor falls by a session, nor depends on order", () => {
		fc.assert(
			fc.property(rows, rows, (all, more) => {
				const attendances = all.reduce((sum, each) => sum + each.youngPeople, 0);
				const estimate = estimateDistinct(all);
				expect(estimate).toBeLessThanOrEqual(attendances);
				expect(estimateDistinct([...all, ...more])).toBeGreaterThanOrEqual(estimate);
				expect(estimateDistinct([...all].reverse())).toBe(estimate);
			}),
		);
	});
});
