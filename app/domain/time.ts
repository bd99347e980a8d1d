import { DateTime, IANAZone } from "luxon";
import { z } from "zod";

/** A calendar day without a zone, "YYYY-MM-DD". Compares correctly as text. */
export type LocalDate = string;

/** What a clock on the wall shows, "YYYY-MM-DDTHH:mm", without a zone. */
export type LocalDateTime = string;

/** Half-open: contains `start`, does not contain `end`, so that touching sessions do not clash. */
export interface Interval {
	start: Date;
	end: Date;
}

export const DEFAULT_ZONE = "Europe/London";

/** Dates outside these years are typing mistakes: nothing was or will be delivered then. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const dateShape = /^\d{4}-\d{2}-\d{2}$/;
const dateTimeShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

export type LocalTimeRefusal =
	| { ok: false; reason: "invalid_local_time" }
	| {
			ok: false;
			reason: "nonexistent_local_time";
			/** The wall time at which the missing hour begins, "HH:mm". */
			clocksGoForwardAt: string;
			/** The day it happens, as people read it: "28 March 2027". */
			date: string;
	  };

export type ToInstant = { ok: true; instant: Date; ambiguous: boolean } | LocalTimeRefusal;

/** Milliseconds since 1970 as if the wall clock were UTC, or null when no calendar has it. */
function wallMillis(text: string, shape: RegExp): number | null {
	if (!shape.test(text) || text.includes("T24")) return null;
	const wall = DateTime.fromISO(text, { zone: "utc" });
	return wall.isValid ? wall.toMillis() : null;
}

function zoneNamed(zone: string): IANAZone {
	const found = IANAZone.create(zone);
	if (!found.isValid) throw new RangeError(`Unknown time zone: ${zone}`);
	return found;
}

/**
 * The instant at which a wall clock in `zone` shows `local`.
 * A time that two instants share (clocks going back) means the first, in summer time, and says so;
 * a time that no instant has (clocks going forward) is refused with where the gap begins.
 * Throws only for an unknown zone, which is a setting and not an input.
 */
export function toInstant(local: LocalDateTime, zone: string): ToInstant {
	const wall = wallMillis(local, dateTimeShape);
	if (wall === null) return { ok: false, reason: "invalid_local_time" };
	const iana = zoneNamed(zone);
	// why: luxon resolves both special hours by the offset at the moment it is asked, so the answer
	// would change with the season. Trying the offset of either side does not.
	const offsets = [iana.offset(wall - DAY), iana.offset(wall + DAY)] as const;
	const candidates = [...new Set(offsets)]
		.map((offset) => ({ offset, millis: wall - offset * MINUTE }))
		.filter(({ offset, millis }) => iana.offset(millis) === offset)
		.map(({ millis }) => millis);
	if (candidates.length === 0) return gapAround(wall, offsets, iana);
	return {
		ok: true,
		instant: new Date(Math.min(...candidates)),
		ambiguous: candidates.length > 1,
	};
}

function gapAround(
	wall: number,
	[before, after]: readonly [number, number],
	iana: IANAZone,
): LocalTimeRefusal {
	let stillBefore = wall - after * MINUTE;
	let already = wall - before * MINUTE;
	while (already - stillBefore > MINUTE) {
		const middle = stillBefore + Math.floor((already - stillBefore) / (2 * MINUTE)) * MINUTE;
		if (iana.offset(middle) === before) stillBefore = middle;
		else already = middle;
	}
	const gap = DateTime.fromMillis(already + before * MINUTE, { zone: "utc" });
	return {
		ok: false,
		reason: "nonexistent_local_time",
		clocksGoForwardAt: gap.toFormat("HH:mm"),
		date: gap.setLocale("en-GB").toFormat("d MMMM yyyy"),
	};
}

/** What the wall clock in `zone` shows at an instant: date "YYYY-MM-DD", time "HH:mm". */
export function toLocal(instant: Date, zone: string): { date: LocalDate; time: string } {
	const local = DateTime.fromJSDate(instant, { zone: zoneNamed(zone) });
	return { date: local.toFormat("yyyy-MM-dd"), time: local.toFormat("HH:mm") };
}

/** The local day an instant falls on: the day by which every period counts a session. */
export function localDateOf(instant: Date, zone: string): LocalDate {
	return toLocal(instant, zone).date;
}

/** Whether the two share any instant; an interval of no length shares none. */
export function overlaps(a: Interval, b: Interval): boolean {
	return (
		Math.max(a.start.getTime(), b.start.getTime()) < Math.min(a.end.getTime(), b.end.getTime())
	);
}

/** Over: its end has been reached. The exact negation of `isUpcoming`. */
export function isPast(interval: Interval, now: Date): boolean {
	return interval.end.getTime() <= now.getTime();
}

/** Not yet over, under way included. The exact negation of `isPast`. */
export function isUpcoming(interval: Interval, now: Date): boolean {
	return !isPast(interval, now);
}

/** Whether the text is a day that exists: "2024-02-29" is, "2023-02-29" is not. */
export function isLocalDate(text: string): boolean {
	return wallMillis(text, dateShape) !== null;
}

function dayMillis(date: LocalDate): number {
	const millis = wallMillis(date, dateShape);
	if (millis === null) throw new RangeError(`Not a date: ${date}`);
	return millis;
}

/** The day `days` after (or, negative, before) a date. Throws on a text that is no date. */
export function addDays(date: LocalDate, days: number): LocalDate {
	return new Date(dayMillis(date) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`: 1 for tomorrow, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
	return (dayMillis(to) - dayMillis(from)) / DAY;
}

/** ISO 8601 day of the week: 1 Monday … 7 Sunday. */
export function weekdayOf(date: LocalDate): number {
	return new Date(dayMillis(date)).getUTCDay() || 7;
}

/** Saturday or Sunday. */
export function isWeekend(date: LocalDate): boolean {
	return weekdayOf(date) > 5;
}

/** The Monday of the week a date is in. */
export function startOfWeek(date: LocalDate): LocalDate {
	return addDays(date, 1 - weekdayOf(date));
}

/**
 * A day from a form or the API. `label` is how the messages name it, article included
 * ("the start date"): "Enter the start date, like 2027-01-31".
 */
export function localDate(label: string) {
	return z
		.string({ error: `Enter ${label}, like 2027-01-31` })
		.trim()
		.refine(isLocalDate, {
			error: (issue) =>
				issue.input === ""
					? `Enter ${label}, like 2027-01-31`
					: `Enter ${label} as a real date, like 2027-01-31`,
			abort: true,
		})
		.refine((date) => Number(date.slice(0, 4)) >= FIRST_YEAR, {
			error: `Enter ${label} as a day in ${FIRST_YEAR} or later`,
			abort: true,
		})
		.refine((date) => Number(date.slice(0, 4)) <= LAST_YEAR, {
			error: `Enter ${label} as a day in ${LAST_YEAR} or earlier`,
			abort: true,
		});
}

/** A day, or undefined when blank, null or missing. */
export function optionalLocalDate(label: string) {
	return z
		.string({ error: `Enter ${label}, like 2027-01-31` })
		.trim()
		.nullish()
		.transform((text) => text || undefined)
		.pipe(localDate(label).optional());
}
