import { overrideLabel } from "#app/commands/book-session.ts";
import { closeOutChanges } from "#app/commands/close-out-changes.ts";
import { endReasonOf } from "#app/commands/close-out-session.ts";
import { planSessionInvites, writeMessage } from "#app/commands/owe-invites.ts";
import { recipientsOf } from "#app/commands/recipients-of.ts";
import type { Transaction } from "#app/data/database.ts";
import type { Change } from "#app/data/history.ts";
import { type InviteHolder, outboxRow, type Tells } from "#app/data/invites.ts";
import { type SessionFields, sessionColumns } from "#app/data/sessions.ts";
import { domainOf } from "#app/domain/invites/session-facts.ts";
import { formatReference } from "#app/domain/sessions/reference.ts";
import { statusLabels } from "#app/domain/sessions/status.ts";
import { closeOutRows, insertRows, noRows, type Rows } from "./bulk-rows.ts";
import { type Answer, answerMoment, type Ending, type PlannedSession } from "./plan.ts";
import { identifiers, type Random, randomNamed } from "./random.ts";
import { instantOf } from "./what-happened.ts";
import { contactsOf, type DemoWorld, facilitatorsOf } from "./world.ts";

/** Whether a session was booked and perhaps ended, and nothing else was done to it. */
export function isPlain({ changes, held, bounces, ending }: PlannedSession): boolean {
	const corrected = ending?.kind === "closed out" && ending.corrected !== undefined;
	return changes.length === 0 && !held && !bounces && !corrected;
}

/**
 * Writes plain sessions as booking and ending them by the commands would have: the same rows,
 * invites, messages and history, which a test compares. why not by the commands: they take some
 * hundred statements a session, and years of sessions half a minute.
 * @param sessions in the order of booking, in which they get their references
 */
export async function writeInBulk(
	tx: Transaction,
	world: DemoWorld,
	sessions: readonly PlannedSession[],
): Promise<void> {
	const random = randomNamed("identifiers");
	const pen: Pen = { world, random, newId: identifiers(random), rows: noRows(), last: new Map() };
	for (const session of sessions) writeSession(pen, session);
	await insertRows(tx, pen.rows);
	await tx.referenceCounter.createMany({
		data: [...pen.last].map(([key, last]) => {
			const [prefix = "", year] = key.split("-");
			return { prefix, year: Number(year), last };
		}),
	});
}

interface Pen {
	world: DemoWorld;
	random: Random;
	newId: (at: Date) => string;
	rows: Rows;
	/** The last number used, by team and year. */
	last: Map<string, number>;
}

type Booked = ReturnType<typeof book>;

function writeSession(pen: Pen, session: PlannedSession): void {
	const booked = book(pen, session);
	tell(pen, booked, session.bookedAt);
	const { rows } = pen;
	addHistory(pen, booked, {
		at: session.bookedAt,
		actor: pen.world.coordinator,
		what: session.provisional ? "Booked as provisional" : "Booked",
		changes: session.overrides.map(({ code, reason }) => ({
			label: overrideLabel(code),
			to: reason,
		})),
	});
	const row = end(pen, booked, session.ending);
	const { occupies, startsAt, endsAt } = row;
	rows.sessions.push(row);
	rows.yearGroups.push(
		...session.yearGroups.map((yearGroup) => ({ sessionId: booked.id, yearGroup })),
	);
	rows.assignments.push(
		...facilitatorsOf(pen.world, session).map((person, at) => ({
			id: pen.newId(session.bookedAt),
			sessionId: booked.id,
			personId: person.id,
			lead: at === 0,
			startsAt,
			endsAt,
			occupies,
		})),
	);
	// why not after a cancellation: an answer to an older message no longer counts.
	const [first] = booked.invites;
	if (first && session.answer && session.ending?.kind !== "cancelled") {
		Object.assign(first, { answer: session.answer, answeredAt: answerMoment(session) });
	}
	rows.invites.push(...booked.invites);
}

function takeReference({ last }: Pen, prefix: string, year: number): string {
	const key = `${prefix}-${year}`;
	const number = (last.get(key) ?? 0) + 1;
	last.set(key, number);
	return formatReference({ team: prefix, year, number });
}

/** The session as it stood after booking, with its invites; nothing is told yet. */
function book(pen: Pen, session: PlannedSession) {
	const { register, deployment } = pen.world;
	const { bookedAt, programme: spec } = session;
	const team = register.team(spec.team);
	const programme = register.programme(spec);
	const venue = register.venue(session.venue);
	const id = pen.newId(bookedAt);
	const startsAt = instantOf(session);
	const fields: SessionFields = {
		programmeId: programme.id,
		teamId: team.id,
		venueId: venue.id,
		room: session.room,
		status: session.provisional ? "provisional" : "confirmed",
		startsAt,
		endsAt: new Date(startsAt.getTime() + spec.lengthMinutes * 60_000),
		localDate: session.date,
		expectedYoungPeople: session.expected,
		notes: session.notes,
		prepare: programme.schoolProvides,
		endReason: null,
		cancelledBy: null,
		overrides: session.overrides,
	};
	const given = {
		id,
		reference: takeReference(pen, team.prefix, bookedAt.getUTCFullYear()),
		uid: `${pen.newId(bookedAt)}@${domainOf(deployment.mailFrom)}`,
		organizerToken: pen.random.hex(18),
		createdAt: bookedAt,
		seriesId: session.series ?? null,
	};
	const holders = recipientsOf(contactsOf(pen.world, session), facilitatorsOf(pen.world, session));
	const invites = holders.map((holder) => inviteRow(pen.newId(bookedAt), id, holder));
	return { id, given, fields, holders, invites, team, programme, venue, bookedAt };
}

