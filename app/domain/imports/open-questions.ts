import type { OldDecisions } from "./old-check.ts";
import type { ListedQuestions } from "./old-file.ts";

export const questionParts = ["dates", "venues", "programmes"] as const;
export type QuestionPart = (typeof questionParts)[number];

/** How many questions of each part nobody has answered yet. */
export function countOpen(
	questions: ListedQuestions,
	decisions: Partial<OldDecisions>,
): Record<QuestionPart, number> {
	const { dates = {}, venues = {}, programmes = {} } = decisions;
	return {
		dates: openDates(questions, { ...decisions, dates }),
		venues: questions.venues.filter(({ key }) => venues[key] === undefined).length,
		programmes: questions.programmes.filter(({ key }) => programmes[key] === undefined).length,
	};
}

/** One answer holds for all dates, unless the file itself writes them in both orders. */
function openDates(
	{ dates, bothOrders }: ListedQuestions,
	decided: Pick<OldDecisions, "dateOrder" | "dates">,
): number {
	const open = dates.filter(({ text }) => decided.dates[text] === undefined).length;
	if (bothOrders) return open;
	return open > 0 && decided.dateOrder === undefined ? 1 : 0;
}
