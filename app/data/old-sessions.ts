import type { KnownVenue } from "#app/domain/imports/match-venue.ts";
import type { KnownProgramme, OldSession, StandingSession } from "#app/domain/imports/old-check.ts";
import { totalYoungPeople } from "#app/domain/sessions/close-out.ts";
import { type LocalDate, toLocal } from "#app/domain/time.ts";
import { venueSearchText } from "#app/domain/venues/venue-search.ts";
import type { Reader, Transaction } from "./database.ts";
import { newId } from "./ids.ts";
import { insertMany } from "./insert-many.ts";
import { keepImport } from "./keep-reach.ts";
import { sessionColumns } from "./sessions.ts";

/** Every venue, retired ones too: sessions of the past were held there. */
export async function readVenuesToMatch(reader: Reader): Promise<KnownVenue[]> {
	return reader.venue.findMany({
		select: {
			id: true,
			urn: true,
			name: true,
			town: true,
			postcode: true,
			openDate: true,
			closeDate: true,
			successorId: true,
		},
	});
}

export interface ProgrammeToMatch extends KnownProgramme {
	/** Its theme, by name. */
	theme: string;
}

/** Every programme, retired ones too. */
export async function readProgrammesToMatch(reader: Reader): Promise<ProgrammeToMatch[]> {
	const rows = await reader.programme.findMany({
		select: { id: true, name: true, slug: true, lengthMinutes: true, theme: true },
		orderBy: { name: "asc" },
	});
	return rows.map(({ theme, ...row }) => ({ ...row, theme: theme.name }));
}

export interface VenueLine {
	id: string;
	name: string;
	/** "Maldon, CM9 0ZZ, URN 900001". */
	where: string;
}

/** What tells venues apart, by id. */
export async function readVenueLines(
	reader: Reader,
	ids: readonly string[],
): Promise<Map<string, VenueLine>> {
	const rows = await reader.venue.findMany({
		where: { id: { in: [...new Set(ids)] } },
		select: { id: true, name: true, town: true, postcode: true, urn: true },
	});
	return new Map(
		rows.map(({ id, name, town, postcode, urn }) => {
			const parts = [town, postcode, urn === null ? "" : `URN ${urn}`];
			return [id, { id, name, where: parts.filter((part) => part !== "").join(", ") }];
		}),
	);
}

/** Sessions between two days, both included, that took place or are still meant to. */
export async function readStandingSessions(
	reader: Reader,
	from: LocalDate,
	to: LocalDate,
	zone: string,
): Promise<StandingSession[]> {
	const rows = await reader.session.findMany({
		where: { localDate: { gte: from, lte: to }, occupies: true },
		select: { reference: true, venueId: true, programmeId: true, localDate: true, startsAt: true },
		orderBy: { reference: "asc" },
	});
	return rows.map(({ localDate, startsAt, ...row }) => ({
		...row,
		date: localDate,
		start: toLocal(startsAt, zone).time,
	}));
}

/** Takes the next `count` numbers of a team in a year and gives the first of them. */
export async function takeReferenceNumbers(
	tx: Transaction,
	prefix: string,
	year: number,
	count: number,
): Promise<number> {
	const { last } = await tx.referenceCounter.upsert({
		where: { prefix_year: { prefix, year } },
		create: { prefix, year, last: count },
		update: { last: { increment: count } },
	});
	return last - count + 1;
}

/** Adds places outside the register, named by old rows alone. */
export async function insertPlaces(
	tx: Transaction,
	places: readonly { id: string; name: string; postcode: string }[],
): Promise<void> {
	const rows = places.map(({ id, name, postcode }) => {
		const searchText = venueSearchText({ name, postcode, town: "", urn: null });
		return { id, name, postcode, kind: "other", searchText };
	});
	await insertMany(tx, "Venue", rows);
}

/** A session of the past, ready to be written. */
export interface OldSessionRecord {
	id: string;
	reference: string;
	uid: string;
	organizerToken: string;
	venueId: string;
	notes: string;
	session: OldSession;
}

