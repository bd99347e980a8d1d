import type { Database } from "#app/data/database.ts";

/** What was last owed to an address; null when nothing was. */
export async function lastMailTo(database: Database, toAddress: string) {
	return database.client.outboxMessage.findFirst({
		where: { toAddress },
		orderBy: { id: "desc" },
	});
}

/** The path of the link in a mail: what its reader follows. */
export async function linkMailedTo(database: Database, address: string): Promise<string> {
	const mail = await lastMailTo(database, address);
	const link = /https?:\/\/\S+/.exec(mail?.text ?? "")?.[0];
	if (!link) throw new Error(`No link was mailed to ${address}`);
	return new URL(link).pathname;
}
