import type { Reader } from "#app/data/database.ts";
import { type HistoryEntry, readHistory } from "#app/data/history.ts";
import type { Occupation } from "#app/data/occupations.ts";
import type { Clash } from "#app/data/refusals.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import type { CloseOutRefusal } from "#app/domain/sessions/close-out.ts";
import type { Warning } from "#app/domain/sessions/warnings.ts";

export interface FieldError {
	field: string;
	code: "invalid_input" | "nonexistent_local_time";
	message: string;
}

/** Everything expected that can stand in the way of a booking or a change. */
export type SessionRefusal =
	| { ok: false; reason: "not_found" }
	| { ok: false; reason: "invalid_input"; errors: FieldError[] }
	| { ok: false; reason: "warnings"; warnings: Warning[] }
	| { ok: false; reason: Clash; occupations: Occupation[] }
	| { ok: false; reason: "illegal_transition"; session: SessionRecord }
	| { ok: false; reason: Extract<CloseOutRefusal, "not_started">; session: SessionRecord }
	/** Somebody was faster: the session as it is, and what was done since it was read, newest first. */
	| { ok: false; reason: "stale_version"; session: SessionRecord; since: HistoryEntry[] };

export interface SessionSaved {
	ok: true;
	reference: string;
	/** The version after the change. */
	version: number;
	/** How many messages the change owes. */
	messages: number;
	/** All that was unusual, answered or not. */
	warnings: Warning[];
}

export type SessionOutcome = SessionSaved | SessionRefusal;

export function invalid(field: string, message: string): SessionRefusal {
	return {
		ok: false,
		reason: "invalid_input",
		errors: [{ field, code: "invalid_input", message }],
	};
}

/** Each change writes one entry and one version, so that the newest entries are what was missed. */
export async function staleRefusal(
	reader: Reader,
	session: SessionRecord,
	version: number,
): Promise<SessionRefusal> {
	const history = await readHistory(reader, "session", session.id);
	const since = history.slice(0, Math.max(1, session.version - version));
	return { ok: false, reason: "stale_version", session, since };
}
