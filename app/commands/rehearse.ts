import type { Database, Transaction } from "#app/data/database.ts";
import { newestMessageId, type OwedMessage, readMessagesAfter } from "#app/data/owed-messages.ts";
import { findSession, type SessionRecord } from "#app/data/sessions.ts";
import type { CommandContext } from "./command-context.ts";
import type { SessionOutcome } from "./session-outcome.ts";

export interface Rehearsal {
	/** What the command would answer. */
	outcome: SessionOutcome;
	/** What it would send, word for word; empty when it would refuse. */
	messages: OwedMessage[];
	/** The session as it would be; null when it would refuse. */
	session: SessionRecord | null;
}

class Undone extends Error {}

/**
 * Runs a command and undoes it, to show what it would do before anybody decides. why not a second
 * way of working it out: only the database knows all that it refuses, and only the messages
 * themselves are the messages.
 */
export async function rehearse(
	context: CommandContext,
	command: (context: CommandContext) => Promise<SessionOutcome>,
): Promise<Rehearsal> {
	const seen: Pick<Rehearsal, "messages" | "session"> = { messages: [], session: null };
	const database = undoing(context.database, async (tx, before, result) => {
		const outcome = result as SessionOutcome;
		if (!outcome.ok) return;
		seen.messages = await readMessagesAfter(tx, outcome.reference, before);
		seen.session = await findSession(tx, outcome.reference);
	});
	const outcome = await command({ ...context, database });
	return { outcome, ...seen };
}

/** A database whose transactions all end as if they had never been. */
function undoing(
	database: Database,
	look: (tx: Transaction, before: number, result: unknown) => Promise<void>,
): Database {
	return {
		...database,
		async transaction(work) {
			const undone = new Undone();
			let result: Awaited<ReturnType<typeof work>> | undefined;
			try {
				await database.transaction(async (tx) => {
					const before = await newestMessageId(tx);
					result = await work(tx);
					await look(tx, before, result);
					throw undone;
				});
			} catch (error) {
				if (error !== undone) throw error;
			}
			return result as Awaited<ReturnType<typeof work>>;
		},
	};
}
