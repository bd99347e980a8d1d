import type { Reader } from "#app/data/database.ts";
import { readVenueTime } from "#app/data/school-time.ts";
import { formatClock } from "#app/domain/format-time.ts";
import { periodsOn } from "#app/domain/school-time/lesson-periods.ts";
import { schoolDayOf } from "#app/domain/school-time/school-dates.ts";
import type { LocalDate } from "#app/domain/time.ts";

export type SchoolDayShown = Awaited<ReturnType<typeof readSchoolDay>>;

/** The lessons of a school on a day, and whether anything is known of its terms then. */
export async function readSchoolDay(client: Reader, venueId: string, date: LocalDate | null) {
	const venue = venueId === "" || date === null ? null : await readVenueTime(client, venueId);
	if (!venue || date === null) return { periods: [], termsMissing: false };
	const periods = periodsOn(date, venue.lessons, venue.calendar);
	return {
		periods: periods.map(({ name, starts, ends, week }) => ({
			value: `${starts}-${ends}`,
			label: `${name}, ${formatClock(starts)} to ${formatClock(ends)}${week ? `, week ${week}` : ""}`,
		})),
		termsMissing: venue.keepsTerms && schoolDayOf(date, venue.calendar).standing === "unknown",
	};
}
