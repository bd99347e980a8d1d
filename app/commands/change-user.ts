import { changesBetween } from "#app/data/history.ts";
import { countOtherAdministrators, endSignIns, readUser, updateUser } from "#app/data/users.ts";
import type { ChangeUserInput } from "#app/domain/access/account-input.ts";
import { roleLabels } from "#app/domain/access/permissions.ts";
import { type AccountOutcome, personRefusal } from "./account-fields.ts";
import type { CommandContext } from "./command-context.ts";
import { note, savingUnique } from "./register-outcome.ts";

const labels = { name: "Name", role: "Role", person: "Delivers as" };

/**
 * Changes the name, role and person of an account. A new role ends the user's sign-ins, so that
 * nothing stays open that the new role may not see.
 */
export async function changeUser(
	context: CommandContext,
	id: string,
	input: ChangeUserInput,
): Promise<AccountOutcome> {
	return savingUnique<AccountOutcome>(context, { personId: "personId" }, async (tx) => {
		// why before anything is read: two who change at once take turns here.
		const others = await countOtherAdministrators(tx, id);
		const before = await readUser(tx, id);
		if (!before) return { ok: false, reason: "not_found" };
		const refusal = await personRefusal(tx, input.personId, before);
		if (refusal) return refusal;
		const steps = before.role !== input.role;
		if (steps && before.role === "administrator" && others === 0) {
			return { ok: false, reason: "last_administrator" };
		}
		await updateUser(tx, id, input);
		const after = await readUser(tx, id);
		const changes = changesBetween(labels, shown(before), shown(after ?? before));
		if (changes.length === 0) return { ok: true, id };
		if (steps) await endSignIns(tx, id);
		await note(tx, context, ["user", id], { what: "Changed", changes });
		return { ok: true, id };
	});
}

function shown(user: NonNullable<Awaited<ReturnType<typeof readUser>>>) {
	return { name: user.name, role: roleLabels[user.role], person: user.person?.name };
}
