import { z } from "zod";
import { count } from "#app/domain/text.ts";

const MAX_MONTHS = 120;

/** What coverage goes by. */
export const coverageSettings = z.object({
	/** Whole months after which a delivery is overdue. */
	coverageMonths: count(MAX_MONTHS, "the months after which a visit is overdue").refine(
		(months) => months > 0,
		{ error: "Enter the months after which a visit is overdue as 1 or more" },
	),
	/** The percentage of pupils on free school meals from which a school comes first. */
	highFsmPercent: count(100, "the share on free school meals"),
});

export type CoverageSettings = z.output<typeof coverageSettings>;
