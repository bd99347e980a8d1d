import { placeWords, titleWords } from "./session-words.ts";

/**
 * Which messages a change to a session owes, and with which SEQUENCE.
 *
 * There are two numbers, and they must not be confused:
 * - the session's sequence is the version of what calendars show. It starts at 0 and rises by
 *   exactly one at each change of time, place, title or state; nothing else moves it.
 * - the SEQUENCE on a message is what one address reads. A calendar obeys only a number higher than
 *   the one it holds (RFC 5546 §2.1.4), so removing someone from a session that did not change needs
 *   a number the session has not reached, and inviting them again a higher one still.
 * A message therefore carries `max(session's sequence, last sent to that address + 1)`, and beside
 * it the version of the session that it tells. Everyone else keeps the session's own number, and a
 * recipient is up to date when the version last told to them is the session's, whatever SEQUENCE it
 * travelled under.
 */

export type SessionRecipient = {
	/** Ours, stable: a contact or a facilitator. */
	key: string;
	address: string;
	name: string;
	kind: "contact" | "facilitator";
	/**
	 * The highest SEQUENCE ever sent to this address for this session, by REQUEST or CANCEL; null if
	 * none was. Left out, the usual is assumed: who was on the list holds the session's sequence, who
	 * is new to it holds nothing. Give it for everyone who was ever removed.
	 */
	lastSequence?: number | null;
	/**
	 * Whether this address was last told a REQUEST, so that there is an entry to update or to take
	 * back. What is held back was not told. Left out, whoever was on the list holds one.
	 */
	holdsEntry?: boolean;
};

export type SessionState = {
	status: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
	startsAt: Date;
	endsAt: Date;
	venueName: string;
	venueAddress: string;
	room: string | null;
	programmeName: string;
	recipients: readonly SessionRecipient[];
	sequence: number;
};

export type InviteMessage = {
	recipientKey: string;
	/** Where it goes: for an address that changed, the CANCEL goes to the old one. */
	address: string;
	method: "REQUEST" | "CANCEL";
	/** SEQUENCE of the message. */
	sequence: number;
	/** The session's sequence whose content this message tells. */
	version: number;
	why: "invited" | "updated" | "cancelled" | "removed";
};

export type InvitePlan = {
	/** The session's sequence after the change. */
	sequence: number;
	/** Cancellations first: a place is cleared before it is offered. */
	messages: InviteMessage[];
};

/**
 * @param before null when the session is being booked
 * @param after the state to be saved; its sequence is decided here
 */
export function planInvites(change: {
	before: SessionState | null;
	after: Omit<SessionState, "sequence">;
}): InvitePlan {
	const { before, after } = change;
	const changed = before !== null && showsOtherwise(before, after);
	const sequence = before === null ? 0 : before.sequence + (changed ? 1 : 0);
	const live = after.status !== "CANCELLED";
	const was = byAddress(before?.recipients ?? []);
	const now = byAddress(live ? after.recipients : []);
	const held = (mailbox: string) => lastSent(was.get(mailbox), now.get(mailbox), before);
	// why: a CANCEL only removes what a REQUEST created, and after a cancellation nobody holds one.
	const holds = (mailbox: string) =>
		before?.status !== "CANCELLED" &&
		(was.get(mailbox)?.holdsEntry ??
			now.get(mailbox)?.holdsEntry ??
			(was.has(mailbox) && held(mailbox) !== null));

	const message = (
		mailbox: string,
		{ key, address }: SessionRecipient,
		why: InviteMessage["why"],
	): InviteMessage => ({
		recipientKey: key,
		address,
		method: why === "cancelled" || why === "removed" ? "CANCEL" : "REQUEST",
		sequence: Math.max(sequence, (held(mailbox) ?? -1) + 1),
		version: sequence,
		why,
	});

	const cancels = [...was]
		.filter(([mailbox]) => !now.has(mailbox) && holds(mailbox))
		.map(([mailbox, one]) => message(mailbox, one, live ? "removed" : "cancelled"));
	const requests = [...now]
		.filter(([mailbox]) => changed || !was.has(mailbox))
		.map(([mailbox, one]) => message(mailbox, one, holds(mailbox) ? "updated" : "invited"));
	return { sequence, messages: [...cancels, ...requests] };
}

/** Whether a calendar would show anything else: compared as it is written there. */
function showsOtherwise(before: SessionState, after: Omit<SessionState, "sequence">): boolean {
	return (
		before.status !== after.status ||
		before.startsAt.getTime() !== after.startsAt.getTime() ||
		before.endsAt.getTime() !== after.endsAt.getTime() ||
		titleWords(before) !== titleWords(after) ||
		placeWords(before) !== placeWords(after)
	);
}

/**
 * Calendars know addresses, not our keys: a person who is twice on the list, or an address handed
 * from one contact to the next, is one calendar, and must not be sent a REQUEST and a CANCEL at once.
 */
function byAddress(recipients: readonly SessionRecipient[]): Map<string, SessionRecipient> {
	const found = new Map<string, SessionRecipient>();
	for (const recipient of recipients) {
		const mailbox = recipient.address.trim().toLowerCase();
		if (!found.has(mailbox)) found.set(mailbox, recipient);
	}
	return found;
}

function lastSent(
	was: SessionRecipient | undefined,
	now: SessionRecipient | undefined,
	before: SessionState | null,
): number | null {
	const usual = was && was.lastSequence === undefined ? before?.sequence : undefined;
	const known = [was?.lastSequence, now?.lastSequence, usual].filter((one) => one != null);
	return known.length > 0 ? Math.max(...known) : null;
}
