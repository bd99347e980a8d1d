import type { Interval } from "#app/domain/time.ts";
import type { Reader } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";
import { roomKey } from "./sessions.ts";

/** Another session that holds a wanted person or room at a wanted time. */
export interface Occupation {
	kind: "facilitator" | "room";
	/** The person's name, or the room. */
	who: string;
	personId: string | null;
	reference: string;
	programmeName: string;
	venueName: string;
	startsAt: Date;
	endsAt: Date;
}

export interface Wanted {
	interval: Interval;
	facilitatorIds: readonly string[];
	venueId: string;
	room: string | null;
	/** The session that is being changed, which does not clash with itself. */
	exceptReference?: string;
}

const named = { programme: { select: { name: true } }, venue: { select: { name: true } } } as const;

/** Who and what is taken at that time, in order of time: the words for what the database refused. */
export async function findOccupations(reader: Reader, wanted: Wanted): Promise<Occupation[]> {
	const { interval, facilitatorIds, venueId, room, exceptReference } = wanted;
	const during = { startsAt: { lt: interval.end }, endsAt: { gt: interval.start }, occupies: true };
	const other = exceptReference ? { reference: { not: exceptReference } } : {};
	const [people, rooms] = await Promise.all([
		reader.assignment.findMany({
			where: { ...during, personId: { in: [...facilitatorIds] }, session: other },
			include: { person: { select: { name: true } }, session: { include: named } },
			orderBy: [{ startsAt: "asc" }, { id: "asc" }],
		}),
		roomKey(room) === null
			? []
			: reader.session.findMany({
					where: { ...during, ...other, venueId, roomKey: roomKey(room) },
					include: named,
					orderBy: { startsAt: "asc" },
				}),
	]);
	return [
		...people.map(({ person, personId, session }) => ({
			kind: "facilitator" as const,
			who: person.name,
			personId,
			...occupationWords(session),
		})),
		...rooms.map((session) => ({
			kind: "room" as const,
			who: session.room ?? "",
			personId: null,
			...occupationWords(session),
		})),
	];
}

function occupationWords(session: Prisma.SessionGetPayload<{ include: typeof named }>) {
	const { reference, programme, venue, startsAt, endsAt } = session;
	return { reference, programmeName: programme.name, venueName: venue.name, startsAt, endsAt };
}
