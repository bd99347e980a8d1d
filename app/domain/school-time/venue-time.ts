import type { Spot } from "#app/domain/travel/travel.ts";
import type { Lessons } from "./lesson-periods.ts";
import type { SchoolCalendar } from "./school-dates.ts";

/** All of a venue's time that a session has to fit into. */
export interface VenueTime extends Spot {
	name: string;
	/** Whether it keeps terms: a school does, a youth club does not. */
	keepsTerms: boolean;
	/** The name of its local authority; null where it is in none. */
	authority: string | null;
	calendar: SchoolCalendar;
	lessons: Lessons;
}

export const kindsWithTerms: readonly string[] = ["school", "college", "alternative_provision"];

/** Whether a kind of venue keeps school terms. */
export function keepsTerms(kind: string): boolean {
	return kindsWithTerms.includes(kind);
}
