import type { CalendarSession } from "#app/data/calendar-sessions.ts";
import { formatDate, formatTime } from "#app/domain/format-time.ts";
import { type ShownStatus, shownStatusLabels } from "#app/domain/sessions/status.ts";
import { addDays, type LocalDate, toLocal } from "#app/domain/time.ts";

/** How many colours tell themes apart; a seventh theme shares the first's, and its name tells. */
const TONES = 6;

/** One session as every view of the calendar shows it. */
export interface CalendarItem {
	reference: string;
	href: string;
	/** Where it is given another time; null for those who may not, and when it is over. */
	moveHref: string | null;
	date: LocalDate;
	/** Wall times, "2027-01-14T09:00". */
	start: string;
	end: string;
	/** "9:00am to 10:00am". */
	time: string;
	programme: string;
	venue: string;
	room: string;
	people: string;
	theme: string;
	/** The theme's colour, from 0. */
	tone: number;
	status: ShownStatus;
	statusWord: string;
}

export interface CalendarDay {
	date: LocalDate;
	/** "Thursday 14 January 2027". */
	label: string;
	today: boolean;
	items: CalendarItem[];
}

interface Showing {
	zone: string;
	mayMove: boolean;
	/** The order of themes, by id. */
	themes: readonly string[];
}

export function calendarItem(
	session: CalendarSession,
	{ zone, mayMove, themes }: Showing,
): CalendarItem {
	const { reference, startsAt, endsAt, status } = session;
	const [start, end] = [toLocal(startsAt, zone), toLocal(endsAt, zone)];
	const href = `/sessions/${reference}`;
	return {
		reference,
		href,
		moveHref: mayMove && session.open ? `${href}/move` : null,
		date: session.localDate,
		start: `${start.date}T${start.time}`,
		end: `${end.date}T${end.time}`,
		time: `${formatTime(startsAt, zone)} to ${formatTime(endsAt, zone)}`,
		programme: session.programme,
		venue: session.venue,
		room: session.room ?? "",
		people: session.people.map(({ name }) => name).join(", "),
		theme: session.theme.name,
		tone: Math.max(0, themes.indexOf(session.theme.id)) % TONES,
		status,
		statusWord: shownStatusLabels[status],
	};
}

/** Every day from the first to the last, those without anything too. */
export function calendarDaysOf(
	items: readonly CalendarItem[],
	{ first, last, today }: { first: LocalDate; last: LocalDate; today: LocalDate },
): CalendarDay[] {
	const days: CalendarDay[] = [];
	for (let date = first; date <= last; date = addDays(date, 1)) {
		days.push({
			date,
			label: formatDate(date),
			today: date === today,
			items: items.filter((item) => item.date === date),
		});
	}
	return days;
}

/** The hours that the grid shows: a school day, stretched to hold what is outside it. */
export function hoursShown(items: readonly CalendarItem[]): { from: string; to: string } {
	const from = items.reduce((least, { start }) => min(least, start.slice(11)), "08:00");
	const later = items.some(({ start, end }) => end.slice(0, 10) > start.slice(0, 10));
	const to = items.reduce((most, { end }) => max(most, end.slice(11)), "16:00");
	return { from: `${from.slice(0, 2)}:00`, to: later ? "24:00" : nextHour(to) };
}

function min(a: string, b: string): string {
	return a < b ? a : b;
}

function max(a: string, b: string): string {
	return a > b ? a : b;
}

function nextHour(time: string): string {
	const hour = Number(time.slice(0, 2)) + (time.endsWith(":00") ? 0 : 1);
	return `${String(hour).padStart(2, "0")}:00`;
}
