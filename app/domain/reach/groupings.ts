import { z } from "zod";

/** What reach can be split by, with the word on screen; the code is also the CSV's first column. */
export const groupingLabels = {
	theme: "Theme",
	programme: "Programme",
	district: "District",
	phase: "Phase",
	venue_type: "Venue type",
	year_group: "Year group",
	month: "Month",
	term: "Term",
	agency: "Agency",
	venue: "Venue",
	team: "Team",
} as const;

export type Grouping = keyof typeof groupingLabels;

export const groupings = Object.keys(groupingLabels) as [Grouping, ...Grouping[]];

/** `by` of /reach and /reach.csv; theme when it is not given. */
export const grouping = z
	.enum(groupings, { error: `Choose one of ${groupings.join(", ")}` })
	.default("theme");

/** The header of /reach.csv: part of what programs outside rely on, in this order. */
export function reachCsvColumns(by: Grouping): string[] {
	return [by, "sessions", "young_people", "young_people_estimated_distinct", "adults"];
}

/**
 * Groupings whose parts can share a session, so that their sessions add up to more than the total
 * and the screen must say so: a session has several year groups, and a joint one several agencies.
 */
export function sharesSessions(by: Grouping): boolean {
	return by === "year_group" || by === "agency";
}
