import type { ChosenFilter } from "#app/domain/sessions/filter-choices.ts";
import {
	type SessionStatus,
	type ShownStatus,
	shownStatusOf,
} from "#app/domain/sessions/status.ts";
import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { sessionWhere } from "./session-where.ts";

/** More than a month of the busiest partnership; what is beyond would not be seen anyway. */
export const CALENDAR_LIMIT = 1000;

export interface CalendarSession {
	reference: string;
	startsAt: Date;
	endsAt: Date;
	localDate: string;
	status: ShownStatus;
	/** A new time can be given to it. */
	open: boolean;
	theme: { id: string; name: string };
	programme: string;
	venue: string;
	room: string | null;
	/** Who delivers; the first leads. */
	people: { id: string; name: string }[];
}

interface Row {
	id: string;
	reference: string;
	startsAt: Date;
	endsAt: Date;
	localDate: string;
	status: SessionStatus;
	room: string | null;
	themeId: string;
	theme: string;
	programme: string;
	venue: string;
}

/** The sessions that a filter means, in order of time: two reads, whatever their number. */
export async function readCalendarSessions(
	reader: Reader,
	{ chosen, now }: { chosen: ChosenFilter; now: Date },
): Promise<{ sessions: CalendarSession[]; complete: boolean }> {
	const where = sessionWhere(chosen, now);
	const [rows, deliverers] = await Promise.all([
		reader.$queryRaw<Row[]>(Prisma.sql`
			SELECT s."id", s."reference", s."startsAt", s."endsAt", s."localDate", s."status", s."room",
				theme."id" AS "themeId", theme."name" AS "theme", programme."name" AS "programme",
				venue."name" AS "venue"
			FROM "Session" s
			JOIN "Programme" programme ON programme."id" = s."programmeId"
			JOIN "Theme" theme ON theme."id" = programme."themeId"
			JOIN "Venue" venue ON venue."id" = s."venueId"
			WHERE ${where}
			ORDER BY s."startsAt", s."reference"
			LIMIT ${CALENDAR_LIMIT + 1}`),
		reader.$queryRaw<{ sessionId: string; id: string; name: string }[]>(Prisma.sql`
			SELECT a."sessionId", p."id", p."name" FROM "Assignment" a
			JOIN "Person" p ON p."id" = a."personId"
			JOIN "Session" s ON s."id" = a."sessionId"
			WHERE ${where}
			ORDER BY a."lead" DESC, a."id"`),
	]);
	const people = new Map<string, CalendarSession["people"]>();
	for (const { sessionId, id, name } of deliverers) {
		people.set(sessionId, [...(people.get(sessionId) ?? []), { id, name }]);
	}
	const sessions = rows.slice(0, CALENDAR_LIMIT).map(({ id, themeId, theme, status, ...row }) => ({
		...row,
		status: shownStatusOf({ status, endsAt: row.endsAt }, now),
		open: status === "provisional" || status === "confirmed",
		theme: { id: themeId, name: theme },
		people: people.get(id) ?? [],
	}));
	return { sessions, complete: rows.length <= CALENDAR_LIMIT };
}
