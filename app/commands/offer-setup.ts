import { keepLink } from "#app/data/account-links.ts";
import { countUsers } from "#app/data/users.ts";
import type { CommandContext } from "./command-context.ts";

const DAY = 24 * 60 * 60_000;

/** The link by which the first administrator comes in, for one day; null when there is a user. */
export async function offerSetup({
	database,
	deployment,
	now,
}: Pick<CommandContext, "database" | "deployment" | "now">): Promise<string | null> {
	return database.transaction(async (tx) => {
		if ((await countUsers(tx)) > 0) return null;
		const expiresAt = new Date(now.getTime() + DAY);
		const token = await keepLink(tx, { purpose: "setup", userId: "", expiresAt });
		return `${deployment.appUrl}/setup/${token}`;
	});
}
