import type { Outcomes } from "#app/data/outcomes.ts";
import { countOf, formatCount } from "#app/domain/format-number.ts";
import { listingHref, type SessionFilter } from "#app/domain/sessions/session-filter.ts";

export interface MissingRow {
	what: string;
	sessions: string;
	href: string;
	/** Whether they are in the figures, and what that means. */
	means: string;
}

/** What is missing from the figures, and what in them is less sure. */
export function missingRows(outcomes: Outcomes, filter: SessionFilter): MissingRow[] {
	const { status: _status, ...all } = filter;
	const row = (what: string, sessions: number, means: string, more: SessionFilter) => ({
		what,
		sessions: formatCount(sessions),
		means,
		href: listingHref("/sessions", { ...all, ...more }),
	});
	const people = (count: number) => countOf(count, "young person", "young people");
	const rows = [
		row(
			"Awaiting close-out",
			outcomes.awaitingCloseOut,
			"In no figure until somebody records what happened",
			{ status: "awaiting_close_out" },
		),
		row(
			"Estimated headcounts",
			outcomes.estimated.sessions,
			`${people(outcomes.estimated.youngPeople)}, in the figures`,
			{ counted: "estimated" },
		),
		row(
			"Counted headcounts",
			outcomes.counted.sessions,
			`${people(outcomes.counted.youngPeople)}, in the figures`,
			{ counted: "counted" },
		),
		row(
			"Brought in from old files",
			outcomes.imported.sessions,
			`${people(outcomes.imported.youngPeople)}, in the figures as the files have them`,
			{ imported: "yes", status: "delivered" },
		),
		row("Not delivered", outcomes.notDelivered, "Reached nobody", { status: "not_delivered" }),
		row("Cancelled by us", outcomes.cancelledByUs, "Reached nobody", { cancelledBy: "us" }),
		row("Cancelled by the school", outcomes.cancelledBySchool, "Reached nobody", {
			cancelledBy: "school",
		}),
		row("Confirmed, still to come", outcomes.confirmed, "Expected numbers are never counted", {
			status: "confirmed",
		}),
		row("Provisional", outcomes.provisional, "Expected numbers are never counted", {
			status: "provisional",
		}),
	];
	// why: a question about one kind of headcounts has only the other rows' zeros to tell.
	return filter.counted ? rows.filter(({ sessions }) => sessions !== "0") : rows;
}
