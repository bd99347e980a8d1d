import { insertCloseOut } from "#app/data/close-outs.ts";
import type { Transaction } from "#app/data/database.ts";
import { type CloseOut, closeOutRefusal } from "#app/domain/sessions/close-out.ts";
import { statusLabels } from "#app/domain/sessions/status.ts";
import { type ChangeTarget, changeSession } from "./change-session.ts";
import { closeOutChanges } from "./close-out-changes.ts";
import type { CommandContext } from "./command-context.ts";
import type { SessionOutcome } from "./session-outcome.ts";

interface Options {
	/** Recorded by a contact of the school; what else is kept of what they said. */
	bySchool?: (tx: Transaction) => Promise<void>;
}

/** Records what happened. From here on the session counts as reach, or as not delivered. */
export async function closeOutSession(
	context: CommandContext,
	target: ChangeTarget,
	closeOut: CloseOut,
	{ bySchool }: Options = {},
): Promise<SessionOutcome> {
	return changeSession(
		context,
		target,
		(session) => {
			const reason = closeOutRefusal(session, closeOut.outcome, context.now);
			if (reason) return { ok: false, reason, session };
			return {
				ok: true,
				fields: { status: closeOut.outcome, endReason: endReasonOf(closeOut) },
				event: "session.closed_out",
				what: `Closed out: ${statusLabels[closeOut.outcome].toLowerCase()}`,
				changes: closeOutChanges(null, closeOut),
			};
		},
		async (tx, { id }) => {
			await insertCloseOut(tx, {
				sessionId: id,
				closeOut,
				correctionReason: null,
				recordedByName: context.actor.name,
				bySchool: bySchool !== undefined,
				now: context.now,
			});
			await bySchool?.(tx);
		},
	);
}

export function endReasonOf(closeOut: CloseOut): string | null {
	return closeOut.outcome === "not_delivered" ? closeOut.reason : null;
}
