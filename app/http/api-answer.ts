import type { SessionRefusal } from "#app/commands/session-outcome.ts";
import { type Problem, type ProblemCode, problem } from "#app/domain/api/problem.ts";
import { statusLabels } from "#app/domain/sessions/status.ts";

/** Thrown by what serves the API: the answer as it stands. */
export function problemResponse(body: Problem, headers: Record<string, string> = {}): Response {
	return new Response(JSON.stringify(body), {
		status: body.status,
		headers: {
			"Content-Type": "application/problem+json",
			"Cache-Control": "no-store",
			...headers,
		},
	});
}

export function refuse(code: ProblemCode, more?: Parameters<typeof problem>[1]): Response {
	return problemResponse(problem(code, more));
}

/** What was refused before it reached the API, in the API's own terms. */
export function refusalOfStatus(status: number): Response {
	if (status === 413) return refuse("body_too_large");
	if (status === 403) return refuse("forbidden", { detail: "Calls from other sites are refused" });
	return refuse("malformed_json", { detail: "Send a Content-Length" });
}

export function json(body: unknown, status = 200): Response {
	return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}

/** Mistakes in the query of an address. */
export function filterRefusal(errors: readonly { field: string; message: string }[]): Response {
	const coded = errors.map((error) => ({ ...error, code: "invalid_input" }));
	return refuse("invalid_input", { errors: coded });
}

/** A command's refusal as a program reads it. */
export function refusalAnswer(refusal: SessionRefusal): Response {
	switch (refusal.reason) {
		case "not_found":
			return refuse("not_found");
		case "invalid_input": {
			const nonexistent = refusal.errors.some(({ code }) => code === "nonexistent_local_time");
			const code = nonexistent ? "nonexistent_local_time" : "invalid_input";
			return refuse(code, { errors: refusal.errors, detail: refusal.errors[0]?.message });
		}
		case "warnings": {
			const errors = refusal.warnings.map(({ code, message }) => ({
				field: "overrides",
				code,
				message,
			}));
			return refuse("invalid_input", { errors });
		}
		case "facilitator_busy":
		case "room_busy": {
			const conflicts = refusal.occupations.map(({ kind, who, reference, startsAt, endsAt }) => ({
				kind,
				who,
				reference,
				startsAt: startsAt.toISOString(),
				endsAt: endsAt.toISOString(),
			}));
			return refuse(refusal.reason, { conflicts });
		}
		case "illegal_transition": {
			const status = statusLabels[refusal.session.status].toLowerCase();
			return refuse("illegal_transition", { detail: `The session is ${status}` });
		}
		case "stale_version":
			return refuse("stale_version", {
				detail: `The session is at version ${refusal.session.version}`,
			});
		case "not_started":
			return refuse("not_started");
	}
}
