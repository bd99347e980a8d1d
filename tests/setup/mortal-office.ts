import type { Database } from "#app/data/database.ts";
import type { MailGateway } from "#app/gateways/mail.ts";
import type { PostOffice } from "#app/workers/send-due-messages.ts";

/** A worker's world that ends in the middle of something. */
export interface MortalOffice {
	office: PostOffice;
	/** Resolves at the moment of death; the work itself then never ends. */
	died: Promise<void>;
}

/**
 * Lets a worker take so many steps and then cuts it off, as a kill does: what it asked for may still
 * happen (a commit, a message in the hands of the server), and it learns of nothing and begins nothing
 * any more. Steps are the beginning and the end of every transaction and of every message.
 */
export function mortalOffice(living: PostOffice, steps: number): MortalOffice {
	let left = steps;
	let die = () => {};
	const died = new Promise<void>((resolve) => {
		die = resolve;
	});
	const step = async () => {
		left -= 1;
		if (left > 0) return;
		die();
		await new Promise<never>(() => {});
	};
	const through = async <T>(work: () => Promise<T>): Promise<T> => {
		await step();
		const result = await work();
		await step();
		return result;
	};
	const database: Database = {
		...living.database,
		get client() {
			if (left <= 0) throw new Error("Dead");
			return living.database.client;
		},
		transaction: (work, timeout) => through(() => living.database.transaction(work, timeout)),
	};
	const mail: MailGateway = {
		...living.mail,
		send: (message) => through(() => living.mail.send(message)),
	};
	return { office: { ...living, database, mail }, died };
}
