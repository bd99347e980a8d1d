import type { LocalDate } from "#app/domain/time.ts";
import type { CoverageWindow } from "./window.ts";

/** Where a year group of a school stands with a theme; the worst first. */
export const coverageStates = ["never", "overdue", "declined", "booked", "covered"] as const;
export type CoverageState = (typeof coverageStates)[number];

/** What "Book this" is for: nothing in the window, and nothing to come. */
export const gapStates: readonly CoverageState[] = ["never", "overdue", "declined"];

/** One session that a state goes by, or one request that came to nothing. */
export interface Mark {
	/** Of a request the first day that was asked for. */
	date: LocalDate;
	reference: string;
	/** True of a request. */
	requested?: boolean;
	/** Where it was: the school itself, or one that it followed. */
	venueId: string;
}

/** What there was and will be of one theme for one year group of a school, up to a window's end. */
export interface CellFacts {
	/** The last delivered session at which at least one of them was. */
	delivered: Mark | null;
	/** The next one that is still to come. */
	booked: Mark | null;
	/** The last one that the school cancelled, or request that was declined. */
	declined: Mark | null;
	/** Over, and nobody has recorded what happened: it changes no state, and a reader must know. */
	awaiting: Mark | null;
}

export const noFacts: CellFacts = {
	delivered: null,
	booked: null,
	declined: null,
	awaiting: null,
};

/**
 * A state from its facts. A refusal counts as long as a delivery would: what came to nothing
 * three years ago is a gap like any other.
 */
export function stateOf(facts: CellFacts, { from }: CoverageWindow): CoverageState {
	const { delivered, booked, declined } = facts;
	if (delivered !== null && delivered.date >= from) return "covered";
	if (booked !== null) return "booked";
	if (declined !== null && declined.date >= from) return "declined";
	return delivered === null ? "never" : "overdue";
}

/** The best of several: a school is reached by a theme when one of its year groups is. */
export function bestOf(states: readonly CoverageState[]): CoverageState {
	const ranks = states.map((state) => coverageStates.indexOf(state));
	return coverageStates[Math.max(0, ...ranks)] ?? "never";
}

/** The facts of two places or of two groups as those of one. */
export function together(one: CellFacts, other: CellFacts): CellFacts {
	return {
		delivered: later(one.delivered, other.delivered),
		booked: earlier(one.booked, other.booked),
		declined: later(one.declined, other.declined),
		awaiting: later(one.awaiting, other.awaiting),
	};
}

function isBefore(one: Mark, other: Mark): boolean {
	return one.date < other.date || (one.date === other.date && one.reference < other.reference);
}

function later(one: Mark | null, other: Mark | null): Mark | null {
	if (one === null || other === null) return one ?? other;
	return isBefore(one, other) ? other : one;
}

function earlier(one: Mark | null, other: Mark | null): Mark | null {
	if (one === null || other === null) return one ?? other;
	return isBefore(other, one) ? other : one;
}
