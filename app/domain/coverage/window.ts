import { DateTime } from "luxon";
import { academicYear } from "#app/domain/periods.ts";
import { addDays, type LocalDate } from "#app/domain/time.ts";

/** Since when a delivery counts as recent. Local days, both included. */
export interface CoverageWindow {
	from: LocalDate;
	/** Sessions after it are not looked at; null for whatever is still to come. */
	to: LocalDate | null;
}

interface Asked {
	/** The starting year of an academic year; absent for the months of the settings. */
	year?: number | undefined;
	/** Whole months after which a delivery is overdue. */
	months: number;
	today: LocalDate;
}

/**
 * The window of an academic year, or the last so many months: of 12 on 25 November 2026, the days
 * since 26 November 2025, so that a delivery is overdue on its first birthday and not before.
 */
export function windowOf({ year, months, today }: Asked): CoverageWindow {
	if (year !== undefined) {
		const { from, to } = academicYear(year);
		return { from, to };
	}
	const ago = DateTime.fromISO(today, { zone: "utc" }).minus({ months }).toISODate() ?? today;
	return { from: addDays(ago, 1), to: null };
}
