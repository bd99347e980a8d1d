import type { SessionStatus } from "#app/domain/sessions/status.ts";
import { occupies } from "#app/domain/sessions/status.ts";
import { sortYearGroups, type YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { Reader, Transaction } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";
import { lastTold, type Told, toldOf } from "./invites.ts";

const whole = {
	programme: { include: { theme: true, agenciesNeeded: true } },
	team: true,
	venue: { include: { district: true } },
	yearGroups: true,
	assignments: {
		include: { person: { include: { agency: true } } },
		orderBy: [{ lead: "desc" }, { id: "asc" }],
	},
	invites: { include: { contact: true, messages: lastTold }, orderBy: { id: "asc" } },
	closeOuts: { where: { current: true }, include: { headcounts: true, followUps: true } },
} satisfies Prisma.SessionInclude;

type Row = Prisma.SessionGetPayload<{ include: typeof whole }>;

/** A session with everything its page and its commands need, in one read. */
export interface SessionRecord
	extends Omit<Row, "status" | "yearGroups" | "invites" | "closeOuts" | "overrides"> {
	status: SessionStatus;
	/** Of everyone who was ever invited; `told` is what each was last told, null before anything was. */
	invites: (Omit<Row["invites"][number], "messages"> & { told: Told | null })[];
	yearGroups: YearGroup[];
	closeOut: Row["closeOuts"][number] | null;
	overrides: { code: string; reason: string }[];
}

function recordOf({
	yearGroups,
	invites,
	closeOuts,
	overrides,
	status,
	...row
}: Row): SessionRecord {
	return {
		...row,
		invites: invites.map(({ messages, ...invite }) => ({ ...invite, told: toldOf(messages[0]) })),
		status: status as SessionStatus,
		yearGroups: sortYearGroups(yearGroups.map(({ yearGroup }) => yearGroup as YearGroup)),
		closeOut: closeOuts[0] ?? null,
		overrides: JSON.parse(overrides),
	};
}

export async function findSession(
	reader: Reader,
	reference: string,
): Promise<SessionRecord | null> {
	const row = await reader.session.findUnique({ where: { reference }, include: whole });
	return row && recordOf(row);
}

/** `uid` is whole, the part after the @ included. */
export async function findSessionByUid(reader: Reader, uid: string): Promise<SessionRecord | null> {
	const row = await reader.session.findUnique({ where: { uid }, include: whole });
	return row && recordOf(row);
}

/** Several sessions, in the order of the references; unknown ones are left out. */
export async function findSessions(
	reader: Reader,
	references: readonly string[],
): Promise<SessionRecord[]> {
	const rows = await reader.session.findMany({
		where: { reference: { in: [...references] } },
		include: whole,
	});
	const found = new Map(rows.map((row) => [row.reference, row]));
	return references.flatMap((reference) => {
		const row = found.get(reference);
		return row ? [recordOf(row)] : [];
	});
}

/** The sessions that were booked together, in order of time. */
export async function findSeries(reader: Reader, seriesId: string): Promise<SessionRecord[]> {
	const rows = await reader.session.findMany({
		where: { seriesId },
		include: whole,
		orderBy: [{ startsAt: "asc" }, { reference: "asc" }],
	});
	return rows.map(recordOf);
}

/** What was booked together, in order of time, as far as a list of it shows. */
export async function readSeries(reader: Reader, seriesId: string) {
	const rows = await reader.session.findMany({
		where: { seriesId },
		select: { reference: true, startsAt: true, endsAt: true, status: true },
		orderBy: [{ startsAt: "asc" }, { reference: "asc" }],
	});
	return rows.map((row) => ({ ...row, status: row.status as SessionStatus }));
}

/** Another programme for a session, with what its own carries. Throws when there is none. */
export async function readSessionProgramme(
	reader: Reader,
	id: string,
): Promise<SessionRecord["programme"]> {
	return reader.programme.findUniqueOrThrow({ where: { id }, ...whole.programme });
}

/** Rooms are compared without regard to capitals and spaces: "Hall " and "hall" are one room. */
export function roomKey(room: string | null | undefined): string | null {
	return room?.trim().replace(/\s+/g, " ").toLowerCase() || null;
}

/** The next number of a team in a year; rises with the transaction or not at all. */
export async function takeReferenceNumber(
	tx: Transaction,
	prefix: string,
	year: number,
): Promise<number> {
	const counter = await tx.referenceCounter.upsert({
		where: { prefix_year: { prefix, year } },
		create: { prefix, year, last: 1 },
		update: { last: { increment: 1 } },
	});
	return counter.last;
}

/** What a booking or a change may write, apart from what follows from it. */
export interface SessionFields {
	programmeId: string;
	teamId: string;
	venueId: string;
	room: string | null;
	status: SessionStatus;
	startsAt: Date;
	endsAt: Date;
	localDate: string;
	expectedYoungPeople: number;
	notes: string;
	prepare: string;
	endReason: string | null;
	cancelledBy: "us" | "school" | null;
	overrides: readonly { code: string; reason: string }[];
}

/** The columns of a session that follow from its fields, and the fields. */
export function sessionColumns({ overrides, ...fields }: SessionFields) {
	return {
		...fields,
		roomKey: roomKey(fields.room),
		occupies: occupies(fields.status),
		overrides: JSON.stringify(overrides),
	};
}

export interface NewSession extends SessionFields {
	reference: string;
	uid: string;
	/** Shared by sessions that were booked together. */
	seriesId?: string | null;
	organizerToken: string;
	now: Date;
	yearGroups: readonly YearGroup[];
	/** The first leads. */
	facilitatorIds: readonly string[];
}

export async function insertSession(tx: Transaction, session: NewSession): Promise<string> {
	const { reference, uid, organizerToken, now, yearGroups, facilitatorIds, ...rest } = session;
	const { seriesId = null, ...fields } = rest;
	const { id } = await tx.session.create({
		data: {
			...sessionColumns(fields),
			reference,
			uid,
			seriesId,
			organizerToken,
			changedAt: now,
			createdAt: now,
			yearGroups: { create: yearGroups.map((yearGroup) => ({ yearGroup })) },
		},
	});
	await insertAssignments(tx, id, fields, facilitatorIds);
	return id;
}

async function insertAssignments(
	tx: Transaction,
	sessionId: string,
	{ startsAt, endsAt, status }: SessionFields,
	facilitatorIds: readonly string[],
	alreadyLed = false,
): Promise<void> {
	for (const [at, personId] of facilitatorIds.entries()) {
		await tx.assignment.create({
			data: {
				sessionId,
				personId,
				lead: at === 0 && !alreadyLed,
				startsAt,
				endsAt,
				occupies: occupies(status),
			},
		});
	}
}

export interface SessionUpdate {
	id: string;
	/** The version that was read; nothing is written when it is no longer the newest. */
	version: number;
	sequence: number;
	changedAt: Date;
	fields: SessionFields;
	yearGroups: readonly YearGroup[];
	facilitatorIds: readonly string[];
}

/**
 * Writes a change if the session is still at `version`; false when somebody was faster.
 * why this order: those who leave go first and those who come are last, so that the session's new
 * time moves only the people who stay, and the overlap rule looks at nobody who is not on it.
 */
export async function updateSession(tx: Transaction, update: SessionUpdate): Promise<boolean> {
	const { id, version, sequence, changedAt, fields, yearGroups, facilitatorIds } = update;
	const claimed = await tx.session.updateMany({
		where: { id, version },
		data: { version: version + 1 },
	});
	if (claimed.count === 0) return false;
	await tx.assignment.deleteMany({
		where: { sessionId: id, personId: { notIn: [...facilitatorIds] } },
	});
	await tx.session.update({
		where: { id },
		data: { ...sessionColumns(fields), sequence, changedAt },
	});
	await replaceYearGroups(tx, id, yearGroups);
	await replaceFacilitators(tx, id, fields, facilitatorIds);
	return true;
}

async function replaceYearGroups(
	tx: Transaction,
	sessionId: string,
	yearGroups: readonly YearGroup[],
): Promise<void> {
	await tx.sessionYearGroup.deleteMany({
		where: { sessionId, yearGroup: { notIn: [...yearGroups] } },
	});
	for (const yearGroup of yearGroups) {
		await tx.sessionYearGroup.upsert({
			where: { sessionId_yearGroup: { sessionId, yearGroup } },
			create: { sessionId, yearGroup },
			update: {},
		});
	}
}

async function replaceFacilitators(
	tx: Transaction,
	sessionId: string,
	fields: SessionFields,
	facilitatorIds: readonly string[],
): Promise<void> {
	const kept = await tx.assignment.findMany({ where: { sessionId } });
	const present = new Set(kept.map(({ personId }) => personId));
	const leader = facilitatorIds[0];
	for (const { id, personId, lead } of kept) {
		if (lead !== (personId === leader)) {
			await tx.assignment.update({ where: { id }, data: { lead: personId === leader } });
		}
	}
	const added = facilitatorIds.filter((id) => !present.has(id));
	await insertAssignments(
		tx,
		sessionId,
		fields,
		added,
		leader !== undefined && present.has(leader),
	);
}
