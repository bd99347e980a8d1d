import { randomBytes, randomUUID } from "node:crypto";
import type { Transaction } from "#app/data/database.ts";
import { addHistory } from "#app/data/history.ts";
import { findOccupations } from "#app/data/occupations.ts";
import { type BookableContact, findBookablePlace, findContacts } from "#app/data/recipients.ts";
import { clashOf, isTaken } from "#app/data/refusals.ts";
import { readSchoolSessions } from "#app/data/school-sessions.ts";
import { readSessionTime } from "#app/data/session-time.ts";
import {
	findSession,
	findSessionByUid,
	insertSession,
	roomKey,
	type SessionRecord,
	takeReferenceNumber,
} from "#app/data/sessions.ts";
import {
	type BookableFacilitator,
	findBookableProgramme,
	findFacilitators,
} from "#app/data/warning-facts.ts";
import { domainOf } from "#app/domain/invites/session-facts.ts";
import { formatReference } from "#app/domain/sessions/reference.ts";
import { bookingTimes, type SessionInput } from "#app/domain/sessions/session-input.ts";
import { occupies } from "#app/domain/sessions/status.ts";
import { warningCodes } from "#app/domain/sessions/warnings.ts";
import { localDateOf } from "#app/domain/time.ts";
import type { CommandContext } from "./command-context.ts";
import { oweInvites, planSessionInvites } from "./owe-invites.ts";
import { oweWebhooks } from "./owe-webhooks.ts";
import { recipientsOf } from "./recipients-of.ts";
import {
	invalid,
	type SessionOutcome,
	type SessionRefusal,
	type SessionSaved,
} from "./session-outcome.ts";
import { type Verdict, weighSession } from "./weigh-session.ts";

export interface BookOptions {
	/** Refuse while a warning has no reason: a person at a form reads them, a program may not. */
	needReasons: boolean;
	/** Write the invites but keep them back until somebody sends them. */
	hold?: boolean;
	/**
	 * The one-time id (UUID) of the form or call. The session's UID is made of it, so that the same
	 * booking sent twice is one session, and the second sending is told of the first.
	 */
	once?: string | undefined;
}

/** Books one session, owes its invites, and takes its reference: all of it or nothing. */
export async function bookSession(
	context: CommandContext,
	input: SessionInput,
	options: BookOptions,
): Promise<SessionOutcome> {
	const chosen = await lookUpBooking(context, input);
	if ("ok" in chosen) return chosen;
	const verdict = await weighBooking(context, input, chosen);
	if (options.needReasons && verdict.open.length > 0) {
		return { ok: false, reason: "warnings", warnings: verdict.warnings };
	}
	const uid = uidOf(context, options.once ?? randomUUID());
	try {
		return await context.database.transaction((tx) =>
			writeBooking(tx, context, { input, chosen, verdict, uid, hold: options.hold ?? false }),
		);
	} catch (error) {
		const reason = clashOf(error);
		const again = isTaken(error, "uid");
		if (reason === null && !again) throw error;
		const earlier = await findSessionByUid(context.database.client, uid);
		if (earlier && isSameBooking(earlier, input, chosen)) return savedEarlier(earlier, verdict);
		// why: whoever goes back in the browser and books something else has the old form's id.
		if (reason === null) return bookSession(context, input, { ...options, once: undefined });
		const occupations = await findOccupations(context.database.client, {
			interval: chosen.interval,
			facilitatorIds: input.facilitators,
			venueId: input.venue,
			room: input.room ?? null,
		});
		return { ok: false, reason, occupations };
	}
}

export function uidOf({ deployment }: CommandContext, id: string): string {
	return `${id}@${domainOf(deployment.mailFrom)}`;
}

export function isSameBooking(
	earlier: SessionRecord,
	input: SessionInput,
	{ interval }: Chosen,
): boolean {
	return (
		occupies(earlier.status) &&
		earlier.programmeId === input.programme &&
		earlier.venueId === input.venue &&
		roomKey(earlier.room) === roomKey(input.room) &&
		earlier.startsAt.getTime() === interval.start.getTime() &&
		earlier.endsAt.getTime() === interval.end.getTime()
	);
}

function savedEarlier(earlier: SessionRecord, { warnings }: Verdict): SessionOutcome {
	const { reference, version, invites } = earlier;
	return { ok: true, reference, version, messages: invites.length, warnings };
}

/** A booking with everything that its input names. */
export type Chosen = Exclude<Awaited<ReturnType<typeof lookUpBooking>>, SessionRefusal>;

