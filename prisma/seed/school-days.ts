import { addDays, type LocalDate, startOfWeek, weekdayOf } from "#app/domain/time.ts";

/**
 * Which days the demo's schools are open: like Essex's own terms, but by rule, so that the demo
 * works in every year. Holidays are a little too long rather than too short.
 */

const easterSundays = [
	"2024-03-31",
	"2025-04-20",
	"2026-04-05",
	"2027-03-28",
	"2028-04-16",
	"2029-04-01",
	"2030-04-21",
	"2031-04-13",
	"2032-03-28",
	"2033-04-17",
	"2034-04-09",
	"2035-03-25",
	"2036-04-13",
];

/** The first Monday on or after a date. */
function mondayFrom(date: LocalDate): LocalDate {
	return startOfWeek(addDays(date, 6));
}

/** Five days from a Monday on. */
function week(monday: LocalDate): Holiday {
	return [monday, addDays(monday, 4)];
}

type Holiday = readonly [from: LocalDate, to: LocalDate];

const known = new Map<string, readonly Holiday[]>();

/** Closed from and to, both included, within one calendar year. */
function holidaysOf(year: string): readonly Holiday[] {
	const holidays = known.get(year) ?? workOutHolidays(year);
	known.set(year, holidays);
	return holidays;
}

function workOutHolidays(year: string): Holiday[] {
	const lastMonday = (month: string) => startOfWeek(`${year}-${month}-31`);
	const earlyMay = mondayFrom(`${year}-05-01`);
	const easter = easterSundays.find((date) => date.startsWith(year));
	return [
		[`${year}-01-01`, addDays(mondayFrom(`${year}-01-04`), -1)],
		week(mondayFrom(`${year}-02-13`)),
		...(easter ? [easterHoliday(easter)] : []),
		[earlyMay, earlyMay],
		week(lastMonday("05")),
		[`${year}-07-20`, `${year}-09-03`],
		week(lastMonday("10")),
		// why: the last day of the autumn term is the Friday on or before 21 December.
		[addDays(startOfWeek(addDays(`${year}-12-21`, -4)), 5), `${year}-12-31`],
	];
}

/** A late Easter ends the two weeks, an early one begins them. */
function easterHoliday(sunday: LocalDate): Holiday {
	return sunday.slice(5) > "04-12"
		? [addDays(sunday, -13), addDays(sunday, 1)]
		: [addDays(sunday, -6), addDays(sunday, 12)];
}

export function isSchoolDay(date: LocalDate): boolean {
	if (weekdayOf(date) > 5) return false;
	return !holidaysOf(date.slice(0, 4)).some(([from, to]) => from <= date && date <= to);
}

/** Both ends included. */
export function schoolDaysBetween(from: LocalDate, to: LocalDate): LocalDate[] {
	const days: LocalDate[] = [];
	for (let date = from; date <= to; date = addDays(date, 1)) {
		if (isSchoolDay(date)) days.push(date);
	}
	return days;
}
