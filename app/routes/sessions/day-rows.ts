import type { DaySession } from "#app/data/day-sessions.ts";
import {
	addDays,
	type Interval,
	isLocalDate,
	type LocalDate,
	toInstant,
	toLocal,
} from "#app/domain/time.ts";
import type { DayBlock, DayRow } from "#app/ui/day-timeline.tsx";

/** From one local midnight to the next; null for a text that is no date. */
export function dayOf(date: string, zone: string): Interval | null {
	if (!isLocalDate(date)) return null;
	const start = toInstant(`${date}T00:00`, zone);
	const end = toInstant(`${addDays(date, 1)}T00:00`, zone);
	return start.ok && end.ok ? { start: start.instant, end: end.instant } : null;
}

/** Minutes after the local midnight of a date; 0 before it and 1440 after it. */
function minutesInto(date: LocalDate, instant: Date, zone: string): number {
	const local = toLocal(instant, zone);
	if (local.date !== date) return local.date < date ? 0 : 1440;
	const [hours = 0, minutes = 0] = local.time.split(":").map(Number);
	return hours * 60 + minutes;
}

export function minutesOf(interval: Interval, date: LocalDate, zone: string) {
	return {
		start: minutesInto(date, interval.start, zone),
		end: minutesInto(date, interval.end, zone),
	};
}

interface Plan {
	date: LocalDate;
	zone: string;
	/** All that happens on the day, by anybody, anywhere. */
	sessions: readonly DaySession[];
	venue: { id: string; name: string } | null;
	people: readonly { id: string; name: string }[];
	/** The session that is being changed, which is not shown beside itself. */
	except?: string;
}

/** The day as a timeline: a row for each room of the venue that is in use, and one for each person. */
export function dayRows({ date, zone, sessions, venue, people, except }: Plan): DayRow[] {
	const others = sessions.filter(({ reference }) => reference !== except);
	const block = (session: DaySession, label: string): DayBlock => ({
		...minutesOf(session, date, zone),
		label,
		kind: "session",
		href: `/sessions/${session.reference}`,
	});
	const rowsOfPeople = people.map(({ id, name }) => ({
		name,
		blocks: others
			.filter((session) => session.people.some((person) => person.id === id))
			.map((session) => block(session, `${session.programmeName} at ${session.venueName}`)),
	}));
	return [...(venue ? roomRows(venue, others, block) : []), ...rowsOfPeople];
}

function roomRows(
	venue: { id: string; name: string },
	sessions: readonly DaySession[],
	block: (session: DaySession, label: string) => DayBlock,
): DayRow[] {
	const rooms = new Map<string, DaySession[]>();
	for (const session of sessions.filter(({ venueId }) => venueId === venue.id)) {
		const room = session.room ?? "";
		rooms.set(room, [...(rooms.get(room) ?? []), session]);
	}
	if (rooms.size === 0) return [{ name: venue.name, blocks: [] }];
	return [...rooms].sort().map(([room, there]) => ({
		name: venue.name,
		note: room || "no room given",
		blocks: there.map((session) =>
			block(
				session,
				`${session.programmeName}, ${session.people.map(({ name }) => name).join(", ") || "nobody yet"}`,
			),
		),
	}));
}