/** Everything the input names, or why one of it cannot be had. */
export async function lookUpBooking({ database, settings }: CommandContext, input: SessionInput) {
	const { client } = database;
	const [programme, { venue, team }, facilitators, contacts] = await Promise.all([
		findBookableProgramme(client, input.programme),
		findBookablePlace(client, input.venue, input.team),
		findFacilitators(client, input.facilitators, input.programme),
		findContacts(client, input.contacts),
	]);
	if (!programme || programme.retired) return invalid("programme", "Choose a programme");
	if (!venue) return invalid("venue", "Choose a venue");
	if (!team) return invalid("team", "Choose a team");
	const people = peopleRefusal(input, facilitators, contacts);
	if (people) return people;
	const times = bookingTimes(input, settings.zone, programme.lengthMinutes);
	if (!times.ok)
		return { ok: false as const, reason: "invalid_input" as const, errors: times.errors };
	const { interval, localDate } = times;
	return { programme, venue, team, facilitators, contacts, interval, localDate };
}

function peopleRefusal(
	input: SessionInput,
	facilitators: readonly BookableFacilitator[],
	contacts: readonly BookableContact[],
): SessionRefusal | null {
	if (
		facilitators.length < input.facilitators.length ||
		facilitators.some(({ retired }) => retired)
	) {
		return invalid("facilitators", "Choose facilitators who still deliver");
	}
	const atVenue = contacts.filter(({ venueId, retired }) => venueId === input.venue && !retired);
	if (atVenue.length < input.contacts.length) {
		return invalid("contacts", "Choose contacts of the venue");
	}
	return null;
}

export async function weighBooking(
	context: CommandContext,
	input: SessionInput,
	chosen: Chosen,
): Promise<Verdict> {
	const { programme, facilitators, interval } = chosen;
	const { yearGroups, expectedYoungPeople } = input;
	const { client } = context.database;
	const schoolSessions = await readSchoolSessions(client, input.venue);
	const time = await readSessionTime(client, context.settings, {
		venueId: input.venue,
		facilitatorIds: input.facilitators,
		interval,
	});
	const asked = { yearGroups, expectedYoungPeople, interval, schoolSessions, time };
	return weighSession(
		context,
		{ ...asked, programme: programme.warns, facilitators },
		{ about: warningCodes, given: input.overrides },
	);
}

interface Booking {
	input: SessionInput;
	chosen: Chosen;
	verdict: Verdict;
	uid: string;
	hold: boolean;
	/** Shared by what was booked together; nothing follows from it. */
	seriesId?: string;
}

/** Writes one booking that was looked up and weighed, with its invites and history. */
export async function writeBooking(
	tx: Transaction,
	context: CommandContext,
	{ input, chosen, verdict, uid, hold, seriesId }: Booking,
): Promise<SessionSaved> {
	const { now, settings, actor } = context;
	const year = Number(localDateOf(now, settings.zone).slice(0, 4));
	const { prefix } = chosen.team;
	const number = await takeReferenceNumber(tx, prefix, year);
	const reference = formatReference({ team: prefix, year, number });
	const status = input.provisional ? "provisional" : "confirmed";
	const id = await insertSession(tx, {
		reference,
		uid,
		seriesId: seriesId ?? null,
		organizerToken: randomBytes(9).toString("hex"),
		now,
		programmeId: chosen.programme.id,
		teamId: chosen.team.id,
		venueId: chosen.venue.id,
		room: input.room ?? null,
		status,
		startsAt: chosen.interval.start,
		endsAt: chosen.interval.end,
		localDate: chosen.localDate,
		expectedYoungPeople: input.expectedYoungPeople,
		notes: input.notes ?? "",
		prepare: chosen.programme.schoolProvides,
		endReason: null,
		cancelledBy: null,
		overrides: verdict.overrides,
		yearGroups: input.yearGroups,
		facilitatorIds: input.facilitators,
	});
	const after = await findSession(tx, reference);
	if (!after) throw new Error(`${reference} was booked and is not there`);
	const holders = recipientsOf(chosen.contacts, chosen.facilitators);
	const plan = planSessionInvites(null, after, holders);
	await oweInvites(tx, context, { plan, before: null, after, holders, hold });
	await oweWebhooks(tx, context, "session.booked", reference);
	await addHistory(tx, {
		at: now,
		actorId: actor.userId,
		actorName: actor.name,
		subject: "session",
		subjectId: id,
		what: status === "provisional" ? "Booked as provisional" : "Booked",
		changes: verdict.overrides.map(({ code, reason }) => ({
			label: overrideLabel(code),
			to: reason,
		})),
	});
	const { warnings } = verdict;
	return { ok: true, reference, version: 1, messages: plan.messages.length, warnings };
}

/** How history names a warning that somebody went ahead with. */
export function overrideLabel(code: string): string {
	return `Went ahead although: ${code.replaceAll("_", " ")}`;
}
