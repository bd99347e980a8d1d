import { type Period, periodBefore, periodContains, periodFrom } from "#app/domain/periods.ts";
import { addDays, daysBetween, type LocalDate } from "#app/domain/time.ts";

export interface Comparison {
	/** What to compare with. */
	period: Period;
	/** The period in hand is not over, so that of the one before only as many days are taken. */
	soFar: boolean;
}

/**
 * The period before, for the change in figures. A year that has only begun is compared with the same
 * stretch of the year before: against the whole of it every figure would look like a loss.
 */
export function comparisonFor(period: Period, today: LocalDate): Comparison {
	const before = periodBefore(period);
	if (!periodContains(period, today) || today === period.to)
		return { period: before, soFar: false };
	const last = addDays(before.from, daysBetween(period.from, today));
	const to = periodContains(before, last) ? last : before.to;
	return { period: periodFrom(before.from, to), soFar: true };
}
