import { hashPassword } from "better-auth/crypto";
import { takeLink } from "#app/data/account-links.ts";
import { addHistory } from "#app/data/history.ts";
import { countUsers, insertUser, keepPassword } from "#app/data/users.ts";
import type { CommandContext } from "./command-context.ts";

interface Input {
	token: string;
	name: string;
	email: string;
	password: string;
}

export type SetUpOutcome = { ok: true; id: string } | { ok: false; reason: "link_used" };

/** Makes the first administrator, once, while there is nobody. */
export async function setUp(
	{ database, now }: Pick<CommandContext, "database" | "now">,
	{ token, name, email, password }: Input,
): Promise<SetUpOutcome> {
	const hash = await hashPassword(password);
	return database.transaction<SetUpOutcome>(async (tx) => {
		const link = await takeLink(tx, "setup", token, now);
		if (!link || (await countUsers(tx)) > 0) return { ok: false, reason: "link_used" };
		const id = await insertUser(tx, { name, email, role: "administrator", personId: null, now });
		await keepPassword(tx, id, hash);
		const actor = { actorId: id, actorName: name };
		const what = "Set up as the first administrator";
		await addHistory(tx, { at: now, ...actor, subject: "user", subjectId: id, what });
		return { ok: true, id };
	});
}
