import { byName, nameKey } from "#app/domain/names.ts";
import type { SessionStatus } from "#app/domain/sessions/status.ts";
import { sortYearGroups, type YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { LocalDate } from "#app/domain/time.ts";
import { nowhere, toLatLong } from "#app/domain/venues/national-grid.ts";
import { roomsOf } from "#app/domain/venues/venue-kinds.ts";
import { venueSearchText } from "#app/domain/venues/venue-search.ts";
import { byRetirement, type NamedThing, named, naming } from "./choice.ts";
import type { Reader, Transaction } from "./database.ts";

/** A venue with its district and all its contacts, those in use first; null when unknown. */
export async function findVenue(reader: Reader, id: string) {
	const row = await reader.venue.findUnique({
		where: { id },
		include: { district: true, contacts: true },
	});
	if (!row) return null;
	const contacts = row.contacts.sort((a, b) => byRetirement(a, b) || byName(a, b));
	return { ...row, contacts, rooms: roomsOf(row.rooms) };
}

export type VenueRecord = NonNullable<Awaited<ReturnType<typeof findVenue>>>;

/** The venue that has a URN, other than one; or null. */
export async function findVenueByUrn(
	reader: Reader,
	urn: string,
	exceptId: string | null = null,
): Promise<NamedThing | null> {
	const row = await reader.venue.findUnique({ where: { urn }, select: naming });
	return row === null || row.id === exceptId ? null : named(row);
}

/** The venue of the same name at the same postcode, other than one; or null. */
export async function findVenueTwin(
	reader: Reader,
	{ name, postcode }: { name: string; postcode: string },
	exceptId: string | null = null,
): Promise<NamedThing | null> {
	const neighbours = await reader.venue.findMany({ where: { postcode }, select: naming });
	const key = nameKey(name);
	const twin = neighbours.find((row) => row.id !== exceptId && nameKey(row.name) === key);
	return twin ? named(twin) : null;
}

export interface VenueFields {
	name: string;
	kind: string;
	urn: string | null;
	phase: string | null;
	lowAge: number | null;
	highAge: number | null;
	pupils: number | null;
	fsmPercent: number | null;
	street: string;
	town: string;
	postcode: string;
	districtCode: string | null;
	easting: number | null;
	northing: number | null;
	parking: string;
	reception: string;
	rooms: readonly string[];
	sensitivities: string;
}

function columns({ rooms, ...fields }: VenueFields) {
	const { easting, northing } = fields;
	const place = easting !== null && northing !== null ? toLatLong(easting, northing) : nowhere;
	return { ...fields, ...place, rooms: rooms.join("\n"), searchText: venueSearchText(fields) };
}

export async function insertVenue(tx: Transaction, fields: VenueFields): Promise<string> {
	const { id } = await tx.venue.create({ data: columns(fields) });
	return id;
}

export async function updateVenue(tx: Transaction, id: string, fields: VenueFields): Promise<void> {
	await tx.venue.update({ where: { id }, data: columns(fields) });
}

export async function setVenueRetired(
	tx: Transaction,
	id: string,
	retiredAt: Date | null,
): Promise<void> {
	await tx.venue.update({ where: { id }, data: { retiredAt } });
}

/** @param reason why it comes first; null takes the mark away */
export async function setVenuePriority(
	tx: Transaction,
	id: string,
	reason: string | null,
): Promise<void> {
	const data = { priority: reason !== null, priorityReason: reason ?? "" };
	await tx.venue.update({ where: { id }, data });
}

export interface VenueForBooking {
	venue: Omit<VenueRecord, "contacts">;
	/** In use, by name. */
	contacts: VenueRecord["contacts"];
	/** Rooms of the venue and those that its sessions of the day are in, by name. */
	rooms: string[];
	/** What takes time there on the day, in order of time. */
	sessions: VenueDaySession[];
}

export interface VenueDaySession {
	reference: string;
	status: SessionStatus;
	programmeName: string;
	room: string | null;
	startsAt: Date;
	endsAt: Date;
}

/**
 * All that a booking asks of a venue, or null when it is unknown or retired.
 * @param date the day to show; null for none
 */
export async function readVenueForBooking(
	reader: Reader,
	id: string,
	date: LocalDate | null = null,
): Promise<VenueForBooking | null> {
	const [found, sessions] = await Promise.all([
		findVenue(reader, id),
		date === null ? [] : readVenueDay(reader, id, date),
	]);
	if (!found || found.retiredAt !== null) return null;
	const { contacts, ...venue } = found;
	const used = sessions.flatMap(({ room }) => room ?? []);
	return {
		venue,
		contacts: contacts.filter(({ retiredAt }) => retiredAt === null),
		rooms: roomsOf([...found.rooms, ...used].join("\n")),
		sessions,
	};
}

async function readVenueDay(
	reader: Reader,
	venueId: string,
	localDate: LocalDate,
): Promise<VenueDaySession[]> {
	const rows = await reader.session.findMany({
		where: { venueId, localDate, occupies: true },
		select: {
			reference: true,
			status: true,
			room: true,
			startsAt: true,
			endsAt: true,
			programme: { select: { name: true } },
		},
		orderBy: [{ startsAt: "asc" }, { reference: "asc" }],
	});
	return rows.map(({ programme, status, ...row }) => ({
		...row,
		status: status as SessionStatus,
		programmeName: programme.name,
	}));
}

/** One delivered session of a venue, as its grid counts it. */
export interface VenueDelivery {
	reference: string;
	venueId: string;
	localDate: LocalDate;
	theme: string;
	programme: string;
	/** Young people by year group, youngest first; adults are not in it. */
	headcounts: { yearGroup: YearGroup; youngPeople: number }[];
}

/** Everything that was delivered at venues, newest first: what is in force of each close-out. */
export async function readVenueDeliveries(
	reader: Reader,
	venueIds: readonly string[],
): Promise<VenueDelivery[]> {
	const rows = await reader.closeOut.findMany({
		where: { current: true, outcome: "delivered", session: { venueId: { in: [...venueIds] } } },
		select: {
			headcounts: true,
			session: {
				select: {
					reference: true,
					venueId: true,
					localDate: true,
					programme: { select: { name: true, theme: { select: { name: true } } } },
				},
			},
		},
		orderBy: { session: { startsAt: "desc" } },
	});
	return rows.map(({ session, headcounts }) => {
		const counts = new Map(
			headcounts.map(({ yearGroup, youngPeople }) => [yearGroup as YearGroup, youngPeople]),
		);
		return {
			reference: session.reference,
			venueId: session.venueId,
			localDate: session.localDate,
			theme: session.programme.theme.name,
			programme: session.programme.name,
			headcounts: sortYearGroups(counts.keys()).map((yearGroup) => ({
				yearGroup,
				youngPeople: counts.get(yearGroup) ?? 0,
			})),
		};
	});
}

/** Who delivers what is still to come at a venue: those who may read its sensitivities. */
export async function readUpcomingFacilitatorIds(
	reader: Reader,
	venueId: string,
	now: Date,
): Promise<string[]> {
	const rows = await reader.assignment.findMany({
		where: { session: { venueId }, occupies: true, endsAt: { gt: now } },
		select: { personId: true },
		distinct: ["personId"],
	});
	return rows.map(({ personId }) => personId);
}
