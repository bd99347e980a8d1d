import { type PersonTime, workingDayOn } from "#app/domain/people/people-time.ts";
import { type Interval, type LocalDate, localDateOf, toLocal } from "#app/domain/time.ts";

/** A point of the national grid, in metres. */
export interface Place {
	easting: number;
	northing: number;
}

/** Somewhere to be: a venue, or somewhere else; `place` is null where nobody knows where it is. */
export interface Spot {
	venueId: string | null;
	place: Place | null;
}

export interface TravelSettings {
	/** Kilometres an hour on the road, traffic and parking lots included. */
	speedKmh: number;
	/** How much longer a road is than the straight line. */
	roadFactor: number;
	/** Minutes from the car park to the first word: at another venue. */
	setUpMinutes: number;
	/** Minutes between two sessions at the same venue. */
	changeMinutes: number;
}

/**
 * Whole minutes on the road from one place to another, estimated: the straight line, longer by the
 * factor, at the speed. Null where either is not known.
 */
export function roadMinutes(
	from: Place | null,
	to: Place | null,
	{ speedKmh, roadFactor }: TravelSettings,
): number | null {
	if (from === null || to === null) return null;
	const metres = Math.hypot(from.easting - to.easting, from.northing - to.northing);
	return Math.ceil(((metres / 1000) * roadFactor * 60) / speedKmh);
}

/**
 * Whole minutes needed between the end of one session and the start of the next: nothing but the
 * change at one venue, else the road and setting up. Null where no estimate can be made.
 */
export function minutesBetween(from: Spot, to: Spot, settings: TravelSettings): number | null {
	if (from.venueId !== null && from.venueId === to.venueId) return settings.changeMinutes;
	const road = roadMinutes(from.place, to.place, settings);
	return road === null ? null : road + settings.setUpMinutes;
}

/** A way that a day asks of somebody. */
export interface Leg {
	kind: "from_session" | "to_session" | "from_base" | "to_base";
	/** The other end: a venue's name, or the base's. */
	name: string;
	/** Minutes that there are, and that are needed; null where no estimate can be made. */
	available: number;
	needed: number | null;
}

/**
 * The ways to and from a session on its day: the session before and the one after, or the base
 * where it is the first or the last and both the base and the working hours are known.
 */
export function legsOf(
	{ interval, ...spot }: Spot & { interval: Interval },
	time: Pick<PersonTime, "others" | "base" | "pattern">,
	{ zone, ...settings }: TravelSettings & { zone: string },
): Leg[] {
	const date = localDateOf(interval.start, zone);
	const sameDay = time.others.filter(({ start }) => localDateOf(start, zone) === date);
	const before = sameDay
		.filter(({ end }) => end <= interval.start)
		.reduce(laterOf, undefined as (typeof sameDay)[number] | undefined);
	const after = sameDay
		.filter(({ start }) => start >= interval.end)
		.reduce(earlierOf, undefined as (typeof sameDay)[number] | undefined);
	const legs: (Leg | null)[] = [
		before
			? {
					kind: "from_session",
					name: before.venueName,
					available: minutes(before.end, interval.start),
					needed: minutesBetween(before, spot, settings),
				}
			: fromBase(time, date, interval, spot.place, { zone, ...settings }),
		after
			? {
					kind: "to_session",
					name: after.venueName,
					available: minutes(interval.end, after.start),
					needed: minutesBetween(spot, after, settings),
				}
			: toBase(time, date, interval, spot.place, { zone, ...settings }),
	];
	return legs.filter((leg) => leg !== null);
}

function fromBase(
	{ base, pattern }: Pick<PersonTime, "base" | "pattern">,
	date: LocalDate,
	{ start }: Interval,
	place: Place | null,
	settings: TravelSettings & { zone: string },
): Leg | null {
	const day = workingDayOn(pattern, date);
	if (!base || !day) return null;
	const available = clockMinutes(toLocal(start, settings.zone).time) - clockMinutes(day.starts);
	// why: work that starts before the working hours is another warning.
	if (available < 0) return null;
	const road = roadMinutes(base, place, settings);
	const needed = road === null ? null : road + settings.setUpMinutes;
	return { kind: "from_base", name: base.name, available, needed };
}

function toBase(
	{ base, pattern }: Pick<PersonTime, "base" | "pattern">,
	date: LocalDate,
	{ end }: Interval,
	place: Place | null,
	settings: TravelSettings & { zone: string },
): Leg | null {
	const day = workingDayOn(pattern, date);
	const local = toLocal(end, settings.zone);
	if (!base || !day || local.date !== date) return null;
	const available = clockMinutes(day.ends) - clockMinutes(local.time);
	if (available < 0) return null;
	return {
		kind: "to_base",
		name: base.name,
		available,
		needed: roadMinutes(place, base, settings),
	};
}

/** Whether a way takes longer than there is time for it; never where no estimate can be made. */
export function isTight({ available, needed }: Leg): boolean {
	return needed !== null && needed > available;
}

function laterOf<Other extends Interval>(best: Other | undefined, one: Other): Other {
	return best === undefined || one.end > best.end ? one : best;
}

function earlierOf<Other extends Interval>(best: Other | undefined, one: Other): Other {
	return best === undefined || one.start < best.start ? one : best;
}

function minutes(from: Date, to: Date): number {
	return Math.floor((to.getTime() - from.getTime()) / 60_000);
}

function clockMinutes(time: string): number {
	const [hours = 0, rest = 0] = time.split(":").map(Number);
	return hours * 60 + rest;
}
