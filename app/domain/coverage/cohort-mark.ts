import { academicYearOf } from "#app/domain/periods.ts";
import { cohortOf, type YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { LocalDate } from "#app/domain/time.ts";
import type { Mark } from "./states.ts";

/** A delivery to one year group. */
export interface Delivery {
	themeId: string;
	yearGroup: YearGroup;
	mark: Mark;
}

export interface CohortMark {
	/** What the same young people were then. */
	was: YearGroup;
	mark: Mark;
}

/**
 * When those who are in a year group now last had a theme as another one: Year 10 as Year 9 a year
 * ago. Null when they did not, or when nobody can say who they are.
 * @param deliveries of one school and of those it followed
 * @param date the day on which they are what `yearGroup` says
 */
export function cohortMark(
	deliveries: readonly Delivery[],
	{ themeId, yearGroup, date }: { themeId: string; yearGroup: YearGroup; date: LocalDate },
): CohortMark | null {
	const cohort = cohortOf(yearGroup, academicYearOf(date));
	if (cohort === null) return null;
	const met = deliveries.filter(
		(one) =>
			one.themeId === themeId &&
			one.yearGroup !== yearGroup &&
			one.mark.date <= date &&
			cohortOf(one.yearGroup, academicYearOf(one.mark.date)) === cohort,
	);
	const [last] = met.sort((a, b) => (a.mark.date < b.mark.date ? 1 : -1));
	return last ? { was: last.yearGroup, mark: last.mark } : null;
}
