import { loadWith, type PersonTime, workingDayOn } from "#app/domain/people/people-time.ts";
import {
	addDays,
	type Interval,
	type LocalDate,
	overlaps,
	toInstant,
	toLocal,
} from "#app/domain/time.ts";

/** A school day: its date, and the hours in which a school can have a session. */
export interface SchoolDay extends Interval {
	date: LocalDate;
}

/** What is left of somebody's school day. */
export interface PersonDay {
	/** Sessions, absences and hours that are not theirs to work, within the day. */
	taken: Interval[];
	/** Nothing booked and no absence that day. */
	clear: boolean;
	/** How long another session may be before their week is full. */
	minutesLeft: number;
}

/**
 * Somebody's school day, worked out once so that many lengths and starts can be tried on it: a
 * session fits exactly where `availabilityIn` calls them free.
 */
export function personDay(time: PersonTime, day: SchoolDay, zone: string): PersonDay {
	const within = (interval: Interval): Interval[] => {
		const start = new Date(Math.max(interval.start.getTime(), day.start.getTime()));
		const end = new Date(Math.min(interval.end.getTime(), day.end.getTime()));
		return start < end ? [{ start, end }] : [];
	};
	const booked = time.others.filter((one) => overlaps(one, day)).flatMap(within);
	const away = time.absences.flatMap(({ from, to, starts, ends }) => {
		const until = ends === null ? `${addDays(to, 1)}T00:00` : `${to}T${ends}`;
		return within(between(`${from}T${starts ?? "00:00"}`, until, day, zone));
	});
	const load = loadWith(time.others, { start: day.start, end: day.start }, zone);
	const full = load.sessionsThatDay > time.dailySessions ? [whole(day)] : [];
	return {
		taken: [...booked, ...away, ...offHours(time, day, zone).flatMap(within), ...full],
		clear: booked.length === 0 && away.length === 0,
		minutesLeft: time.weeklyMinutes - load.minutesThatWeek,
	};
}

function offHours({ pattern }: PersonTime, day: SchoolDay, zone: string): Interval[] {
	if (pattern.length === 0) return [];
	const works = workingDayOn(pattern, day.date);
	if (!works) return [whole(day)];
	const { date } = day;
	return [
		between(`${date}T00:00`, `${date}T${works.starts}`, day, zone),
		between(`${date}T${works.ends}`, `${addDays(date, 1)}T00:00`, day, zone),
	];
}

/**
 * From one time on the wall to another, as far as it lies in the day. why not simply as instants: a
 * time outside the day may be one that the clocks skip.
 */
function between(from: string, until: string, day: SchoolDay, zone: string): Interval {
	const [first, last] = [wallOf(day.start, zone), wallOf(day.end, zone)];
	if (until <= first || from >= last) return { start: day.start, end: day.start };
	return {
		start: from <= first ? day.start : instantOf(from, zone),
		end: until >= last ? day.end : instantOf(until, zone),
	};
}

function wallOf(instant: Date, zone: string): string {
	const { date, time } = toLocal(instant, zone);
	return `${date}T${time}`;
}

function instantOf(wall: string, zone: string): Date {
	const found = toInstant(wall, zone);
	if (!found.ok) throw new RangeError(`No such time in a school day: ${wall}`);
	return found.instant;
}

function whole({ start, end }: SchoolDay): Interval {
	return { start, end };
}
