import { insertCloseOut } from "#app/data/close-outs.ts";
import type { CloseOut } from "#app/domain/sessions/close-out.ts";
import { canCorrect } from "#app/domain/sessions/status.ts";
import { type ChangeTarget, changeSession } from "./change-session.ts";
import { closeOutChanges } from "./close-out-changes.ts";
import { endReasonOf } from "./close-out-session.ts";
import type { CommandContext } from "./command-context.ts";
import type { SessionOutcome } from "./session-outcome.ts";

/** Puts a recorded close-out right: a new revision with its reason; the old ones stay readable. */
export async function correctCloseOut(
	context: CommandContext,
	target: ChangeTarget,
	{ closeOut, reason }: { closeOut: CloseOut; reason: string },
): Promise<SessionOutcome> {
	return changeSession(
		context,
		target,
		(session) => {
			if (!canCorrect(session.status, closeOut.outcome)) {
				return { ok: false, reason: "illegal_transition", session };
			}
			return {
				ok: true,
				fields: { status: closeOut.outcome, endReason: endReasonOf(closeOut) },
				event: "session.closed_out",
				what: "Corrected the close-out",
				changes: closeOutChanges(session.closeOut, closeOut),
				why: reason,
			};
		},
		(tx, { id }) =>
			insertCloseOut(tx, {
				sessionId: id,
				closeOut,
				correctionReason: reason,
				recordedByName: context.actor.name,
				now: context.now,
			}),
	);
}
