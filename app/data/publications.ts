import type {
	CountedSession,
	PublishedFigures,
	PublishedFilter,
} from "#app/domain/reach/publication.ts";
import type { Reader, Transaction } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";
import { newId } from "./ids.ts";
import { insertMany } from "./insert-many.ts";

export interface Publication {
	id: string;
	/** Of its public page. */
	token: string;
	line: string;
	filter: PublishedFilter;
	/** Who delivered, as named that day. */
	about: string;
	figures: PublishedFigures;
	publishedAt: Date;
	publishedByName: string;
	withdrawn: { at: Date; byName: string; reason: string } | null;
}

export interface NewPublication {
	token: string;
	draft: string;
	line: string;
	filter: PublishedFilter;
	about: string;
	figures: PublishedFigures;
	sessions: readonly CountedSession[];
	publishedAt: Date;
	publishedByName: string;
}

/**
 * Freezes a line with its figures and sessions; the database refuses it unless they add up.
 * @returns its id
 */
export async function insertPublication(
	tx: Transaction,
	{ sessions: listed, figures, filter, ...publication }: NewPublication,
): Promise<string> {
	const { sessions, youngPeople, adults, ...others } = figures;
	const id = newId(publication.publishedAt);
	await tx.publication.create({
		data: {
			...publication,
			id,
			filter: JSON.stringify(filter),
			sessions,
			youngPeople,
			adults,
			figures: JSON.stringify(others),
		},
	});
	const rows = listed.map(({ heads, ...session }, position) => ({
		publicationId: id,
		position,
		...session,
		heads: JSON.stringify(heads),
	}));
	if (rows.length > 0) await insertMany(tx, "PublishedSession", rows);
	await tx.publication.update({ where: { id }, data: { sealed: true } });
	return id;
}

function publicationOf(row: Prisma.PublicationGetPayload<object>): Publication {
	const { id, token, line, about, publishedAt, publishedByName, withdrawnAt } = row;
	const { sessions, youngPeople, adults } = row;
	return {
		...{ id, token, line, about, publishedAt, publishedByName },
		filter: JSON.parse(row.filter),
		figures: { sessions, youngPeople, adults, ...JSON.parse(row.figures) },
		withdrawn: withdrawnAt && {
			at: withdrawnAt,
			byName: row.withdrawnByName ?? "",
			reason: row.withdrawnReason ?? "",
		},
	};
}

/** Newest first. */
export async function listPublications(
	reader: Reader,
	{ page, pageSize }: { page: number; pageSize: number },
): Promise<{ publications: Publication[]; total: number }> {
	const [rows, total] = await Promise.all([
		reader.publication.findMany({
			orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
			skip: (page - 1) * pageSize,
			take: pageSize,
		}),
		reader.publication.count(),
	]);
	return { publications: rows.map(publicationOf), total };
}

type Key = { id: string } | { token: string } | { draft: string };

export async function findPublication(reader: Reader, key: Key): Promise<Publication | null> {
	const row = await reader.publication.findUnique({ where: key });
	return row && publicationOf(row);
}

/** The frozen list, in order of time. */
export async function readPublishedSessions(reader: Reader, id: string): Promise<CountedSession[]> {
	const rows = await reader.publishedSession.findMany({
		where: { publicationId: id },
		orderBy: { position: "asc" },
	});
	return rows.map(({ publicationId: _id, position: _position, heads, ...session }) => ({
		...session,
		heads: JSON.parse(heads),
	}));
}

/** The publications that stand and count a session, newest first. */
export async function readPublicationsWith(
	reader: Reader,
	sessionId: string,
): Promise<Pick<Publication, "id" | "line" | "publishedAt">[]> {
	return reader.publication.findMany({
		where: { withdrawnAt: null, listed: { some: { sessionId } } },
		select: { id: true, line: true, publishedAt: true },
		orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
	});
}

/** @returns whether it was withdrawn now, and not before */
export async function markWithdrawn(
	tx: Transaction,
	id: string,
	{ at, byName, reason }: NonNullable<Publication["withdrawn"]>,
): Promise<boolean> {
	const { count } = await tx.publication.updateMany({
		where: { id, withdrawnAt: null },
		data: { withdrawnAt: at, withdrawnByName: byName, withdrawnReason: reason },
	});
	return count > 0;
}
