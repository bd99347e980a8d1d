import { z } from "zod";
import type { Period } from "#app/domain/periods.ts";
import { several } from "#app/domain/text.ts";
import { type PressFigure, pressLine } from "./press-line.ts";
import type { PublishedFigures } from "./publication.ts";
import { isFew } from "./suppress.ts";

function oneOf<const Values extends readonly [string, ...string[]]>(what: string, values: Values) {
	return z.enum(values, { error: `Choose ${what} as one of ${values.join(", ")}` });
}

const sayable = oneOf("what to say besides", ["estimated", "places", "adults"]);

/** How a line is worded, as it stands in the address of the page where it is chosen. */
export const pressChoice = z.object({
	wording: oneOf("the wording", ["exact", "rounded", "nearest"]).default("exact"),
	count: oneOf("who is counted", ["young_people", "people"]).default("young_people"),
	split: oneOf("how it is split", ["themes", "together"]).default("themes"),
	say: several(sayable),
});

export type PressChoice = z.output<typeof pressChoice>;

/** The part of an address that says the choice again; what is usual is left out. */
export function choiceParams({ wording, count, split, say }: PressChoice): URLSearchParams {
	const params = new URLSearchParams();
	if (wording !== "exact") params.set("wording", wording);
	if (count !== "young_people") params.set("count", count);
	if (split !== "themes") params.set("split", split);
	for (const each of say) params.append("say", each);
	return params;
}

interface Told {
	/** Who delivered. */
	about: string;
	period: Period;
	figures: PublishedFigures;
	choice: PressChoice;
}

/** The sentences for the press about published figures, worded as chosen. */
export function lineOf({ about, period, figures, choice }: Told): string {
	const { wording, count } = choice;
	return pressLine({
		...{ team: about, period, wording, audience: count },
		figures: figuresIn(figures, choice),
		also: {
			...(says(choice, "estimated") && { estimatedDistinct: figures.estimatedDistinct }),
			...(says(choice, "places") && {
				places: { schools: figures.schools, others: figures.otherPlaces },
			}),
			...(says(choice, "adults") && { adults: figures.adults }),
		},
	});
}

/** why not the adults twice: with everybody counted they are in the line already. */
function says({ say, count }: PressChoice, what: PressChoice["say"][number]): boolean {
	return say.includes(what) && !(what === "adults" && count === "people");
}

function figuresIn(figures: PublishedFigures, { split, count }: PressChoice): PressFigure[] {
	const parts =
		split === "together" ? [{ ...figures, theme: null }] : figures.themes.filter(isNotEmpty);
	const adults = count === "people" ? 1 : 0;
	return parts.map((part) => ({
		theme: part.theme,
		sessions: part.sessions,
		reached: part.youngPeople + adults * part.adults,
	}));
}

function isNotEmpty({ sessions }: { sessions: number }): boolean {
	return sessions > 0;
}

/**
 * What a line would tell of fewer than 5 people, by name; such a line may not be published.
 * why the adults too where everybody is counted: the young people alone stand on the public page.
 */
export function tooFewIn(figures: PublishedFigures, choice: PressChoice): string[] {
	const parts =
		choice.split === "together"
			? [{ name: "the young people", ...figures }]
			: figures.themes.map((part) => ({ name: part.theme, ...part }));
	return [
		...parts
			.filter(
				({ youngPeople, adults }) =>
					isFew(youngPeople) || (choice.count === "people" && isFew(adults)),
			)
			.map(({ name }) => name),
		...(says(choice, "estimated") && isFew(figures.estimatedDistinct)
			? ["the different young people"]
			: []),
		...(says(choice, "adults") && isFew(figures.adults) ? ["the adults"] : []),
	];
}
