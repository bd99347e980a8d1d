import type { Reader } from "#app/data/database.ts";
import { findSession, type SessionRecord } from "#app/data/sessions.ts";
import { formatReference, parseReference } from "#app/domain/sessions/reference.ts";
import { notFound } from "./respond.ts";

/**
 * The session that an address names, however its reference is spelled.
 * @throws 404 for a text that is no reference, and for a reference that nobody has
 */
export async function requireSession(
	reader: Reader,
	typed: string | undefined,
): Promise<SessionRecord> {
	const parts = parseReference(typed ?? "");
	const session = parts && (await findSession(reader, formatReference(parts)));
	if (!session) throw notFound();
	return session;
}
