import type { RegisterPassed, RegisterRowOutcome } from "#app/domain/imports/register-file.ts";

/** What becomes of a row, in the order of interest. */
export const outcomeWords: Record<RegisterRowOutcome, string> = {
	new: "New",
	changed: "Changed",
	closed: "Closed",
	reopened: "Open again",
	gone: "No longer in the register",
	successor: "Successor found",
	unreadable: "Cannot be read",
};

/** Rows that change nothing, and why. */
export const passedWords: Record<RegisterPassed, string> = {
	unchanged: "Unchanged",
	closed_unknown: "Closed, and never in Termtime",
	proposed: "Only proposed to open",
	not_a_school: "Not schools or colleges in England",
	other_type: "Of other types than asked for",
	other_authority: "Of other local authorities than asked for",
};
