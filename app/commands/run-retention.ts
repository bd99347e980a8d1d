import { type IdleContact, readIdleContacts } from "#app/data/contact-rights.ts";
import { deleteOldAnswers, deleteOldImportRows } from "#app/data/housekeeping.ts";
import { eraseOldRequests } from "#app/data/request-erasure.ts";
import { retentionCutoff } from "#app/domain/retention/retention.ts";
import { anonymiseContact } from "./anonymise-contact.ts";
import type { CommandContext } from "./command-context.ts";

const DAY = 86_400_000;
/** A call is not repeated with the same Idempotency-Key after so long: milliseconds. */
const ANSWERS_KEPT = 30 * DAY;

export interface RetentionRun {
	/** Those who were, or in a dry run would be, anonymised. */
	contacts: IdleContact[];
	/** Rows of files brought in that were, or would be, deleted. */
	importRows: number;
	/** Requests of schools whose contact was, or would be, taken out of them. */
	requests: number;
	/** Kept answers to calls of the API that were, or would be, deleted. */
	answers: number;
}

/**
 * Anonymises contacts who have been idle for `months`, and deletes what was only kept for the moment:
 * rows of files brought in that long ago, and answers to calls of the API. Each contact in a
 * transaction of their own, so that a run which is cut short has done whole ones.
 * @param months null anonymises nobody
 * @param dryRun says what would be done and does nothing
 */
export async function runRetention(
	context: CommandContext,
	{ months, dryRun }: { months: number | null; dryRun: boolean },
): Promise<RetentionRun> {
	const { database, settings, now } = context;
	const since = months === null ? null : retentionCutoff(now, months, settings.zone);
	const idle = since ? await readIdleContacts(database.client, since) : [];
	const contacts: IdleContact[] = [];
	for (const contact of idle) {
		if (dryRun || (await anonymiseContact(context, contact.id, "retention")).ok) {
			contacts.push(contact);
		}
	}
	const forgotten = contacts.map(({ id }) => id);
	const before = new Date(now.getTime() - ANSWERS_KEPT);
	const [importRows, requests, answers] = await database.transaction(async (tx) => [
		since ? await deleteOldImportRows(tx, since, dryRun) : 0,
		since ? await eraseOldRequests(tx, since, { forgotten, dryRun }) : 0,
		await deleteOldAnswers(tx, before, dryRun),
	]);
	return {
		contacts,
		importRows: importRows ?? 0,
		requests: requests ?? 0,
		answers: answers ?? 0,
	};
}
