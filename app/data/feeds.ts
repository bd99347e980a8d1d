import type { FactSource } from "#app/domain/invites/session-facts.ts";
import type { SessionStatus } from "#app/domain/sessions/status.ts";
import type { LocalDate } from "#app/domain/time.ts";
import type { Reader, Transaction } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";

/** Whose sessions a feed shows. */
export type FeedKind = "team" | "person" | "contact";

export interface FeedSubject {
	kind: FeedKind;
	id: string;
}

export interface FeedRecord {
	id: string;
	subject: FeedSubject;
	/** Of the team, the person, or the contact. */
	name: string;
	/** Of a contact, where they are. */
	venueName: string | null;
	/** Retired: the feed rests until they are brought back. */
	retired: boolean;
	madeAt: Date;
	madeByName: string;
}

const whose = {
	team: { select: { id: true, name: true, retiredAt: true } },
	person: { select: { id: true, name: true, retiredAt: true } },
	contact: {
		select: { id: true, name: true, retiredAt: true, venue: { select: { name: true } } },
	},
} satisfies Prisma.FeedInclude;

type Row = Prisma.FeedGetPayload<{ include: typeof whose }>;

function recordOf({ team, person, contact, ...row }: Row): FeedRecord {
	const [kind, one] = team
		? (["team", team] as const)
		: person
			? (["person", person] as const)
			: (["contact", contact] as const);
	return {
		id: row.id,
		subject: { kind, id: one?.id ?? "" },
		name: one?.name ?? "",
		venueName: contact?.venue.name ?? null,
		retired: one?.retiredAt !== null,
		madeAt: row.madeAt,
		madeByName: row.madeByName,
	};
}

export async function findFeedByToken(
	reader: Reader,
	tokenHash: string,
): Promise<FeedRecord | null> {
	const row = await reader.feed.findUnique({ where: { tokenHash }, include: whose });
	return row && recordOf(row);
}

export async function findFeed(reader: Reader, id: string): Promise<FeedRecord | null> {
	const row = await reader.feed.findUnique({ where: { id }, include: whose });
	return row && recordOf(row);
}

export async function findFeedOf(reader: Reader, subject: FeedSubject): Promise<FeedRecord | null> {
	const row = await reader.feed.findFirst({ where: subjectColumns(subject), include: whose });
	return row && recordOf(row);
}

/** Every feed, newest first. */
export async function listFeeds(reader: Reader): Promise<FeedRecord[]> {
	const rows = await reader.feed.findMany({
		include: whose,
		orderBy: [{ madeAt: "desc" }, { id: "desc" }],
	});
	return rows.map(recordOf);
}

function subjectColumns({ kind, id }: FeedSubject) {
	return {
		teamId: kind === "team" ? id : null,
		personId: kind === "person" ? id : null,
		contactId: kind === "contact" ? id : null,
	};
}

export interface NewFeed {
	subject: FeedSubject;
	tokenHash: string;
	madeAt: Date;
	madeByName: string;
}

/** Gives a feed to who has none, or another address in the place of the one they had. */
export async function putFeed(
	tx: Transaction,
	{ subject, ...fields }: NewFeed,
): Promise<{ replaced: boolean }> {
	const { count } = await tx.feed.updateMany({ where: subjectColumns(subject), data: fields });
	if (count === 0) await tx.feed.create({ data: { ...subjectColumns(subject), ...fields } });
	return { replaced: count > 0 };
}

export async function removeFeed(tx: Transaction, id: string): Promise<void> {
	await tx.feed.deleteMany({ where: { id } });
}

/** What a feed's subject is called, or null when there is none in use. */
export async function findFeedSubject(
	reader: Reader,
	{ kind, id }: FeedSubject,
): Promise<string | null> {
	const asked = { where: { id, retiredAt: null }, select: { name: true } };
	const row =
		kind === "team"
			? await reader.team.findUnique(asked)
			: kind === "person"
				? await reader.person.findUnique(asked)
				: await reader.contact.findUnique(asked);
	return row?.name ?? null;
}

export interface FoundContact {
	id: string;
	name: string;
	role: string;
	venueName: string;
}

/** Contacts in use whose name or venue holds the words, at most `limit`. */
export async function searchContacts(
	reader: Reader,
	words: string,
	limit: number,
): Promise<FoundContact[]> {
	const rows = await reader.$queryRaw<FoundContact[]>`
		SELECT c."id", c."name", c."role", v."name" AS "venueName"
		FROM "Contact" AS c JOIN "Venue" AS v ON v."id" = c."venueId"
		WHERE c."retiredAt" IS NULL
			AND (LOWER(c."name") LIKE ${like(words)} ESCAPE '!' OR v."searchText" LIKE ${like(words)} ESCAPE '!')
		ORDER BY v."name", c."name", c."id" LIMIT ${limit}`;
	return rows;
}

function like(words: string): string {
	return `%${words.toLowerCase().replace(/[!%_]/g, "!$&")}%`;
}

