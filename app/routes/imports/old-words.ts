import type { OldOutcome } from "#app/domain/imports/old-check.ts";

/** What becomes of a row of a spreadsheet, in the order of interest. */
export const oldOutcomeWords: Record<OldOutcome, string> = {
	ready: "Ready",
	asks: "Waiting for answers",
	duplicate: "Already here",
	error: "Mistakes",
	left_out: "Left out",
};
