import type { Transaction } from "#app/data/database.ts";
import { addHistory, type Change } from "#app/data/history.ts";
import type { InviteHolder } from "#app/data/invites.ts";
import { findOccupations, type Wanted } from "#app/data/occupations.ts";
import { clashOf } from "#app/data/refusals.ts";
import {
	findSession,
	readSessionProgramme,
	type SessionFields,
	type SessionRecord,
	updateSession,
} from "#app/data/sessions.ts";
import type { SessionEventType } from "#app/domain/api/webhook-input.ts";
import type { Warning } from "#app/domain/sessions/warnings.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { CommandContext } from "./command-context.ts";
import { holdersOf, oweInvites, planSessionInvites } from "./owe-invites.ts";
import { oweWebhooks } from "./owe-webhooks.ts";
import { type SessionOutcome, type SessionRefusal, staleRefusal } from "./session-outcome.ts";

/** What a verb decided: the fields that become otherwise, and how history tells it. */
export interface Decision {
	ok: true;
	fields?: Partial<SessionFields>;
	yearGroups?: readonly YearGroup[];
	/** The first leads. */
	facilitatorIds?: readonly string[];
	recipients?: readonly InviteHolder[];
	/** In a word or two: "Moved". */
	what: string;
	changes?: readonly Change[];
	why?: string | null;
	warnings?: Warning[];
	hold?: boolean;
	/** What other systems are told that this was; left out, they are told nothing. */
	event?: SessionEventType;
}

export interface ChangeTarget {
	reference: string;
	/** The version the person had before their eyes. */
	version: number;
}

type Decide = (
	session: SessionRecord,
	tx: Transaction,
) => Promise<Decision | SessionRefusal> | Decision | SessionRefusal;

/**
 * The frame of every change to a booked session: load, refuse what was changed by somebody else in
 * the meantime, let the verb decide, save it with its history and the invites it owes, in one
 * transaction.
 * @param also what else the verb writes, once the change itself stands
 */
export async function changeSession(
	context: CommandContext,
	{ reference, version }: ChangeTarget,
	decide: Decide,
	also?: (tx: Transaction, session: SessionRecord) => Promise<void>,
): Promise<SessionOutcome> {
	let wanted: Wanted | undefined;
	try {
		return await context.database.transaction(async (tx) => {
			const session = await findSession(tx, reference);
			if (!session) return { ok: false, reason: "not_found" };
			if (session.version !== version) return staleRefusal(tx, session, version);
			const decision = await decide(session, tx);
			if (!decision.ok) return decision;
			wanted = wantedBy(session, decision);
			return save(tx, context, session, decision, also);
		});
	} catch (error) {
		const reason = clashOf(error);
		if (reason === null || !wanted) throw error;
		const occupations = await findOccupations(context.database.client, wanted);
		return { ok: false, reason, occupations };
	}
}

function facilitatorIdsOf(session: SessionRecord): string[] {
	return session.assignments.map(({ personId }) => personId);
}

function wantedBy(session: SessionRecord, { fields = {}, facilitatorIds }: Decision): Wanted {
	const { startsAt, endsAt, venueId, room, reference } = { ...session, ...fields };
	return {
		interval: { start: startsAt, end: endsAt },
		facilitatorIds: facilitatorIds ?? facilitatorIdsOf(session),
		venueId,
		room,
		exceptReference: reference,
	};
}

function fieldsOf(session: SessionRecord): SessionFields {
	return {
		programmeId: session.programmeId,
		teamId: session.teamId,
		venueId: session.venueId,
		room: session.room,
		status: session.status,
		startsAt: session.startsAt,
		endsAt: session.endsAt,
		localDate: session.localDate,
		expectedYoungPeople: session.expectedYoungPeople,
		notes: session.notes,
		prepare: session.prepare,
		endReason: session.endReason,
		cancelledBy: session.cancelledBy as SessionFields["cancelledBy"],
		overrides: session.overrides,
	};
}

async function save(
	tx: Transaction,
	context: CommandContext,
	before: SessionRecord,
	decision: Decision,
	also: ((tx: Transaction, session: SessionRecord) => Promise<void>) | undefined,
): Promise<SessionOutcome> {
	const fields = { ...fieldsOf(before), ...decision.fields };
	const holders = decision.recipients ?? holdersOf(before);
	const programme =
		fields.programmeId === before.programmeId
			? before.programme
			: await readSessionProgramme(tx, fields.programmeId);
	const plan = planSessionInvites(before, { ...before, ...fields, programme }, holders);
	const shows = plan.sequence !== before.sequence;
	const saved = await updateSession(tx, {
		id: before.id,
		version: before.version,
		sequence: plan.sequence,
		changedAt: shows ? context.now : before.changedAt,
		fields,
		yearGroups: decision.yearGroups ?? before.yearGroups,
		facilitatorIds: decision.facilitatorIds ?? facilitatorIdsOf(before),
	});
	const after = await findSession(tx, before.reference);
	if (!after) throw new Error(`${before.reference} was changed and is not there`);
	if (!saved) return staleRefusal(tx, after, before.version);
	await oweInvites(tx, context, { plan, before, after, holders, hold: decision.hold ?? false });
	await also?.(tx, after);
	if (decision.event) await oweWebhooks(tx, context, decision.event, before.reference);
	await addHistory(tx, {
		at: context.now,
		actorId: context.actor.userId,
		actorName: context.actor.name,
		subject: "session",
		subjectId: before.id,
		what: decision.what,
		changes: decision.changes ?? [],
		why: decision.why ?? null,
	});
	return {
		ok: true,
		reference: before.reference,
		version: after.version,
		messages: plan.messages.length,
		warnings: decision.warnings ?? [],
	};
}

/** Why a session in this state takes no ordinary change any more, or null. */
export function endedRefusal(session: SessionRecord): SessionRefusal | null {
	const open = session.status === "provisional" || session.status === "confirmed";
	return open ? null : { ok: false, reason: "illegal_transition", session };
}
