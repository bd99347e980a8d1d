import { type Interval, overlaps } from "#app/domain/time.ts";

/** The most sessions booked at once: every week of a school year. */
export const MAX_AT_ONCE = 40;

/** One session of several that are to be booked together, as far as they can get in each other's way. */
export interface BatchItem {
	interval: Interval;
	facilitatorIds: readonly string[];
	venueId: string;
	/** The room as compared; null where none is named. */
	roomKey: string | null;
	programmeId: string;
	yearGroups: readonly string[];
}

/**
 * - facilitator: somebody is on both.
 * - room: both are in one room.
 * - twice: the same thing asked for twice, which neither a person nor a room would give away.
 */
export interface BatchClash {
	kind: "facilitator" | "room" | "twice";
	/** Places in the batch, from 0: `item` has the clash, `other` is what it clashes with. */
	item: number;
	other: number;
	personId: string | null;
}

/**
 * Where the sessions of a batch stand in each other's way, told from both sides.
 * @param items null for what has no time or place yet
 */
export function clashesWithin(items: readonly (BatchItem | null)[]): BatchClash[] {
	return items.flatMap((one, item) =>
		items.flatMap((another, other) =>
			item === other || !one || !another
				? []
				: clashesBetween(one, another).map((clash) => ({ ...clash, item, other })),
		),
	);
}

function clashesBetween(one: BatchItem, other: BatchItem): Pick<BatchClash, "kind" | "personId">[] {
	if (!overlaps(one.interval, other.interval)) return [];
	const shared = one.facilitatorIds.filter((id) => other.facilitatorIds.includes(id));
	const people = shared.map((personId) => ({ kind: "facilitator" as const, personId }));
	const place = placeClash(one, other);
	return place === null ? people : [...people, { kind: place, personId: null }];
}

function placeClash(one: BatchItem, other: BatchItem): "room" | "twice" | null {
	if (one.venueId !== other.venueId || one.roomKey !== other.roomKey) return null;
	if (one.roomKey !== null) return "room";
	const nobody = one.facilitatorIds.length === 0 && other.facilitatorIds.length === 0;
	const same =
		one.programmeId === other.programmeId &&
		one.interval.start.getTime() === other.interval.start.getTime() &&
		one.interval.end.getTime() === other.interval.end.getTime() &&
		[...one.yearGroups].sort().join() === [...other.yearGroups].sort().join();
	return nobody && same ? "twice" : null;
}
