import { hashPassword } from "better-auth/crypto";
import { dropLinks, takeLink } from "#app/data/account-links.ts";
import { addHistory } from "#app/data/history.ts";
import { endSignIns, keepPassword, readUser } from "#app/data/users.ts";
import type { CommandContext } from "./command-context.ts";

export type ChoosePasswordOutcome = { ok: true } | { ok: false; reason: "link_used" };

/**
 * Uses up the link of an invitation or a forgotten password. Every sign-in of the user ends: whoever
 * knew the old password is out.
 */
export async function choosePassword(
	{ database, now }: Pick<CommandContext, "database" | "now">,
	{ token, password }: { token: string; password: string },
): Promise<ChoosePasswordOutcome> {
	// why before: hashing takes a tenth of a second, in which nobody else could write.
	const hash = await hashPassword(password);
	return database.transaction<ChoosePasswordOutcome>(async (tx) => {
		const link = await takeLink(tx, "password", token, now);
		const user = link && (await readUser(tx, link.userId));
		if (!user || user.disabledAt) return { ok: false, reason: "link_used" };
		await keepPassword(tx, user.id, hash);
		await endSignIns(tx, user.id);
		await dropLinks(tx, "password", user.id);
		const what = user.hasPassword ? "Chose a new password by mail" : "Took up the invitation";
		const actor = { actorId: user.id, actorName: user.name };
		await addHistory(tx, { at: now, ...actor, subject: "user", subjectId: user.id, what });
		return { ok: true };
	});
}