/** Staff read where to open a session; a contact has no page of ours in it. */
export type Audience = "staff" | "contact";

/** A session as a feed needs it, with the text that is kept for it, if any. */
export interface FeedSession extends FactSource {
	id: string;
	keptKey: string | null;
	keptText: string | null;
}

/**
 * The sessions of a feed from a local date on, in order of time. A contact's are those they are
 * invited to, once they have been told: an invite that is held is not yet to be known.
 */
export async function readFeedSessions(
	reader: Reader,
	{ kind, id }: FeedSubject,
	from: LocalDate,
): Promise<FeedSession[]> {
	const mine = {
		team: Prisma.sql`s."teamId" = ${id}`,
		person: Prisma.sql`EXISTS (
			SELECT 1 FROM "Assignment" AS a WHERE a."sessionId" = s."id" AND a."personId" = ${id})`,
		contact: Prisma.sql`EXISTS (
			SELECT 1 FROM "Invite" AS i
			WHERE i."sessionId" = s."id" AND i."contactId" = ${id} AND i."withdrawnAt" IS NULL
				AND (
					EXISTS (${messageOf} AND m."status" NOT IN ('held', 'replaced'))
					OR NOT EXISTS (${messageOf})
				))`,
	};
	const audience: Audience = kind === "contact" ? "contact" : "staff";
	return readRows(reader, audience, Prisma.sql`${mine[kind]} AND s."localDate" >= ${from}`);
}

const messageOf = Prisma.sql`SELECT 1 FROM "OutboxMessage" AS m WHERE m."inviteId" = i."id"`;

/** One session as a feed shows it, or null. */
export async function readFeedSession(
	reader: Reader,
	reference: string,
	audience: Audience,
): Promise<FeedSession | null> {
	const [row] = await readRows(reader, audience, Prisma.sql`s."reference" = ${reference}`);
	return row ?? null;
}

interface FlatRow {
	id: string;
	uid: string;
	sequence: number;
	status: string;
	reference: string;
	room: string | null;
	startsAt: Date;
	endsAt: Date;
	changedAt: Date;
	prepare: string;
	programmeName: string;
	venueName: string;
	street: string;
	town: string;
	postcode: string;
	teamName: string;
	teamEmail: string;
	teamPhone: string | null;
	keptKey: string | null;
	keptText: string | null;
}

/** why by hand: one query instead of six, and nothing is read that could not be shown. */
async function readRows(
	reader: Reader,
	audience: Audience,
	where: Prisma.Sql,
): Promise<FeedSession[]> {
	const rows = await reader.$queryRaw<FlatRow[]>`
		SELECT s."id", s."uid", s."sequence", s."status", s."reference", s."room",
			s."startsAt", s."endsAt", s."changedAt", s."prepare",
			p."name" AS "programmeName", v."name" AS "venueName",
			v."street", v."town", v."postcode",
			t."name" AS "teamName", t."email" AS "teamEmail", t."phone" AS "teamPhone",
			k."key" AS "keptKey", k."text" AS "keptText"
		FROM "Session" AS s
			JOIN "Programme" AS p ON p."id" = s."programmeId"
			JOIN "Venue" AS v ON v."id" = s."venueId"
			JOIN "Team" AS t ON t."id" = s."teamId"
			LEFT JOIN "FeedText" AS k ON k."sessionId" = s."id" AND k."audience" = ${audience}
		WHERE ${where}
		ORDER BY s."startsAt", s."id"`;
	return rows.map(({ programmeName, venueName, street, town, postcode, ...row }) => ({
		...row,
		status: row.status as SessionStatus,
		programme: { name: programmeName },
		venue: { name: venueName, street, town, postcode },
		team: { name: row.teamName, email: row.teamEmail, phone: row.teamPhone },
	}));
}

export interface KeptText {
	sessionId: string;
	audience: Audience;
	key: string;
	text: string;
}

/** How many texts one statement carries: four values each, well under what either engine takes. */
const AT_ONCE = 500;

/** Keeps the texts of entries, in the place of older ones. */
export async function keepFeedTexts(tx: Transaction, texts: readonly KeptText[]): Promise<void> {
	const inOrder = [...texts].sort((a, b) => (a.sessionId < b.sessionId ? -1 : 1));
	for (let from = 0; from < inOrder.length; from += AT_ONCE) {
		const values = inOrder
			.slice(from, from + AT_ONCE)
			.map(
				({ sessionId, audience, key, text }) =>
					Prisma.sql`(${sessionId}, ${audience}, ${key}, ${text})`,
			);
		await tx.$executeRaw`
			INSERT INTO "FeedText" ("sessionId", "audience", "key", "text")
			VALUES ${Prisma.join(values)}
			ON CONFLICT ("sessionId", "audience")
			DO UPDATE SET "key" = excluded."key", "text" = excluded."text"`;
	}
}
