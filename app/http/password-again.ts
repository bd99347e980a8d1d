import type { Actor } from "#app/domain/access/permissions.ts";
import type { App } from "./app-context.ts";
import { spend } from "./sign-in.ts";

/**
 * Something that somebody signed in may do only with their password: counted like a sign-in, so that
 * whoever finds an unlocked computer cannot try passwords without end.
 * @param work gives null for a wrong password
 * @throws 429 after too many failures
 */
export async function withPassword<T>(
	{ limits }: App,
	{ email }: Pick<Actor, "email">,
	work: () => Promise<T | null>,
): Promise<T | null> {
	await spend(limits.signInByAddress, email);
	const result = await work();
	if (result !== null) await limits.signInByAddress.delete(email);
	return result;
}