function inviteRow(
	id: string,
	sessionId: string,
	{ kind, id: holderId, name, address }: InviteHolder,
) {
	return {
		id,
		sessionId,
		kind,
		contactId: kind === "contact" ? holderId : null,
		personId: kind === "facilitator" ? holderId : null,
		name,
		address,
		withdrawnAt: null,
		lastSequence: null as number | null,
		answer: null as Answer | null,
		answeredAt: null as Date | null,
		told: null as { method: "REQUEST"; tells: Tells } | null,
	};
}

/** Owes the invitations of a booking. */
function tell(pen: Pen, booked: Booked, now: Date): void {
	const session = { ...subjectOf(booked), changedAt: now };
	const plan = planSessionInvites(null, session, booked.holders);
	writeMessages(pen, booked, { plan, session, now });
}

function subjectOf({ given, fields, programme, venue, team, bookedAt }: Booked) {
	return { ...given, ...fields, programme, venue, team, sequence: 0, changedAt: bookedAt };
}

function writeMessages(
	{ world, rows }: Pen,
	{ holders, invites }: Booked,
	{
		plan,
		session,
		now,
	}: {
		plan: ReturnType<typeof planSessionInvites>;
		session: ReturnType<typeof subjectOf>;
		now: Date;
	},
): void {
	const { deployment, settings } = world;
	for (const message of plan.messages) {
		const holder = holders.find(({ address }) => address === message.address);
		const invite = invites.find(({ address }) => address === message.address);
		if (!holder || !invite) throw new Error("A message to nobody");
		const owed = { session, holder, inviteId: invite.id, message, previous: null, hold: false };
		const written = writeMessage({ deployment, settings, now }, owed);
		invite.lastSequence = message.sequence;
		if (message.method === "REQUEST" && written.tells) {
			invite.told = { method: "REQUEST", tells: written.tells };
		}
		rows.messages.push(outboxRow(written));
	}
}

function rowOf({ given, fields }: Booked, ended: { sequence: number; changedAt: Date }) {
	return { ...given, ...sessionColumns(fields), ...ended, version: 2 };
}

function end(pen: Pen, booked: Booked, ending: Ending | null) {
	if (ending === null) {
		return { ...rowOf(booked, { sequence: 0, changedAt: booked.bookedAt }), version: 1 };
	}
	return ending.kind === "cancelled" ? cancel(pen, booked, ending) : close(pen, booked, ending);
}

function cancel(pen: Pen, booked: Booked, ending: Extract<Ending, { kind: "cancelled" }>) {
	const { at, cancelledBy, reason } = ending;
	const before = { ...subjectOf(booked), invites: booked.invites };
	const fields: SessionFields = {
		...booked.fields,
		status: "cancelled",
		cancelledBy,
		endReason: reason,
	};
	const after = subjectOf({ ...booked, fields });
	const plan = planSessionInvites(before, after, booked.holders);
	const ended = { sequence: plan.sequence, changedAt: at };
	writeMessages(pen, booked, { plan, session: { ...after, ...ended }, now: at });
	addHistory(pen, booked, {
		at,
		actor: pen.world.coordinator,
		what: cancelledBy === "school" ? "Cancelled by the school" : "Cancelled by us",
		changes: [{ label: "Status", from: statusLabels.confirmed, to: statusLabels.cancelled }],
		why: reason,
	});
	return rowOf({ ...booked, fields }, ended);
}

function close(pen: Pen, booked: Booked, ending: Extract<Ending, { kind: "closed out" }>) {
	const { at, by, closeOut } = ending;
	const actor = pen.world.facilitator(by);
	const fields = { ...booked.fields, status: closeOut.outcome, endReason: endReasonOf(closeOut) };
	closeOutRows(pen.rows, { id: pen.newId(at), sessionId: booked.id, closeOut, actor, at });
	addHistory(pen, booked, {
		at,
		actor,
		what: `Closed out: ${statusLabels[closeOut.outcome].toLowerCase()}`,
		changes: closeOutChanges(null, closeOut),
	});
	return rowOf({ ...booked, fields }, { sequence: 0, changedAt: booked.bookedAt });
}

function addHistory(
	{ rows }: Pen,
	{ id }: Booked,
	entry: {
		at: Date;
		actor: DemoWorld["coordinator"];
		what: string;
		changes: readonly Change[];
		why?: string;
	},
): void {
	const { at, actor, what, changes, why = null } = entry;
	rows.history.push({
		at,
		actorId: actor.userId,
		actorName: actor.name,
		subject: "session",
		subjectId: id,
		what,
		changes: JSON.stringify(changes),
		why,
	});
}
