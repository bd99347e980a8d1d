import type { Database } from "#app/data/database.ts";
import { deleteUnconfirmed, findStaleUnconfirmed } from "#app/data/requests.ts";
import { KEEP_UNCONFIRMED_DAYS } from "#app/domain/requests/request-limits.ts";
import type { Deployment } from "./command-context.ts";
import { confirmMessageId } from "./request-messages.ts";

const DAY = 24 * 60 * 60_000;

/**
 * Deletes what nobody confirmed in time, with the mail that asked for it: a name and an address that
 * nobody vouched for are kept no longer than they are needed.
 * @returns how many requests are gone
 */
export async function deleteUnconfirmedRequests({
	database,
	deployment,
	now,
}: {
	database: Database;
	deployment: Deployment;
	now: Date;
}): Promise<number> {
	const before = new Date(now.getTime() - KEEP_UNCONFIRMED_DAYS * DAY);
	const ids = await findStaleUnconfirmed(database.client, before);
	if (ids.length === 0) return 0;
	const messageIds = ids.map((id) => confirmMessageId(deployment, id));
	return database.transaction((tx) => deleteUnconfirmed(tx, ids, messageIds));
}
