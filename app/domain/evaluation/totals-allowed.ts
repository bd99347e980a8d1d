import type { SessionStatus } from "#app/domain/sessions/status.ts";

/** Whether a session's answers cannot be entered: it has not begun, or nobody was there. */
export function totalsRefusal(
	{ status, startsAt }: { status: SessionStatus; startsAt: Date },
	now: Date,
): "not_held" | null {
	const held = status === "delivered" || status === "confirmed";
	return held && startsAt <= now ? null : "not_held";
}
