import { hashPassword, verifyPassword } from "better-auth/crypto";
import { dropLinks } from "#app/data/account-links.ts";
import { endSignIns, keepPassword, readPasswordHash } from "#app/data/users.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

interface Input {
	current: string;
	password: string;
	/** The sign-in that goes on; all others of the user end. */
	keepToken: string;
}

export type ChangeOwnPasswordOutcome = { ok: true } | { ok: false; reason: "wrong_password" };

export async function changeOwnPassword(
	context: CommandContext,
	{ current, password, keepToken }: Input,
): Promise<ChangeOwnPasswordOutcome> {
	const { database, actor } = context;
	const before = await readPasswordHash(database.client, actor.userId);
	const right = before !== null && (await verifyPassword({ hash: before, password: current }));
	if (!right) return { ok: false, reason: "wrong_password" };
	const hash = await hashPassword(password);
	return database.transaction<ChangeOwnPasswordOutcome>(async (tx) => {
		// why again: a new password that was chosen by mail meanwhile must not be written over.
		if ((await readPasswordHash(tx, actor.userId)) !== before)
			return { ok: false, reason: "wrong_password" };
		await keepPassword(tx, actor.userId, hash);
		await endSignIns(tx, actor.userId, keepToken);
		await dropLinks(tx, "password", actor.userId);
		await note(tx, context, ["user", actor.userId], { what: "Changed their password" });
		return { ok: true };
	});
}
