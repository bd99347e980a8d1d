import type { SessionStatus } from "#app/domain/sessions/status.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import { toLocal } from "#app/domain/time.ts";
import { sessionEventShape } from "./shapes.ts";
import type { SessionEventType } from "./webhook-input.ts";

interface EventSource {
	reference: string;
	version: number;
	status: SessionStatus;
	programme: { id: string; name: string; theme: { name: string } };
	venue: { id: string; name: string; urn: string | null };
	team: { id: string; name: string };
	room: string | null;
	localDate: string;
	startsAt: Date;
	endsAt: Date;
	yearGroups: readonly YearGroup[];
	expectedYoungPeople: number;
	closeOut: { youngPeople: number; adults: number; counted: string | null } | null;
}

export interface EventFacts {
	/** Of this telling: the same when it is sent again. */
	id: string;
	type: SessionEventType;
	at: Date;
	zone: string;
}

/**
 * What is posted: the session as the change left it, without any person in it. `version` rises at
 * every change, so that a receiver can put tellings in order.
 */
export function sessionEvent(source: EventSource, { id, type, at, zone }: EventFacts) {
	const { programme, venue, team, startsAt, endsAt, closeOut } = source;
	return sessionEventShape.parse({
		id,
		type,
		timestamp: at.toISOString(),
		data: {
			reference: source.reference,
			status: source.status,
			version: source.version,
			programme: { id: programme.id, name: programme.name, theme: programme.theme.name },
			venue: { id: venue.id, name: venue.name, urn: venue.urn },
			team: { id: team.id, name: team.name },
			room: source.room,
			date: source.localDate,
			startsAt: wallTime(startsAt, zone),
			endsAt: wallTime(endsAt, zone),
			startsAtUtc: startsAt.toISOString(),
			endsAtUtc: endsAt.toISOString(),
			yearGroups: [...source.yearGroups],
			expectedYoungPeople: source.expectedYoungPeople,
			closeOut: closeOut && {
				youngPeople: closeOut.youngPeople,
				adults: closeOut.adults,
				counted: closeOut.counted,
			},
		},
	});
}

/** "2027-01-14T09:00" as the partnership's clocks show an instant. */
export function wallTime(instant: Date, zone: string): string {
	const { date, time } = toLocal(instant, zone);
	return `${date}T${time}`;
}