interface Circumstances {
	importId: string;
	teamId: string;
	recordedByName: string;
	now: Date;
}

/**
 * Writes sessions of the past as delivered and closed out. They hold no room and nobody is assigned:
 * old diaries overlap, and the database would rightly refuse what it was told of them.
 */
export async function insertOldSessions(
	tx: Transaction,
	records: readonly OldSessionRecord[],
	circumstances: Circumstances,
): Promise<void> {
	const { now } = circumstances;
	const closeOuts = records.map(({ id, session }) => ({ id: newId(now), sessionId: id, session }));
	await insertMany(
		tx,
		"Session",
		records.map((record) => sessionRow(record, circumstances)),
	);
	const yearGroups = records.flatMap(({ id, session }) =>
		session.yearGroups.map((yearGroup) => ({ sessionId: id, yearGroup })),
	);
	await insertMany(tx, "SessionYearGroup", yearGroups);
	await insertMany(
		tx,
		"CloseOut",
		closeOuts.map((closeOut) => closeOutRow(closeOut, circumstances)),
	);
	const headcounts = closeOuts.flatMap(({ id, session }) =>
		session.headcounts.map((headcount) => ({ closeOutId: id, ...headcount })),
	);
	await insertMany(tx, "Headcount", headcounts);
}

function sessionRow(record: OldSessionRecord, { importId, teamId, now }: Circumstances) {
	const { id, reference, uid, organizerToken, venueId, notes, session } = record;
	const fields = sessionColumns({
		programmeId: session.programmeId,
		teamId,
		venueId,
		room: null,
		status: "delivered",
		startsAt: session.startsAt,
		endsAt: session.endsAt,
		localDate: session.date,
		expectedYoungPeople: totalYoungPeople(session.headcounts),
		notes,
		prepare: "",
		endReason: null,
		cancelledBy: null,
		overrides: [],
	});
	const made = { changedAt: now, createdAt: now, version: 1, sequence: 0, importId };
	return { id, reference, uid, organizerToken, ...fields, ...made };
}

function closeOutRow(
	{ id, sessionId, session }: { id: string; sessionId: string; session: OldSession },
	{ recordedByName, now }: Circumstances,
) {
	return {
		id,
		sessionId,
		revision: 1,
		current: true,
		outcome: "delivered",
		counted: session.counted,
		youngPeople: totalYoungPeople(session.headcounts),
		adults: session.adults,
		note: "",
		recordedByName,
		recordedAt: now,
	};
}

/** What an import brought in, and how much of it was changed here since. */
export async function readImportedSessions(reader: Reader, importId: string) {
	const sessions = await reader.session.findMany({
		where: { importId },
		select: { id: true, reference: true, version: true },
		orderBy: { reference: "asc" },
	});
	return {
		sessions,
		changed: sessions.filter(({ version }) => version > 1).map(({ reference }) => reference),
	};
}

/** Takes back everything that an import brought in, corrections and what is kept of it included. */
export async function deleteImportedSessions(tx: Transaction, importId: string): Promise<void> {
	await keepImport(tx, importId, -1);
	const session = { importId };
	await tx.headcount.deleteMany({ where: { closeOut: { session } } });
	await tx.followUp.deleteMany({ where: { closeOut: { session } } });
	await tx.closeOut.deleteMany({ where: { session } });
	await tx.evaluationTotal.deleteMany({ where: { session } });
	await tx.session.deleteMany({ where: session });
}

/** Takes back places that an import added and nobody has used since; says which went. */
export async function deleteUnusedPlaces(
	tx: Transaction,
	ids: readonly string[],
): Promise<string[]> {
	const unused = await tx.venue.findMany({
		where: { id: { in: [...ids] }, sessions: { none: {} }, contacts: { none: {} } },
		select: { id: true },
	});
	const gone = unused.map(({ id }) => id);
	await tx.venue.deleteMany({ where: { id: { in: gone } } });
	return gone;
}
