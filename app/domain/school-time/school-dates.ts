import { academicYearOf } from "#app/domain/periods.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import { daysBetween, type LocalDate } from "#app/domain/time.ts";
import type { SchoolDateKind } from "./date-kinds.ts";

/** Whole local days, both ends included. */
export interface SchoolDate {
	kind: SchoolDateKind;
	name: string;
	from: LocalDate;
	to: LocalDate;
	/** Whom exams are for; empty for everybody. */
	yearGroups: readonly YearGroup[];
}

/** What is on record for one school. */
export interface SchoolCalendar {
	own: readonly SchoolDate[];
	/** Of its local authority. */
	authority: readonly SchoolDate[];
}

/**
 * What a school is on a day; weekends and bank holidays are not looked at.
 * "unknown" where no dates are on record that would say it: nothing is claimed then.
 */
export type SchoolDay =
	| { standing: "open" }
	| { standing: "closed"; halfTerm: boolean; lastDay: LocalDate | null; reopens: LocalDate | null }
	| { standing: "unknown" };

/** Days. A longer gap between two terms is a term that nobody entered. */
const LONGEST_HOLIDAY = 35;
const LONGEST_SUMMER = 80;

// Terms and half-terms are overridden together: half-terms of one calendar make no sense in another.
const families = { terms: ["term", "half_term"], inset: ["inset"], exams: ["exams"] } as const;
export type DateFamily = keyof typeof families;

/** The family that a kind is overridden with. */
export function familyOf(kind: SchoolDateKind): DateFamily {
	return kind === "inset" || kind === "exams" ? kind : "terms";
}

/** The academic year that dates belong to. why by their end: some autumn terms start in August. */
export function yearOfDates({ to }: Pick<SchoolDate, "to">): number {
	return academicYearOf(to);
}

/**
 * What counts for a school: in each academic year its own dates of a family if it has any, else all
 * of its authority's. In order.
 */
export function datesInForce(calendar: SchoolCalendar, family: DateFamily): SchoolDate[] {
	const kinds: readonly SchoolDateKind[] = families[family];
	const own = calendar.own.filter(({ kind }) => kinds.includes(kind));
	const overridden = new Set(own.map(yearOfDates));
	const inherited = calendar.authority.filter(
		(date) => kinds.includes(date.kind) && !overridden.has(yearOfDates(date)),
	);
	return [...own, ...inherited].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Whether a school teaches on a day, as far as its terms say. */
export function schoolDayOf(date: LocalDate, calendar: SchoolCalendar): SchoolDay {
	return schoolDayBy(date, datesInForce(calendar, "terms"));
}

/**
 * The same for many days of one school.
 * @param dates its terms and half-terms in force, in order
 */
export function schoolDayBy(date: LocalDate, dates: readonly SchoolDate[]): SchoolDay {
	const half = dates.find((one) => one.kind === "half_term" && includes(one, date));
	if (half) return { standing: "closed", halfTerm: true, lastDay: null, reopens: null };
	const terms = dates.filter(({ kind }) => kind === "term");
	if (terms.some((term) => includes(term, date))) return { standing: "open" };
	const before = terms.findLast(({ to }) => to < date);
	const after = terms.find(({ from }) => from > date);
	const lastDay = before?.to ?? null;
	const reopens = after?.from ?? null;
	if (!isHoliday(lastDay, reopens, date)) return { standing: "unknown" };
	return { standing: "closed", halfTerm: false, lastDay, reopens };
}

function isHoliday(lastDay: LocalDate | null, reopens: LocalDate | null, date: LocalDate): boolean {
	if (lastDay === null) return false;
	const august = `${lastDay.slice(0, 4)}-08-01`;
	if (reopens === null) {
		return lastDay >= `${lastDay.slice(0, 4)}-07-01` && date <= `${lastDay.slice(0, 4)}-08-31`;
	}
	const longest = lastDay < august && august < reopens ? LONGEST_SUMMER : LONGEST_HOLIDAY;
	return daysBetween(lastDay, reopens) - 1 <= longest;
}

export function includes({ from, to }: Pick<SchoolDate, "from" | "to">, date: LocalDate): boolean {
	return from <= date && date <= to;
}

/** The INSET day that a day is, or null. */
export function insetOn(date: LocalDate, calendar: SchoolCalendar): SchoolDate | null {
	return datesInForce(calendar, "inset").find((one) => includes(one, date)) ?? null;
}

/** The exams that keep any of these year groups on a day; a mixed group is kept by any. */
export function examsOn(
	date: LocalDate,
	calendar: SchoolCalendar,
	yearGroups: readonly YearGroup[],
): SchoolDate[] {
	return datesInForce(calendar, "exams").filter(
		(exams) =>
			includes(exams, date) &&
			(exams.yearGroups.length === 0 ||
				yearGroups.includes("Mixed") ||
				exams.yearGroups.some((code) => yearGroups.includes(code))),
	);
}

/** The first of some others of the same kind that shares a day with dates; exams may. */
export function overlapping<Other extends Pick<SchoolDate, "kind" | "from" | "to">>(
	dates: Pick<SchoolDate, "kind" | "from" | "to">,
	others: readonly Other[],
): Other | null {
	if (dates.kind === "exams") return null;
	return (
		others.find(
			({ kind, from, to }) => kind === dates.kind && from <= dates.to && to >= dates.from,
		) ?? null
	);
}
