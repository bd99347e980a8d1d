import type { CancelInput } from "#app/domain/sessions/change-input.ts";
import { canTransition, statusLabels } from "#app/domain/sessions/status.ts";
import { type ChangeTarget, changeSession } from "./change-session.ts";
import type { CommandContext } from "./command-context.ts";
import type { SessionOutcome } from "./session-outcome.ts";

/** Ends a session that will not take place; its people and room are free, its calendars are told. */
export async function cancelSession(
	context: CommandContext,
	target: ChangeTarget,
	{ cancelledBy, reason }: CancelInput,
	{ hold = false }: { hold?: boolean } = {},
): Promise<SessionOutcome> {
	return changeSession(context, target, (session) => {
		if (!canTransition(session.status, "cancelled")) {
			return { ok: false, reason: "illegal_transition", session };
		}
		const from = statusLabels[session.status];
		return {
			ok: true,
			fields: { status: "cancelled", cancelledBy, endReason: reason },
			event: "session.cancelled",
			what: cancelledBy === "school" ? "Cancelled by the school" : "Cancelled by us",
			changes: [{ label: "Status", from, to: statusLabels.cancelled }],
			why: reason,
			hold,
		};
	});
}
