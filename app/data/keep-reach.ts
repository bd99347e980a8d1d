import { groupedBy } from "#app/domain/grouped-by.ts";
import { academicYear, academicYearOf } from "#app/domain/periods.ts";
import { addSessions, addVenue, type KeptRow, KeptRows } from "#app/domain/reach/kept-rows.ts";
import { type CountedRow, freezeCounted, readCounted } from "./counted-sessions.ts";
import type { Database, Reader, Transaction } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";

/** Rows in one statement: four values each, and less than either engine takes. */
const ROWS_AT_ONCE = 5000;
const VENUES_AT_ONCE = 50;
const SPANS_IN_MEMORY = 100_000;

/**
 * Runs a change to what is recorded of a session and brings the kept reach along: all of it or
 * nothing. Whoever records at the same venue waits, since an estimate depends on all that was
 * delivered there.
 */
export async function keepingReach(
	tx: Transaction,
	sessionId: string,
	change: () => Promise<void>,
): Promise<void> {
	const which = { where: { id: sessionId }, select: { venueId: true, localDate: true } };
	const { venueId, localDate } = await tx.session.findUniqueOrThrow(which);
	await lockVenue(tx, venueId);
	const year = academicYearOf(localDate);
	const before = await readVenue(tx, venueId, year);
	await change();
	await freezeCounted(tx, Prisma.sql`s."id" = ${sessionId}`);
	const after = await readVenue(tx, venueId, year);
	const rows = new KeptRows();
	addSessions(rows, before.sessions, -1);
	addSessions(rows, after.sessions);
	if (before.days.length !== after.days.length) {
		addVenue(rows, before.days, -1);
		addVenue(rows, after.days);
	}
	await addToKept(tx, rows.sorted());
}

/**
 * Brings the kept reach along with a file of past sessions as a whole.
 * @param sign 1 after they were written; -1 before they are taken back
 */
export async function keepImport(tx: Transaction, importId: string, sign: 1 | -1): Promise<void> {
	if (sign === 1) await freezeCounted(tx, Prisma.sql`s."importId" = ${importId}`);
	const venues = await tx.$queryRaw<{ venueId: string }[]>(Prisma.sql`
		SELECT DISTINCT s."venueId" FROM "Session" s WHERE s."importId" = ${importId}`);
	// why sorted here: the engines sort texts differently, and everybody must lock in one order.
	const ids = venues.map(({ venueId }) => venueId).sort();
	const rows = new KeptRows();
	for (let at = 0; at < ids.length; at += VENUES_AT_ONCE) {
		const some = ids.slice(at, at + VENUES_AT_ONCE);
		for (const id of some) await lockVenue(tx, id);
		const all = await readCounted(tx, Prisma.sql`s."venueId" IN (${Prisma.join(some)})`);
		addAll(rows, all, sign);
		addAll(
			rows,
			all.filter((session) => session.importId !== importId),
			sign === 1 ? -1 : 1,
		);
	}
	await addToKept(tx, rows.sorted());
}

/** All delivered sessions of some venues, every academic year of each by itself. */
function addAll(rows: KeptRows, sessions: readonly CountedRow[], sign: 1 | -1): void {
	for (const ofVenue of groupedBy(sessions, ({ venueId }) => venueId).values()) {
		for (const ofYear of groupedBy(ofVenue, ({ localDate }) =>
			academicYearOf(localDate),
		).values()) {
			addSessions(rows, ofYear, sign);
		}
		addVenue(
			rows,
			ofVenue.map(({ localDate }) => localDate),
			sign,
		);
	}
}

const HALF_AN_HOUR = 30 * 60_000;

/** Fills what is kept of reach where nothing is kept yet: a database from before it was. */
export async function ensureKeptReach(database: Database): Promise<void> {
	if (await isFilled(database.client)) return;
	await remakeKeptReach(database, { onlyEmpty: true });
}

/** Makes what is kept of reach anew from the sessions, in one transaction. */
export async function remakeKeptReach(
	database: Database,
	{ onlyEmpty = false }: { onlyEmpty?: boolean } = {},
): Promise<void> {
	await database.transaction(async (tx) => {
		// why: a close-out in the meantime would be counted by its own rows and again by the sessions.
		if (database.engine === "postgresql")
			await tx.$executeRaw`LOCK TABLE "KeptReach" IN EXCLUSIVE MODE`;
		if (onlyEmpty && (await isFilled(tx))) return;
		await rebuildKeptReach(tx);
	}, HALF_AN_HOUR);
}

