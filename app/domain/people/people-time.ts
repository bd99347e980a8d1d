import {
	addDays,
	type Interval,
	type LocalDate,
	localDateOf,
	overlaps,
	startOfWeek,
	toLocal,
	weekdayOf,
} from "#app/domain/time.ts";
import type { Place, Spot } from "#app/domain/travel/travel.ts";
import type { AbsenceKind } from "./absence-kinds.ts";

export interface WorkingDay {
	/** ISO day of the week, 1 Monday to 7 Sunday. */
	weekday: number;
	/** Wall times "HH:mm". */
	starts: string;
	ends: string;
}

/** Whole local days, both included, or with both times a part of the one day. */
export interface Absence {
	kind: AbsenceKind;
	from: LocalDate;
	to: LocalDate;
	starts: string | null;
	ends: string | null;
}

/** Another session of somebody, as it takes their time. */
export interface Engagement extends Interval, Spot {
	venueName: string;
}

/** All of somebody's time that a session has to fit into. */
export interface PersonTime {
	/** Empty where nobody recorded it: then nothing is claimed. */
	pattern: readonly WorkingDay[];
	absences: readonly Absence[];
	/** The most sessions a day and the most minutes of sessions a week. */
	dailySessions: number;
	weeklyMinutes: number;
	/** The last local date of the vetting assurance; null where nobody recorded it. */
	vettedUntil: LocalDate | null;
	base: (Place & { name: string }) | null;
	/** What else is theirs in the same week, in order of time; the session itself is not in it. */
	others: readonly Engagement[];
}

/** What keeps somebody away in an interval, or null. Half-open, by the clock on the wall. */
export function absenceDuring(
	absences: readonly Absence[],
	interval: Interval,
	zone: string,
): Absence | null {
	const [start, end] = [wallOf(interval.start, zone), wallOf(interval.end, zone)];
	return (
		absences.find(({ from, to, starts, ends }) => {
			const awayFrom = `${from}T${starts ?? "00:00"}`;
			const awayTo = ends === null ? `${addDays(to, 1)}T00:00` : `${to}T${ends}`;
			return awayFrom < end && start < awayTo;
		}) ?? null
	);
}

function wallOf(instant: Date, zone: string): string {
	const { date, time } = toLocal(instant, zone);
	return `${date}T${time}`;
}

export type PatternStanding =
	| { within: true }
	/** `day` is when they work on that day of the week; null when they do not. */
	| { within: false; day: WorkingDay | null };

/** Whether an interval is inside somebody's working hours; always so where no pattern is known. */
export function withinPattern(
	pattern: readonly WorkingDay[],
	interval: Interval,
	zone: string,
): PatternStanding {
	if (pattern.length === 0) return { within: true };
	const [start, end] = [toLocal(interval.start, zone), toLocal(interval.end, zone)];
	const day = workingDayOn(pattern, start.date);
	if (!day) return { within: false, day: null };
	const within = start.time >= day.starts && end.date === start.date && end.time <= day.ends;
	return within ? { within } : { within, day };
}

export function workingDayOn(pattern: readonly WorkingDay[], date: LocalDate): WorkingDay | null {
	return pattern.find(({ weekday }) => weekday === weekdayOf(date)) ?? null;
}

/** How much somebody would have with one more session: on its day, and in its week from Monday. */
export function loadWith(others: readonly Interval[], interval: Interval, zone: string) {
	const date = localDateOf(interval.start, zone);
	const week = startOfWeek(date);
	const dated = others.map((one) => ({ ...one, date: localDateOf(one.start, zone) }));
	const inWeek = dated.filter((one) => startOfWeek(one.date) === week);
	return {
		sessionsThatDay: 1 + dated.filter((one) => one.date === date).length,
		minutesThatWeek: inWeek.reduce((sum, one) => sum + minutesOf(one), minutesOf(interval)),
	};
}

function minutesOf({ start, end }: Interval): number {
	return Math.round((end.getTime() - start.getTime()) / 60_000);
}

/**
 * Whether somebody could deliver in an interval, and if not, the first thing that stands against it.
 * "busy" nobody can override; the rest are warnings.
 */
export type Availability =
	| { standing: "free" }
	| { standing: "busy"; with: Engagement }
	| { standing: "away"; absence: Absence }
	| { standing: "off_hours"; day: WorkingDay | null }
	| { standing: "full" };

export function availabilityIn(time: PersonTime, interval: Interval, zone: string): Availability {
	const clash = time.others.find((one) => overlaps(one, interval));
	if (clash) return { standing: "busy", with: clash };
	const absence = absenceDuring(time.absences, interval, zone);
	if (absence) return { standing: "away", absence };
	const pattern = withinPattern(time.pattern, interval, zone);
	if (!pattern.within) return { standing: "off_hours", day: pattern.day };
	const load = loadWith(time.others, interval, zone);
	const full =
		load.sessionsThatDay > time.dailySessions || load.minutesThatWeek > time.weeklyMinutes;
	return { standing: full ? "full" : "free" };
}
