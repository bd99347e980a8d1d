import { canTransition, statusLabels } from "#app/domain/sessions/status.ts";
import { type ChangeTarget, changeSession } from "./change-session.ts";
import type { CommandContext } from "./command-context.ts";
import type { SessionOutcome } from "./session-outcome.ts";

/** A provisional session becomes certain, and calendars stop calling it tentative. */
export async function confirmSession(
	context: CommandContext,
	target: ChangeTarget,
	{ hold = false }: { hold?: boolean } = {},
): Promise<SessionOutcome> {
	return changeSession(context, target, (session) => {
		if (!canTransition(session.status, "confirmed")) {
			return { ok: false, reason: "illegal_transition", session };
		}
		const from = statusLabels[session.status];
		return {
			ok: true,
			fields: { status: "confirmed" },
			event: "session.confirmed",
			what: "Confirmed",
			changes: [{ label: "Status", from, to: statusLabels.confirmed }],
			hold,
		};
	});
}
