import { formatDate, formatMonth, formatPlainDate } from "#app/domain/format-time.ts";
import {
	addDays,
	FIRST_YEAR,
	isLocalDate,
	LAST_YEAR,
	type LocalDate,
	startOfWeek,
} from "#app/domain/time.ts";

export const calendarViews = ["day", "week", "month", "people"] as const;
export type CalendarView = (typeof calendarViews)[number];

export interface CalendarPage {
	view: CalendarView;
	/** Any day of what is shown. */
	date: LocalDate;
}

/** What is shown: `first` and `last` included. Never more than six weeks. */
export interface CalendarDays {
	first: LocalDate;
	last: LocalDate;
	/** "Thursday 14 January 2027", "11 to 17 January 2027", "January 2027". */
	title: string;
}

export function calendarDays({ view, date }: CalendarPage): CalendarDays {
	if (view === "day") return { first: date, last: date, title: formatDate(date) };
	if (view === "month") {
		const [from, to] = monthOf(date);
		return {
			first: startOfWeek(from),
			last: addDays(startOfWeek(to), 6),
			title: formatMonth(date),
		};
	}
	const first = startOfWeek(date);
	const last = addDays(first, 6);
	return { first, last, title: weekTitle(first, last) };
}

/** First and last day of a date's month. */
function monthOf(date: LocalDate): [LocalDate, LocalDate] {
	const first = `${date.slice(0, 7)}-01`;
	return [first, addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)];
}

function weekTitle(first: LocalDate, last: LocalDate): string {
	const from = formatPlainDate(first);
	const to = formatPlainDate(last);
	const [day, month, year] = from.split(" ");
	const [, otherMonth, otherYear] = to.split(" ");
	if (year !== otherYear) return `${from} to ${to}`;
	return month === otherMonth ? `${day} to ${to}` : `${day} ${month} to ${to}`;
}

/** The page before or after, of the same view. */
export function calendarStep({ view, date }: CalendarPage, step: 1 | -1): CalendarPage {
	if (view === "day") return { view, date: addDays(date, step) };
	if (view !== "month") return { view, date: addDays(startOfWeek(date), step * 7) };
	const [first, last] = monthOf(date);
	return { view, date: step === 1 ? addDays(last, 1) : monthOf(addDays(first, -1))[0] };
}

export type ParsedCalendar =
	| ({ ok: true } & CalendarPage)
	| { ok: false; errors: { field: "view" | "date"; message: string }[] };

/** Reads which page is asked for; without a word about it this week's. */
export function parseCalendar(
	{ view, date }: { view: string | null; date: string | null },
	today: LocalDate,
): ParsedCalendar {
	const asked = view || "week";
	const known = calendarViews.find((one) => one === asked);
	const day = date || today;
	const year = Number(day.slice(0, 4));
	const errors = [
		...(known ? [] : [{ field: "view" as const, message: `Choose ${calendarViews.join(", ")}` }]),
		...(isLocalDate(day) && year >= FIRST_YEAR && year <= LAST_YEAR
			? []
			: [
					{
						field: "date" as const,
						message: `Enter a date from ${FIRST_YEAR} to ${LAST_YEAR}, like 2027-01-14`,
					},
				]),
	];
	return known && errors.length === 0
		? { ok: true, view: known, date: day }
		: { ok: false, errors };
}
