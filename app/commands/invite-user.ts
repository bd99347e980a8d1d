import { findUserByAddress, insertUser } from "#app/data/users.ts";
import type { NewUserInput } from "#app/domain/access/account-input.ts";
import { roleLabels } from "#app/domain/access/permissions.ts";
import { type AccountOutcome, personRefusal } from "./account-fields.ts";
import { oweInvitation } from "./account-messages.ts";
import type { CommandContext } from "./command-context.ts";
import { note, savingUnique, taken } from "./register-outcome.ts";

/** Gives somebody an account, and owes them the mail by which they choose a password. */
export async function inviteUser(
	context: CommandContext,
	input: NewUserInput,
): Promise<AccountOutcome> {
	const columns = { email: "email", personId: "personId" };
	return savingUnique<AccountOutcome>(context, columns, async (tx) => {
		const known = await findUserByAddress(tx, input.email);
		if (known) return taken("email", { ...known, retired: known.disabledAt !== null });
		const refusal = await personRefusal(tx, input.personId);
		if (refusal) return refusal;
		const id = await insertUser(tx, { ...input, now: context.now });
		await oweInvitation(tx, context, { id, ...input });
		const changes = [{ label: "Role", to: roleLabels[input.role] }];
		await note(tx, context, ["user", id], { what: "Invited", changes });
		return { ok: true, id };
	});
}
