import type { readVenueTime } from "#app/data/school-time.ts";
import { type Actor, may } from "#app/domain/access/permissions.ts";
import { formatClock } from "#app/domain/format-time.ts";
import { academicYear, academicYearOf } from "#app/domain/periods.ts";
import { daysWords } from "#app/domain/school-time/lesson-lines.ts";
import { type LessonPeriod, weekLetterOf } from "#app/domain/school-time/lesson-periods.ts";
import { datesInForce, familyOf, yearOfDates } from "#app/domain/school-time/school-dates.ts";
import type { LocalDate } from "#app/domain/time.ts";

type VenueTimeRecord = NonNullable<Awaited<ReturnType<typeof readVenueTime>>>;
export type SchoolTimeFacts = ReturnType<typeof schoolTimeFacts>;

/** What a venue's page says of its time; `dates` is null for a place that keeps no terms. */
export function schoolTimeFacts(
	venue: VenueTimeRecord,
	{ actor, today }: { actor: Actor; today: LocalDate },
) {
	const { id, lessons, calendar } = venue;
	const turns = lessons.periods.some(({ week }) => week !== null);
	return {
		id,
		dates: venue.keepsTerms ? datesState(venue, today) : null,
		lessons: lessons.periods.map(periodWords),
		weekLetter: turns ? weekLetterOf(today, lessons.weekA, calendar) : null,
		mayChange: may(actor.role, "register.change") && !venue.retired,
	};
}

function datesState({ calendar, authority }: VenueTimeRecord, today: LocalDate): string {
	const year = academicYearOf(today);
	const { label } = academicYear(year);
	const terms = datesInForce(calendar, "terms").filter((one) => yearOfDates(one) === year);
	if (terms.length === 0) return `Missing for the ${label.toLowerCase()}`;
	const own = calendar.own.some(
		(one) => familyOf(one.kind) === "terms" && yearOfDates(one) === year,
	);
	return own ? "The school’s own" : `Those of ${authority ?? "its local authority"}`;
}

/** "Period 3, 11:20am to 12:20pm, week B, Mon-Thu". */
function periodWords({ name, starts, ends, week, weekdays }: LessonPeriod): string {
	return [
		name,
		`${formatClock(starts)} to ${formatClock(ends)}`,
		...(week ? [`week ${week}`] : []),
		...(weekdays.join() === "1,2,3,4,5" ? [] : [daysWords(weekdays)]),
	].join(", ");
}
