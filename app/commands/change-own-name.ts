import { updateUser } from "#app/data/users.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

export async function changeOwnName(context: CommandContext, name: string): Promise<void> {
	const { actor, database } = context;
	if (name === actor.name) return;
	await database.transaction(async (tx) => {
		await updateUser(tx, actor.userId, { name });
		const changes = [{ label: "Name", from: actor.name, to: name }];
		await note(tx, context, ["user", actor.userId], { what: "Changed their name", changes });
	});
}