async function isFilled(reader: Reader): Promise<boolean> {
	const rows = await reader.$queryRaw<unknown[]>`
		SELECT 1 FROM "Session" WHERE "status" = 'delivered'
			AND NOT EXISTS (SELECT 1 FROM "KeptReach") LIMIT 1`;
	return rows.length === 0;
}

/** For a transaction that nobody else writes beside, such as one that fills an empty database. */
export async function rebuildKeptReach(tx: Transaction): Promise<void> {
	await freezeCounted(tx, Prisma.sql`1 = 1`);
	await tx.keptReach.deleteMany({});
	const days = new Map<string, string[]>();
	for (const year of await yearsWithSessions(tx)) {
		const sessions = await readCounted(tx, inYear(year));
		const rows = new KeptRows();
		for (const [venueId, ofVenue] of groupedBy(sessions, (session) => session.venueId)) {
			addSessions(rows, ofVenue);
			const own = ofVenue.map(({ localDate }) => localDate);
			days.set(venueId, [...(days.get(venueId) ?? []), ...own]);
		}
		await addToKept(tx, rows.sorted());
	}
	await addVenues(tx, [...days.values()]);
}

async function addVenues(tx: Transaction, venues: readonly (readonly string[])[]): Promise<void> {
	let rows = new KeptRows();
	for (const [at, days] of venues.entries()) {
		addVenue(rows, days);
		if (rows.size < SPANS_IN_MEMORY && at < venues.length - 1) continue;
		await addToKept(tx, rows.sorted());
		rows = new KeptRows();
	}
}

async function yearsWithSessions(reader: Reader): Promise<number[]> {
	const [span] = await reader.$queryRaw<{ first: string | null; last: string | null }[]>`
		SELECT MIN("localDate") AS "first", MAX("localDate") AS "last" FROM "Session"
		WHERE "status" = 'delivered'`;
	if (!span?.first || !span.last) return [];
	const first = academicYearOf(span.first);
	return Array.from({ length: academicYearOf(span.last) - first + 1 }, (_, at) => first + at);
}

function inYear(year: number): Prisma.Sql {
	const { from, to } = academicYear(year);
	return Prisma.sql`s."localDate" >= ${from} AND s."localDate" <= ${to}`;
}

/** why an update: it is the one way to wait for a row that both engines understand. */
async function lockVenue(tx: Transaction, id: string): Promise<void> {
	await tx.$executeRaw`UPDATE "Venue" SET "searchText" = "searchText" WHERE "id" = ${id}`;
}

async function readVenue(reader: Reader, venueId: string, year: number) {
	const atVenue = Prisma.sql`s."venueId" = ${venueId}`;
	const sessions = await readCounted(reader, Prisma.sql`${atVenue} AND ${inYear(year)}`);
	const days = await reader.$queryRaw<{ localDate: string }[]>(Prisma.sql`
		SELECT DISTINCT s."localDate" FROM "Session" s
		JOIN "CloseOut" c ON c."sessionId" = s."id" AND c."current" AND c."outcome" = 'delivered'
		WHERE ${atVenue}`);
	return { sessions, days: days.map(({ localDate }) => localDate) };
}

/** Adds to what is kept; rows come in one order from everybody, so that nobody waits in a circle. */
async function addToKept(tx: Transaction, rows: readonly KeptRow[]): Promise<void> {
	for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
		const some = rows.slice(at, at + ROWS_AT_ONCE);
		// why in one piece, with the figures as they are: a statement put together of a piece for each
		// row, and five times as many values, take longer than the statement runs.
		const after = some.map(
			({ sessions, youngPeople, adults, estimated, venues }) =>
				`, ${[sessions, youngPeople, adults, estimated, venues].map(Number).join(", ")}`,
		);
		const pieces = after.flatMap((figures, row) => [
			", ",
			", ",
			", ",
			row < after.length - 1 ? `${figures}), (` : `${figures}${ADD}`,
		]);
		const values = some.flatMap(({ dimension, key, first, last }) => [dimension, key, first, last]);
		await tx.$executeRaw(Prisma.sql([INSERT, ...pieces], ...values));
	}
}

const INSERT = `INSERT INTO "KeptReach" ("dimension", "key", "first", "last",
	"sessions", "youngPeople", "adults", "estimated", "venues") VALUES (`;
const ADD = `) ON CONFLICT ("dimension", "first", "last", "key") DO UPDATE SET
	"sessions" = "KeptReach"."sessions" + excluded."sessions",
	"youngPeople" = "KeptReach"."youngPeople" + excluded."youngPeople",
	"adults" = "KeptReach"."adults" + excluded."adults",
	"estimated" = "KeptReach"."estimated" + excluded."estimated",
	"venues" = "KeptReach"."venues" + excluded."venues"`;
