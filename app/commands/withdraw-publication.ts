import { addHistory } from "#app/data/history.ts";
import { findPublication, markWithdrawn } from "#app/data/publications.ts";
import type { CommandContext } from "./command-context.ts";

export type WithdrawOutcome =
	| { ok: true }
	| { ok: false; reason: "not_found" }
	| { ok: false; reason: "already"; byName: string };

/** Takes back what was published: it is kept, and its public page says that it no longer stands. */
export async function withdrawPublication(
	{ database, now, actor }: CommandContext,
	id: string,
	reason: string,
): Promise<WithdrawOutcome> {
	return database.transaction(async (tx): Promise<WithdrawOutcome> => {
		const publication = await findPublication(tx, { id });
		if (!publication) return { ok: false, reason: "not_found" };
		const withdrawn = await markWithdrawn(tx, id, { at: now, byName: actor.name, reason });
		if (!withdrawn) {
			const standing = await findPublication(tx, { id });
			return { ok: false, reason: "already", byName: standing?.withdrawn?.byName ?? "" };
		}
		await addHistory(tx, {
			...{ at: now, actorId: actor.userId, actorName: actor.name },
			...{ subject: "publication", subjectId: id, what: "Withdrawn", why: reason },
		});
		return { ok: true };
	});
}
