import { closeOutChanges } from "#app/commands/close-out-changes.ts";
import type { SessionOutcome } from "#app/commands/session-outcome.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import type { CloseOut } from "#app/domain/sessions/close-out.ts";

/** Whether what is asked is on record already, to the last note. */
export function isOnRecord({ closeOut }: SessionRecord, asked: CloseOut): boolean {
	return closeOut !== null && closeOutChanges(closeOut, asked).length === 0;
}

/**
 * Whether a refusal only says that the same was recorded a moment ago. why: a form sent by two taps
 * must not tell its sender that somebody was faster.
 */
export function sentTwice(outcome: SessionOutcome, asked: CloseOut): boolean {
	return !outcome.ok && "session" in outcome && isOnRecord(outcome.session, asked);
}
