import { z } from "zod";

export const sessionStatuses = [
	"provisional",
	"confirmed",
	"delivered",
	"cancelled",
	"not_delivered",
] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

export const sessionStatus = z.enum(sessionStatuses, { error: "Choose a status" });

export const statusLabels: Record<SessionStatus, string> = {
	provisional: "Provisional",
	confirmed: "Confirmed",
	delivered: "Delivered",
	cancelled: "Cancelled",
	not_delivered: "Not delivered",
};

/**
 * What ordinary work may do. A provisional session cannot be closed out: nobody was told that it
 * takes place, so it is confirmed first. Cancelled and closed-out sessions are the end.
 */
const transitions: Record<SessionStatus, readonly SessionStatus[]> = {
	provisional: ["confirmed", "cancelled"],
	confirmed: ["delivered", "cancelled", "not_delivered"],
	delivered: [],
	cancelled: [],
	not_delivered: [],
};

const closedOut: readonly SessionStatus[] = ["delivered", "not_delivered"];

export function canTransition(from: SessionStatus, to: SessionStatus): boolean {
	return transitions[from].includes(to);
}

/**
 * What an audited correction may do, and nothing else: change a recorded outcome to the other, or
 * its figures under the same outcome. Published reach moves by this alone.
 */
export function canCorrect(from: SessionStatus, to: SessionStatus): boolean {
	return closedOut.includes(from) && closedOut.includes(to);
}

/** Whether the session takes its facilitators' and its room's time, so that another one clashes. */
export function occupies(status: SessionStatus): boolean {
	return status === "provisional" || status === "confirmed" || status === "delivered";
}

/** Confirmed, over, nothing recorded. Derived from the clock, never stored. */
export function isAwaitingCloseOut(
	session: { status: SessionStatus; endsAt: Date },
	now: Date,
): boolean {
	return session.status === "confirmed" && session.endsAt.getTime() <= now.getTime();
}

export const shownStatuses = [...sessionStatuses, "awaiting_close_out"] as const;
/** Where a session stands as people see it: each session has exactly one of these. */
export type ShownStatus = (typeof shownStatuses)[number];

export const shownStatusLabels: Record<ShownStatus, string> = {
	...statusLabels,
	awaiting_close_out: "Awaiting close-out",
};

/** The one word for a session in lists, exports and tags: confirmed means that it is still to end. */
export function shownStatusOf(
	session: { status: SessionStatus; endsAt: Date },
	now: Date,
): ShownStatus {
	return isAwaitingCloseOut(session, now) ? "awaiting_close_out" : session.status;
}
