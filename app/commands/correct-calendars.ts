import type { Transaction } from "#app/data/database.ts";
import type { Change } from "#app/data/history.ts";
import { findSession, type SessionRecord } from "#app/data/sessions.ts";
import {
	hasHeldMessages,
	noteShownChange,
	readUpcomingReferences,
	type SessionsOf,
} from "#app/data/upcoming-sessions.ts";
import type { CommandContext } from "./command-context.ts";
import { holdersOf, oweInvites, planSessionInvites } from "./owe-invites.ts";
import { note } from "./register-outcome.ts";

/** What a change outside the sessions did to their calendars. */
export interface Corrected {
	/** Sessions that calendars now show otherwise. */
	sessions: number;
	/** Messages owed for it. */
	messages: number;
}

interface Correction {
	of: SessionsOf;
	/** As each session's history tells it. */
	what: string;
	changes: readonly Change[];
}

/**
 * Makes a change to what sessions only refer to (a venue's address, a programme's name) and owes the
 * correction to every calendar that shows an upcoming session otherwise because of it, in the same
 * transaction. What is over stays as it was told.
 */
export async function correctCalendars(
	tx: Transaction,
	context: CommandContext,
	change: () => Promise<void>,
	correction: Correction,
): Promise<Corrected> {
	const before: SessionRecord[] = [];
	for (const reference of await readUpcomingReferences(tx, correction.of, context.now)) {
		const session = await findSession(tx, reference);
		if (session) before.push(session);
	}
	await change();
	const corrected = { sessions: 0, messages: 0 };
	for (const session of before) {
		const messages = await correct(tx, context, session, correction);
		if (messages !== null) corrected.sessions += 1;
		corrected.messages += messages ?? 0;
	}
	return corrected;
}

/** How many messages a session owes for it; null when no calendar would show anything else. */
async function correct(
	tx: Transaction,
	context: CommandContext,
	before: SessionRecord,
	{ what, changes }: Correction,
): Promise<number | null> {
	const changed = await findSession(tx, before.reference);
	if (!changed) throw new Error(`${before.reference} went while its venue or programme changed`);
	const holders = holdersOf(before);
	const plan = planSessionInvites(before, changed, holders);
	if (plan.sequence === before.sequence) return null;
	const { sequence } = plan;
	await noteShownChange(tx, changed, { sequence, changedAt: context.now });
	const after = { ...changed, sequence, changedAt: context.now, version: changed.version + 1 };
	// why: while somebody still reads the first invite over, its correction must not leave before it.
	const hold = await hasHeldMessages(tx, before.id);
	await oweInvites(tx, context, { plan, before, after, holders, hold });
	await note(tx, context, ["session", before.id], { what, changes });
	return plan.messages.length;
}
