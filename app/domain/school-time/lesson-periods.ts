import { addDays, daysBetween, type LocalDate, startOfWeek, weekdayOf } from "#app/domain/time.ts";
import { datesInForce, type SchoolCalendar, type SchoolDate, schoolDayBy } from "./school-dates.ts";

export const weekLetters = ["A", "B"] as const;
export type WeekLetter = (typeof weekLetters)[number];

export interface LessonPeriod {
	name: string;
	/** Of a two-week timetable; null for both. */
	week: WeekLetter | null;
	/** ISO days of the week, 1 Monday to 7 Sunday. */
	weekdays: readonly number[];
	/** Wall times "HH:mm". */
	starts: string;
	ends: string;
}

export interface Lessons {
	periods: readonly LessonPeriod[];
	/** The Monday of a week A; null where every week is the same. */
	weekA: LocalDate | null;
}

/** Weeks. Further from the known week A nothing is claimed: somebody has to say it anew. */
const REACH = 160;

/**
 * Which week of a two-week timetable a day is in; null where nobody knows.
 * why school weeks: timetables turn over when lessons are taught, and a week without a single school
 * day is jumped over. A week of which no dates are on record counts as taught.
 */
export function weekLetterOf(
	date: LocalDate,
	weekA: LocalDate | null,
	calendar: SchoolCalendar,
): WeekLetter | null {
	if (weekA === null) return null;
	const [known, asked] = [startOfWeek(weekA), startOfWeek(date)];
	const [first, last] = known < asked ? [known, asked] : [asked, known];
	if (daysBetween(first, last) > 7 * REACH) return null;
	const terms = datesInForce(calendar, "terms");
	let taught = 0;
	for (let monday = first; monday < last; monday = addDays(monday, 7)) {
		if (isTaught(monday, terms)) taught += 1;
	}
	return taught % 2 === 0 ? "A" : "B";
}

function isTaught(monday: LocalDate, terms: readonly SchoolDate[]): boolean {
	return [0, 1, 2, 3, 4].some(
		(days) => schoolDayBy(addDays(monday, days), terms).standing !== "closed",
	);
}

/** The lesson periods of a school on a day, in order of time; empty where none are known. */
export function periodsOn(
	date: LocalDate,
	{ periods, weekA }: Lessons,
	calendar: SchoolCalendar,
): LessonPeriod[] {
	const weekday = weekdayOf(date);
	const today = periods.filter(({ weekdays }) => weekdays.includes(weekday));
	const turns = today.some(({ week }) => week !== null);
	const letter = turns ? weekLetterOf(date, weekA, calendar) : null;
	return today
		.filter(({ week }) => week === null || week === letter)
		.sort((a, b) => (a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : 0));
}

/** From the first lesson to the end of the last one; null where no lessons are known that day. */
export function lessonHours(periods: readonly LessonPeriod[]) {
	const [first] = periods;
	const last = periods
		.map(({ ends }) => ends)
		.sort()
		.at(-1);
	return first && last ? { starts: first.starts, ends: last } : null;
}
