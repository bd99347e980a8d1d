import type { SessionStatus } from "#app/domain/sessions/status.ts";
import type { Interval } from "#app/domain/time.ts";
import type { Reader } from "./database.ts";

/** A session as it takes up somebody's day. */
export interface DaySession extends Interval {
	reference: string;
	status: SessionStatus;
	programmeName: string;
	venueId: string;
	venueName: string;
	room: string | null;
	people: { id: string; name: string }[];
}

/** Everything that takes people and rooms in some hours, in order of time: one read for all of it. */
export async function readDaySessions(reader: Reader, day: Interval): Promise<DaySession[]> {
	const rows = await reader.session.findMany({
		where: { occupies: true, startsAt: { lt: day.end }, endsAt: { gt: day.start } },
		select: {
			reference: true,
			status: true,
			startsAt: true,
			endsAt: true,
			venueId: true,
			room: true,
			programme: { select: { name: true } },
			venue: { select: { name: true } },
			assignments: { select: { person: { select: { id: true, name: true } } } },
		},
		orderBy: [{ startsAt: "asc" }, { reference: "asc" }],
	});
	return rows.map((row) => ({
		reference: row.reference,
		status: row.status as SessionStatus,
		start: row.startsAt,
		end: row.endsAt,
		programmeName: row.programme.name,
		venueId: row.venueId,
		venueName: row.venue.name,
		room: row.room,
		people: row.assignments.map(({ person }) => person),
	}));
}
