import { randomBytes } from "node:crypto";
import { addHistory } from "#app/data/history.ts";
import { findPublication, insertPublication } from "#app/data/publications.ts";
import { isTaken } from "#app/data/refusals.ts";
import type { CommandContext } from "./command-context.ts";
import { type Prepared, type PressQuestion, preparePublication } from "./prepare-publication.ts";

export interface PublishInput {
	question: PressQuestion;
	/** Of the page it is sent from: the same page sent twice publishes once. */
	draft: string;
	/** The fingerprint of what that page showed. */
	seen: string;
}

export type PublishOutcome =
	| { ok: true; id: string }
	/** The records are not what the page showed any more. */
	| { ok: false; reason: "changed" }
	| { ok: false; reason: "too_few"; tooFew: string[] }
	| Exclude<Prepared, { ok: true }>;

/** Octets of the public address: it is no secret, but nobody shall find others by counting. */
const TOKEN_OCTETS = 12;

/** Freezes a line for the press with its figures and the sessions behind it, as they are now. */
export async function publishReach(
	context: CommandContext,
	{ question, draft, seen }: PublishInput,
): Promise<PublishOutcome> {
	const { database, now, actor } = context;
	const before = await findPublication(database.client, { draft });
	if (before) return { ok: true, id: before.id };
	try {
		return await database.transaction(async (tx): Promise<PublishOutcome> => {
			const prepared = await preparePublication(tx, context, question);
			if (!prepared.ok) return prepared;
			const { fingerprint, tooFew, ok: _ok, ...frozen } = prepared;
			// why it is enough on PostgreSQL too, where two reads may see two moments: a mixture of both
			// is not what the page showed.
			if (fingerprint !== seen) return { ok: false, reason: "changed" };
			if (tooFew.length > 0) return { ok: false, reason: "too_few", tooFew };
			const id = await insertPublication(tx, {
				...frozen,
				draft,
				token: randomBytes(TOKEN_OCTETS).toString("base64url"),
				publishedAt: now,
				publishedByName: actor.name,
			});
			await addHistory(tx, {
				...{ at: now, actorId: actor.userId, actorName: actor.name },
				...{ subject: "publication", subjectId: id, what: "Published" },
			});
			return { ok: true, id };
		});
	} catch (error) {
		if (!isTaken(error, "draft")) throw error;
		const other = await findPublication(database.client, { draft });
		if (!other) throw error;
		return { ok: true, id: other.id };
	}
}
