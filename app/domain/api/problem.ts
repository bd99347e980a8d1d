/**
 * Every reason for which the API refuses, with its HTTP status. The codes are what programs go by
 * and never change; the words beside them may.
 */
export const problemStatus = {
	malformed_json: 400,
	unauthorized: 401,
	forbidden: 403,
	not_found: 404,
	method_not_allowed: 405,
	facilitator_busy: 409,
	room_busy: 409,
	stale_version: 409,
	illegal_transition: 409,
	not_started: 409,
	idempotency_key_reused: 409,
	body_too_large: 413,
	unsupported_media_type: 415,
	invalid_input: 422,
	nonexistent_local_time: 422,
	too_many_requests: 429,
	internal_error: 500,
} as const;

export type ProblemCode = keyof typeof problemStatus;

export const problemTitles: Record<ProblemCode, string> = {
	malformed_json: "The body is not JSON",
	unauthorized: "Send a valid token",
	forbidden: "The token's owner may not do this",
	not_found: "There is nothing at this address",
	method_not_allowed: "This address does not take this method",
	facilitator_busy: "A facilitator is busy at that time",
	room_busy: "The room is taken at that time",
	stale_version: "The session was changed in the meantime",
	illegal_transition: "The session is not in a state that allows this",
	not_started: "The session has not started yet",
	idempotency_key_reused: "This Idempotency-Key was used for another call",
	body_too_large: "The body is too large",
	unsupported_media_type: "Send application/json",
	invalid_input: "The input has mistakes",
	nonexistent_local_time: "The clocks skip this time",
	too_many_requests: "Too many calls: try again later",
	internal_error: "Something went wrong here",
};

/** RFC 9457, with a stable `code` and, for input, a list of what to mend. */
export interface Problem {
	type: string;
	title: string;
	status: number;
	code: ProblemCode;
	detail?: string;
	errors?: { field: string; code: string; message: string }[];
	/** Who and what stands in the way. */
	conflicts?: {
		kind: "facilitator" | "room";
		who: string;
		reference: string;
		startsAt: string;
		endsAt: string;
	}[];
}

export function problem(
	code: ProblemCode,
	more: Pick<Problem, "detail" | "errors" | "conflicts"> = {},
): Problem {
	return {
		type: "about:blank",
		title: problemTitles[code],
		status: problemStatus[code],
		code,
		...more,
	};
}
