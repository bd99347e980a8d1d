/**
 * The parts of the form in order: one a page on a phone, all on one page on a desk. Every part is in
 * every page, so that answers are never lost between them; which one a phone shows is the style's.
 */
export const steps = ["start", "school", "programmes", "group", "dates", "you"] as const;
export type Step = (typeof steps)[number];

export const stepTitles: Record<Exclude<Step, "start">, string> = {
	school: "Your school",
	programmes: "What you would like",
	group: "Who it is for",
	dates: "When",
	you: "You and your school’s part",
};

/** The fields of each part in the order of the page. */
export const stepFields: Record<Step, readonly string[]> = {
	start: [],
	school: ["venue", "schoolQuery", "venueName", "venueTown", "venuePostcode"],
	programmes: ["programmes"],
	group: ["yearGroups", "expectedYoungPeople", "groups", "room", "equipment"],
	dates: ["date1", "periods1", "date2", "periods2", "date3", "periods3"],
	you: [
		"contactName",
		"contactRole",
		"contactEmail",
		"contactPhone",
		"staffStays",
		"dslKnows",
		"notes",
	],
};

export const askFields: readonly string[] = steps.flatMap((step) => stepFields[step]);

export function stepOf(typed: string): Step {
	return steps.find((step) => step === typed) ?? "start";
}

/** The part that a field stands in; the last for what stands in none. */
export function stepOfField(field: string): Step {
	return steps.find((step) => stepFields[step].includes(field)) ?? "you";
}

export function stepAfter(step: Step): Step {
	return steps[steps.indexOf(step) + 1] ?? step;
}

export function stepBefore(step: Step): Step {
	return steps[steps.indexOf(step) - 1] ?? step;
}
