import { revokeApiToken as revoke } from "#app/data/api-tokens.ts";
import { addHistory } from "#app/data/history.ts";
import type { CommandContext } from "./command-context.ts";

/** Ends a token of one's own at once. */
export async function revokeApiToken(
	context: CommandContext,
	userId: string,
	id: string,
): Promise<{ ok: true } | { ok: false; reason: "not_found" }> {
	const { now, actor } = context;
	return context.database.transaction(async (tx) => {
		if (!(await revoke(tx, userId, id, now))) return { ok: false, reason: "not_found" };
		await addHistory(tx, {
			at: now,
			actorId: actor.userId,
			actorName: actor.name,
			subject: "user",
			subjectId: userId,
			what: "Ended a token",
		});
		return { ok: true };
	});
}
