import { hashPassword } from "better-auth/crypto";
import type { Transaction } from "#app/data/database.ts";
import { addHistory } from "#app/data/history.ts";
import { insertUser, keepPassword } from "#app/data/users.ts";
import type { Actor, Role } from "#app/domain/access/permissions.ts";
import { accountSpecs, demoFacilitator } from "./people.ts";
import type { Register } from "./register.ts";

/** Of every demo account; printed when the demo starts. */
export const demoPassword = "termtime-demo";

/** Writes the four accounts of the demo, each as it would be after answering its invitation. */
export async function writeAccounts(
	tx: Transaction,
	register: Register,
	now: Date,
): Promise<Record<Role, Pick<Actor, "userId" | "name">>> {
	// why one hash for all: it is slow by design, and the password is printed for everybody anyway.
	const hash = await hashPassword(demoPassword);
	const actors = new Map<Role, Pick<Actor, "userId" | "name">>();
	for (const { role, email, name } of accountSpecs) {
		const personId = role === "facilitator" ? register.person(demoFacilitator).id : null;
		const userId = await insertUser(tx, { name, email, role, personId, now });
		await keepPassword(tx, userId, hash);
		actors.set(role, { userId, name });
		await addHistory(tx, {
			at: now,
			actorId: null,
			actorName: "Demo",
			subject: "user",
			subjectId: userId,
			what: "Added",
		});
	}
	return Object.fromEntries(actors) as Record<Role, Pick<Actor, "userId" | "name">>;
}
