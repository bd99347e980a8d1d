import { byName } from "#app/domain/names.ts";
import { type Absence, absenceDuring, availabilityIn } from "#app/domain/people/people-time.ts";
import { qualificationOn } from "#app/domain/people/qualification.ts";
import { addDays, type Interval, type LocalDate } from "#app/domain/time.ts";
import type { Reader } from "./database.ts";
import { readSessionTimes } from "./session-time.ts";
import type { Settings } from "./settings.ts";

export interface TroubledSession {
	reference: string;
	programmeName: string;
	venueName: string;
	startsAt: Date;
	endsAt: Date;
	/** Everybody on it, the one who is away included; the first leads. */
	facilitatorIds: string[];
	contactIds: string[];
	/** Whoever is qualified and free then, those of the same agency first. */
	standIns: { id: string; name: string; sameAgency: boolean }[];
}

const wanted = {
	reference: true,
	programmeId: true,
	localDate: true,
	startsAt: true,
	endsAt: true,
	programme: { select: { name: true } },
	venue: { select: { name: true } },
	assignments: {
		select: { personId: true, person: { select: { agencyId: true } } },
		orderBy: [{ lead: "desc" as const }, { id: "asc" as const }],
	},
	invites: {
		where: { kind: "contact", withdrawnAt: null },
		select: { contactId: true },
		orderBy: { id: "asc" as const },
	},
};

/**
 * The sessions that somebody's absence leaves without them, those with the fewest stand-ins first.
 * In as many queries for a fortnight as for a day.
 */
export async function readTroubledSessions(
	reader: Reader,
	settings: Settings,
	{ personId, absence, now }: { personId: string; absence: Absence; now: Date },
): Promise<TroubledSession[]> {
	const around = { gte: addDays(absence.from, -1), lte: absence.to };
	const [sessions, people] = await Promise.all([
		reader.session.findMany({
			where: {
				localDate: around,
				status: { in: ["provisional", "confirmed"] },
				endsAt: { gt: now },
				assignments: { some: { personId } },
			},
			select: wanted,
		}),
		reader.person.findMany({
			where: { retiredAt: null, id: { not: personId } },
			select: { id: true, name: true, agencyId: true, qualifications: true },
		}),
	]);
	const missed = sessions.filter(({ startsAt: start, endsAt: end }) =>
		absenceDuring([absence], { start, end }, settings.zone),
	);
	const times = await readSessionTimes(
		reader,
		settings,
		missed.map(({ reference, startsAt: start, endsAt: end }) => ({
			venueId: null,
			facilitatorIds: people.map(({ id }) => id),
			interval: { start, end },
			exceptReference: reference,
		})),
	);
	return missed
		.map((session, at) => {
			const interval = { start: session.startsAt, end: session.endsAt };
			const free = freeAt(times[at]?.people ?? new Map(), interval, settings.zone);
			return troubled(session, personId, people, free);
		})
		.sort(
			(a, b) =>
				a.standIns.length - b.standIns.length || a.startsAt.getTime() - b.startsAt.getTime(),
		);
}

type Times = Awaited<ReturnType<typeof readSessionTimes>>[number]["people"];

function freeAt(people: Times, interval: Interval, zone: string): Set<string> {
	const free = [...people].filter(
		([, time]) => availabilityIn(time, interval, zone).standing === "free",
	);
	return new Set(free.map(([id]) => id));
}

interface SessionRow {
	reference: string;
	programmeId: string;
	localDate: LocalDate;
	startsAt: Date;
	endsAt: Date;
	programme: { name: string };
	venue: { name: string };
	assignments: { personId: string; person: { agencyId: string } }[];
	invites: { contactId: string | null }[];
}

interface PersonRow {
	id: string;
	name: string;
	agencyId: string;
	qualifications: { programmeId: string; until: LocalDate | null }[];
}

function troubled(
	session: SessionRow,
	personId: string,
	people: readonly PersonRow[],
	free: ReadonlySet<string>,
): TroubledSession {
	const { programme, venue, programmeId, localDate, assignments, invites, ...rest } = session;
	const facilitatorIds = assignments.map((assignment) => assignment.personId);
	const agencyId = assignments.find((one) => one.personId === personId)?.person.agencyId;
	const standIns = people
		.filter(({ id, qualifications }) => {
			const qualification = qualifications.find((one) => one.programmeId === programmeId);
			const qualified = qualificationOn(qualification, localDate) === "qualified";
			return qualified && free.has(id) && !facilitatorIds.includes(id);
		})
		.map(({ id, name, agencyId: of }) => ({ id, name, sameAgency: of === agencyId }))
		.sort((a, b) => Number(b.sameAgency) - Number(a.sameAgency) || byName(a, b));
	return {
		...rest,
		programmeName: programme.name,
		venueName: venue.name,
		facilitatorIds,
		contactIds: invites.flatMap(({ contactId }) => contactId ?? []),
		standIns,
	};
}
