import type { AbsenceKind } from "#app/domain/people/absence-kinds.ts";
import type { Engagement, PersonTime } from "#app/domain/people/people-time.ts";
import { keepsTerms, type VenueTime } from "#app/domain/school-time/venue-time.ts";
import { addDays, type Interval, localDateOf } from "#app/domain/time.ts";
import type { Place } from "#app/domain/travel/travel.ts";
import type { Reader } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";
import { calendarsOf, lessonsOf, timing } from "./school-time.ts";
import type { Settings } from "./settings.ts";

/** A session as it would be, as far as time goes. */
export interface TimeQuestion {
	/** Null while none is chosen. */
	venueId: string | null;
	facilitatorIds: readonly string[];
	interval: Interval;
	/** The session that is being changed, which does not weigh against itself. */
	exceptReference?: string | null | undefined;
}

/** What a session has to fit into: the school's time, and that of each chosen facilitator by id. */
export interface SessionTime {
	venue: VenueTime | null;
	people: ReadonlyMap<string, PersonTime>;
}

const DAY = 24 * 60 * 60_000;
/** Milliseconds on either side of a session within which its week lies. */
const WEEK_AROUND = 8 * DAY;

/** The time of one session; see readSessionTimes. */
export async function readSessionTime(
	reader: Reader,
	settings: Settings,
	question: TimeQuestion,
): Promise<SessionTime> {
	const [time = { venue: null, people: new Map() }] = await readSessionTimes(reader, settings, [
		question,
	]);
	return time;
}

/**
 * The time that sessions have to fit into, in the order asked, in as many queries for twenty of them
 * as for one.
 * @param together whether all of them are to happen, so that each weighs on the others of its people
 */
export async function readSessionTimes(
	reader: Reader,
	settings: Settings,
	questions: readonly TimeQuestion[],
	{ together = false }: { together?: boolean } = {},
): Promise<SessionTime[]> {
	if (questions.length === 0) return [];
	const span = spanOf(questions);
	const personIds = [...new Set(questions.flatMap(({ facilitatorIds }) => facilitatorIds))];
	const venueIds = [...new Set(questions.flatMap(({ venueId }) => venueId ?? []))];
	const [venues, people, engagements] = await Promise.all([
		readVenueTimes(reader, venueIds),
		readPersonTimes(reader, settings, personIds, span),
		readEngagements(reader, personIds, span),
	]);
	return questions.map((question, at) => {
		const besides = together ? questions.filter((_, other) => other !== at) : [];
		const othersOf = (personId: string) => [
			...engagements.filter(
				(one) =>
					one.personId === personId &&
					one.reference !== question.exceptReference &&
					isNear(one, question.interval),
			),
			...besides
				.filter(({ facilitatorIds }) => facilitatorIds.includes(personId))
				.map(({ venueId, interval }) => engagementOf(interval, venues.get(venueId ?? ""))),
		];
		return {
			venue: venues.get(question.venueId ?? "") ?? null,
			people: new Map(
				question.facilitatorIds.flatMap((id) => {
					const time = people.get(id);
					return time ? [[id, { ...time, others: othersOf(id) }]] : [];
				}),
			),
		};
	});
}

function spanOf(questions: readonly TimeQuestion[]): Interval {
	const starts = questions.map(({ interval }) => interval.start.getTime());
	const ends = questions.map(({ interval }) => interval.end.getTime());
	return {
		start: new Date(Math.min(...starts) - WEEK_AROUND),
		end: new Date(Math.max(...ends) + WEEK_AROUND),
	};
}

function isNear(one: Interval, { start, end }: Interval): boolean {
	return (
		one.end.getTime() > start.getTime() - WEEK_AROUND &&
		one.start.getTime() < end.getTime() + WEEK_AROUND
	);
}

function engagementOf({ start, end }: Interval, venue: VenueTime | undefined): Engagement {
	const { venueId = null, place = null, name = "" } = venue ?? {};
	return { start, end, venueId, place, venueName: name };
}

/** The place of a venue, or null where it has none on record. */
export function placeOf({
	easting,
	northing,
}: {
	easting: number | null;
	northing: number | null;
}): Place | null {
	return easting === null || northing === null ? null : { easting, northing };
}

async function readVenueTimes(
	reader: Reader,
	ids: readonly string[],
): Promise<Map<string, VenueTime>> {
	if (ids.length === 0) return new Map();
	const rows = await reader.venue.findMany({ where: { id: { in: [...ids] } }, select: timing });
	const calendars = await calendarsOf(reader, rows);
	return new Map(
		rows.map((row) => [
			row.id,
			{
				venueId: row.id,
				name: row.name,
				place: placeOf(row),
				keepsTerms: keepsTerms(row.kind),
				...(calendars.get(row.id) ?? { authority: null, calendar: { own: [], authority: [] } }),
				lessons: lessonsOf(row),
			},
		]),
	);
}

const ofPerson = {
	id: true,
	vettedUntil: true,
	dailySessions: true,
	weeklyMinutes: true,
	workingDays: true,
	base: true,
} satisfies Prisma.PersonSelect;

async function readPersonTimes(
	reader: Reader,
	{ zone, limits }: Settings,
	ids: readonly string[],
	{ start, end }: Interval,
): Promise<Map<string, Omit<PersonTime, "others">>> {
	if (ids.length === 0) return new Map();
	const during = {
		to: { gte: addDays(localDateOf(start, zone), -1) },
		from: { lte: addDays(localDateOf(end, zone), 1) },
	};
	const rows = await reader.person.findMany({
		where: { id: { in: [...ids] } },
		select: { ...ofPerson, absences: { where: during, orderBy: [{ from: "asc" }, { id: "asc" }] } },
	});
	return new Map(
		rows.map((row) => [
			row.id,
			{
				pattern: row.workingDays,
				absences: row.absences.map(({ kind, ...rest }) => ({ ...rest, kind: kind as AbsenceKind })),
				dailySessions: row.dailySessions ?? limits.dailySessions,
				weeklyMinutes: row.weeklyMinutes ?? limits.weeklyMinutes,
				vettedUntil: row.vettedUntil,
				base: row.base,
			},
		]),
	);
}

async function readEngagements(reader: Reader, personIds: readonly string[], span: Interval) {
	if (personIds.length === 0) return [];
	const rows = await reader.assignment.findMany({
		where: {
			personId: { in: [...personIds] },
			occupies: true,
			startsAt: { lt: span.end },
			endsAt: { gt: span.start },
		},
		select: {
			personId: true,
			startsAt: true,
			endsAt: true,
			session: {
				select: {
					reference: true,
					venueId: true,
					venue: { select: { name: true, easting: true, northing: true } },
				},
			},
		},
		orderBy: [{ startsAt: "asc" }, { id: "asc" }],
	});
	return rows.map(({ personId, startsAt, endsAt, session: { reference, venueId, venue } }) => ({
		personId,
		reference,
		start: startsAt,
		end: endsAt,
		venueId,
		venueName: venue.name,
		place: placeOf(venue),
	}));
}
