import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	academicYear,
	calendarYear,
	financialYear,
	month,
	periodFrom,
	quarter,
	term,
} from "#app/domain/periods.ts";
import { inPeriod, pressLine, roundedBelow } from "#app/domain/reach/press-line.ts";

const jet = { team: "Joint Education Team", period: calendarYear(2024) };
const gangs = { theme: "Gangs and county lines", sessions: 84, reached: 4316 };
const knife = { theme: "Knife crime", sessions: 218, reached: 9827 };

describe("pressLine", () => {
	it("says the figures published for Essex in 2024", () => {
		expect(pressLine({ ...jet, figures: [gangs, knife] })).toBe(
			"In 2024 the Joint Education Team delivered 84 sessions on gangs and county lines, reaching 4,316 young people, and 218 sessions on knife crime, reaching 9,827 young people.",
		);
	});

	it("rounds down in words, for a team that counts people", () => {
		const figures = [{ theme: null, sessions: 36, reached: 3214 }];
		const line = { ...jet, team: "PPP team", figures, audience: "people" as const };
		expect(pressLine({ ...line, wording: "rounded" })).toBe(
			"In 2024 the PPP team delivered more than 35 sessions, reaching more than 3,200 people.",
		);
		expect(pressLine(line)).toBe(
			"In 2024 the PPP team delivered 36 sessions, reaching 3,214 people.",
		);
	});

	it.each([
		[[], "no sessions."],
		[[{ ...knife, sessions: 0, reached: 0 }], "no sessions on knife crime."],
		[[{ ...knife, sessions: 1, reached: 1 }], "1 session on knife crime, reaching 1 young person."],
		[
			[{ ...knife, sessions: 2, reached: 0 }],
			"2 sessions on knife crime, reaching no young people.",
		],
		[
			[{ ...knife, theme: "CSE awareness" }],
			"218 sessions on CSE awareness, reaching 9,827 young people.",
		],
		[
			[gangs, knife, { theme: "Arson", sessions: 1, reached: 30 }],
			"84 sessions on gangs and county lines, reaching 4,316 young people; 218 sessions on knife crime, reaching 9,827 young people; and 1 session on arson, reaching 30 young people.",
		],
	])("%j", (figures, ending) => {
		expect(pressLine({ ...jet, figures })).toBe(
			`In 2024 the Joint Education Team delivered ${ending}`,
		);
	});

	it("gives a team one article", () => {
		expect(pressLine({ ...jet, team: "The Essex Team", figures: [] })).toContain(
			" the Essex Team ",
		);
	});

	it.each([
		[calendarYear(2024), "In 2024"],
		[month(2024, 1), "In January 2024"],
		[quarter(2024, 1), "From January to March 2024"],
		[financialYear(2024), "In the financial year 2024 to 2025"],
		[academicYear(2024), "In the academic year 2024 to 2025"],
		[term(2024, "spring"), "In the spring term 2025"],
		[periodFrom("2024-05-01", "2024-06-09"), "Between 1 May 2024 and 9 June 2024"],
		[periodFrom("2024-05-03", "2024-05-03"), "On 3 May 2024"],
	])("%o", (period, words) => {
		expect(inPeriod(period)).toBe(words);
	});
});

describe("rounding words", () => {
	it.each([
		[4316, 4300],
		[4300, 4300],
		[9827, 9800],
		[3214, 3200],
		[36, 35],
		[35, 35],
		[84, 80],
		[218, 210],
		[19, 19],
		[0, 0],
		[12345, 12000],
	])("%i rounds to %i", (count, rounded) => {
		expect(roundedBelow(count)).toBe(rounded);
	});

	it("say more than only of a number that is less, and else the number itself", () => {
		fc.assert(
			fc.property(fc.nat(200_000), (reached) => {
				const figures = [{ theme: null, sessions: 1, reached }];
				const line = pressLine({ ...jet, figures, wording: "rounded" });
				const said = Number(
					(/reaching (?:more than )?([\d,]+)/.exec(line)?.[1] ?? "0").replaceAll(",", ""),
				);
				if (line.includes("more than")) expect(said).toBeLessThan(reached);
				else expect(said).toBe(reached);
			}),
			{ numRuns: 500 },
		);
	});

	it("say nearly only of a number that is more, and never far from it", () => {
		fc.assert(
			fc.property(fc.nat(200_000), (reached) => {
				const figures = [{ theme: null, sessions: 1, reached }];
				const line = pressLine({ ...jet, figures, wording: "nearest" });
				const [, word, digits = "0"] = /reaching (more than |nearly )?([\d,]+|no)/.exec(line) ?? [];
				const said = digits === "no" ? 0 : Number(digits.replaceAll(",", ""));
				if (word === "nearly ") {
					expect(said).toBeGreaterThan(reached);
					expect((said - reached) / reached).toBeLessThan(0.04);
				} else if (word) expect(said).toBeLessThan(reached);
				else expect(said).toBe(reached);
			}),
			{ numRuns: 500 },
		);
	});
});
