import { describe, expect, it } from "vitest";
import { calendarYear } from "#app/domain/periods.ts";
import {
	choiceParams,
	lineOf,
	type PressChoice,
	pressChoice,
	tooFewIn,
} from "#app/domain/reach/press-choice.ts";
import { publicChange, publicFigures } from "#app/domain/reach/public-figures.ts";
import type { PublishedFigures } from "#app/domain/reach/publication.ts";

const themes = [
	{ ...{ themeId: "g", theme: "Gangs and county lines", sessions: 84, youngPeople: 4316 } },
	{ ...{ themeId: "k", theme: "Knife crime", sessions: 218, youngPeople: 9827 } },
].map((theme) => ({ ...theme, estimatedDistinct: 4000, adults: 60 }));

const figures: PublishedFigures = {
	...{ sessions: 302, youngPeople: 14_143, estimatedDistinct: 11_800, adults: 120 },
	...{ schools: 61, otherPlaces: 1, counted: 300, estimated: 2, themes },
	yearGroups: [
		{ yearGroup: "Y8", youngPeople: 14_100 },
		{ yearGroup: "Y9", youngPeople: 40 },
		{ yearGroup: "Y10", youngPeople: 3 },
	],
};
const jet = { about: "Joint Education Team", period: calendarYear(2024), figures };
const usual = pressChoice.parse({ say: undefined });
const line = (choice: Partial<PressChoice>) => lineOf({ ...jet, choice: { ...usual, ...choice } });

describe("a line as it is chosen", () => {
	it.each<[Partial<PressChoice>, string]>([
		[
			{},
			"In 2024 the Joint Education Team delivered 84 sessions on gangs and county lines, reaching 4,316 young people, and 218 sessions on knife crime, reaching 9,827 young people.",
		],
		[
			{ split: "together", say: ["adults", "estimated", "places"] },
			"In 2024 the Joint Education Team delivered 302 sessions, reaching 14,143 young people. By estimate these were 11,800 different young people. The sessions took place at 61 schools and 1 other place. 120 adults took part besides.",
		],
		[
			{ split: "together", count: "people", say: ["adults"], wording: "rounded" },
			"In 2024 the Joint Education Team delivered more than 300 sessions, reaching more than 14,000 people.",
		],
		[
			{ wording: "nearest" },
			"In 2024 the Joint Education Team delivered nearly 85 sessions on gangs and county lines, reaching more than 4,300 young people, and nearly 220 sessions on knife crime, reaching more than 9,800 young people.",
		],
		[
			{ split: "together", say: ["adults"], wording: "nearest" },
			"In 2024 the Joint Education Team delivered more than 300 sessions, reaching more than 14,000 young people. 120 adults took part besides.",
		],
	])("%o", (choice, words) => {
		expect(line(choice)).toBe(words);
	});

	it("stands in an address and is read back from it", () => {
		const choice: PressChoice = {
			...{ wording: "nearest", count: "people", split: "together", say: ["estimated", "places"] },
		};
		const params = choiceParams(choice);
		expect(pressChoice.parse({ ...Object.fromEntries(params), say: params.getAll("say") })).toEqual(
			choice,
		);
		expect(choiceParams(usual).toString()).toBe("");
	});

	it("may not tell of fewer than 5 people", () => {
		const few = { ...figures, adults: 3, themes: themes.map((one) => ({ ...one, adults: 2 })) };
		expect(tooFewIn(few, usual)).toEqual([]);
		expect(tooFewIn(few, { ...usual, say: ["adults"] })).toEqual(["the adults"]);
		expect(tooFewIn(few, { ...usual, count: "people" })).toHaveLength(2);
		const small = { ...figures, themes: [{ ...themes[0], youngPeople: 4 }] } as PublishedFigures;
		expect(tooFewIn(small, usual)).toEqual(["Gangs and county lines"]);
		expect(tooFewIn(small, { ...usual, split: "together" })).toEqual([]);
	});
});

describe("figures as anybody may read them", () => {
	it("keep the few and what would give them away", () => {
		const shown = publicFigures(figures);
		expect(shown.yearGroups.map(({ youngPeople }) => youngPeople)).toEqual([
			"not shown",
			"40",
			"fewer than 5",
		]);
		expect(shown.total).toMatchObject({ sessions: "302", youngPeople: "14,143", adults: "120" });
		expect(shown.themes.map(({ youngPeople }) => youngPeople)).toEqual(["4,316", "9,827"]);
	});

	it.each([
		[100, 100, null],
		[100, 104, "changed by fewer than 5"],
		[100, 96, "changed by fewer than 5"],
		[100, 113, "now about 115"],
		[4316, 4299, "now about 4,300"],
		[12, 2, "now fewer than 5"],
		[12, 0, "now fewer than 5"],
	])("of %i that became %i say %j", (published, today, words) => {
		expect(publicChange(published, today)).toBe(words);
	});
});
