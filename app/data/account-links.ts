import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Reader, Transaction } from "./database.ts";

/** What a link that was mailed or printed lets its holder do, once. */
export type LinkPurpose = "setup" | "password";

interface NewLink {
	purpose: LinkPurpose;
	/** Whose password; empty for the first administrator, who is nobody yet. */
	userId: string;
	expiresAt: Date;
}

/** why hashed: who reads the database, or a copy of it, must not come in by it. */
function identifierOf(purpose: LinkPurpose, token: string): string {
	return `${purpose}:${createHash("sha256").update(token).digest("hex")}`;
}

/** Makes a link, and takes back those made before for the same purpose and user. */
export async function keepLink(tx: Transaction, link: NewLink): Promise<string> {
	const { purpose, userId, expiresAt } = link;
	const token = randomBytes(32).toString("base64url");
	await dropLinks(tx, purpose, userId);
	await tx.verification.create({
		data: { id: randomUUID(), identifier: identifierOf(purpose, token), value: userId, expiresAt },
	});
	return token;
}

export async function dropLinks(
	tx: Transaction,
	purpose: LinkPurpose,
	userId: string,
): Promise<void> {
	await tx.verification.deleteMany({
		where: { identifier: { startsWith: `${purpose}:` }, value: userId },
	});
}

/** Whose link this is, if it may still be used; null otherwise. */
export async function readLink(
	reader: Reader,
	purpose: LinkPurpose,
	token: string,
	now: Date,
): Promise<{ userId: string } | null> {
	const row = await reader.verification.findFirst({
		where: { identifier: identifierOf(purpose, token), expiresAt: { gt: now } },
	});
	return row && { userId: row.value };
}

/** Uses a link up. Of two who use one at once, one is told null. */
export async function takeLink(
	tx: Transaction,
	purpose: LinkPurpose,
	token: string,
	now: Date,
): Promise<{ userId: string } | null> {
	const link = await readLink(tx, purpose, token, now);
	if (!link) return null;
	const { count } = await tx.verification.deleteMany({
		where: { identifier: identifierOf(purpose, token) },
	});
	return count === 1 ? link : null;
}
