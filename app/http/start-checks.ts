import { countUsersWithAddress } from "#app/data/users.ts";
import type { App } from "./app-context.ts";

/** The accounts whose password is printed for everybody to read. */
export const demoAddresses = [
	"coordinator@termtime.test",
	"facilitator@termtime.test",
	"manager@termtime.test",
	"admin@termtime.test",
];

/** @throws Error when accounts that anybody can enter stand in a database that is not a demo's */
export async function refuseDemoAccounts({ database, demo }: App): Promise<void> {
	if (demo || (await countUsersWithAddress(database.client, demoAddresses)) === 0) return;
	throw new Error(
		"This database holds the demo accounts, whose password everybody knows: start with another DATABASE_URL, or use npm run demo",
	);
}
