import type { Actor, Role } from "#app/domain/access/permissions.ts";
import type { Database, Reader, Transaction } from "./database.ts";

export interface NewApiToken {
	userId: string;
	name: string;
	/** SHA-256 of the token, in hex: the token itself is never kept. */
	tokenHash: string;
	now: Date;
	expiresAt: Date;
}

export async function insertApiToken(
	tx: Transaction,
	{ now, ...token }: NewApiToken,
): Promise<string> {
	const { id } = await tx.apiToken.create({ data: { ...token, createdAt: now } });
	return id;
}

const listed = {
	id: true,
	userId: true,
	name: true,
	createdAt: true,
	expiresAt: true,
	lastUsedAt: true,
	revokedAt: true,
	user: { select: { name: true, disabledAt: true } },
} as const;

/** Newest first, ended ones too: of one user, or of everybody. */
export async function listApiTokens(reader: Reader, userId: string | null) {
	return reader.apiToken.findMany({
		where: userId === null ? {} : { userId },
		select: listed,
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
		take: 200,
	});
}

export type ListedToken = Awaited<ReturnType<typeof listApiTokens>>[number];

export async function findApiToken(reader: Reader, id: string): Promise<ListedToken | null> {
	return reader.apiToken.findUnique({ where: { id }, select: listed });
}

/** False when the user has no such token in force. */
export async function revokeApiToken(
	tx: Transaction,
	userId: string,
	id: string,
	now: Date,
): Promise<boolean> {
	const { count } = await tx.apiToken.updateMany({
		where: { id, userId, revokedAt: null },
		data: { revokedAt: now },
	});
	return count === 1;
}

const MINUTE = 60_000;

/** Whose token it is, when it is in force and its owner may still come in. */
export async function findTokenOwner(
	{ client }: Database,
	tokenHash: string,
	now: Date,
): Promise<Actor | null> {
	const token = await client.apiToken.findUnique({ where: { tokenHash }, include: { user: true } });
	if (!token || token.revokedAt || token.expiresAt <= now || token.user.disabledAt) return null;
	// why by the minute: every call would otherwise be a write.
	if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() > MINUTE) {
		await client.apiToken.update({ where: { tokenHash }, data: { lastUsedAt: now } });
	}
	const { id, name, email, role, personId } = token.user;
	return { userId: id, name, email, role: role as Role, personId };
}

export interface Answer {
	status: number;
	body: string;
}

export interface CallKey {
	userId: string;
	/** As sent in Idempotency-Key. */
	key: string;
}

export async function findAnswer(reader: Reader, { userId, key }: CallKey) {
	return reader.idempotentAnswer.findUnique({ where: { userId_key: { userId, key } } });
}

/** Keeps the first answer to a call; a later one for the same key changes nothing. */
export async function keepAnswer(
	{ client }: Database,
	call: CallKey,
	{ fingerprint, status, body, now }: Answer & { fingerprint: string; now: Date },
): Promise<void> {
	await client.idempotentAnswer.upsert({
		where: { userId_key: call },
		create: { ...call, fingerprint, status, body, createdAt: now },
		update: {},
	});
}
