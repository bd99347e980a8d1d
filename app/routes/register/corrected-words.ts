import type { Corrected } from "#app/commands/correct-calendars.ts";
import { countOf } from "#app/domain/format-number.ts";

/** What a saved change did to calendars: ". 4 corrected invites for 2 sessions will be sent"; else "". */
export function correctedWords({ sessions, messages }: Corrected): string {
	if (messages === 0) return "";
	const invites = countOf(messages, "corrected invite", "corrected invites");
	return `. ${invites} for ${countOf(sessions, "session", "sessions")} will be sent.`;
}
