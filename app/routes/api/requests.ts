import { randomUUID } from "node:crypto";
import { submitRequest } from "#app/commands/submit-request.ts";
import { nextRequests } from "#app/data/request-list.ts";
import { readCursor, writeCursor } from "#app/domain/api/cursor.ts";
import { requestBody } from "#app/domain/api/inputs.ts";
import { type RequestStatus, requestStatuses } from "#app/domain/requests/request-status.ts";
import { apiAction, apiLoader, pageAsked } from "#app/http/api.ts";
import { filterRefusal, json, refuse } from "#app/http/api-answer.ts";
import { apiRequest } from "#app/http/api-request.ts";
import { bookingId } from "#app/http/api-session.ts";
import { requestLinks } from "#app/http/request-links.ts";

const confirmed = requestStatuses.filter((status) => status !== "unconfirmed");

/** What schools ask for, in the order in which it came; what nobody confirmed is not among it. */
export const loader = apiLoader("requests.view", async ({ app }, asked) => {
	const { limit, cursor, params } = pageAsked(asked);
	const after = cursor === null ? null : readCursor(cursor);
	if (cursor !== null && after === null) {
		return filterRefusal([{ field: "cursor", message: "Send a cursor as it was given" }]);
	}
	const statuses = statusesOf(params.get("status"));
	if (!statuses) {
		const message = `Send status as one or more of ${confirmed.join(", ")}`;
		return filterRefusal([{ field: "status", message }]);
	}
	const { requests, next } = await nextRequests(app.database.client, {
		statuses,
		after: after && { id: after.id, receivedAt: after.startsAt },
		limit,
	});
	return json({
		items: requests.map(apiRequest),
		nextCursor: writeCursor(next && { id: next.id, startsAt: next.receivedAt }),
	});
});

function statusesOf(typed: string | null): readonly RequestStatus[] | null {
	if (typed === null || typed === "") return confirmed;
	const named = typed.split(",");
	const known = confirmed.filter((status) => named.includes(status));
	return known.length === new Set(named).size ? known : null;
}

/** Takes down what a school asks for; the token's owner vouches for its address. */
export const action = apiAction("requests.answer", requestBody, async (entered, body, asked) => {
	const { command, actor, app, now } = entered;
	const { idempotencyKey } = asked;
	const once = idempotencyKey === null ? randomUUID() : bookingId(actor.userId, idempotencyKey);
	const links = requestLinks(app, now);
	const outcome = await submitRequest(command, body, { once, source: "api", links });
	if (outcome.ok) return json(apiRequest(outcome.request), 201);
	if (outcome.reason === "too_many") return refuse("too_many_requests");
	const errors = outcome.problems.map(({ path, message }) => ({
		field: path.join("."),
		code: "invalid_input",
		message,
	}));
	return refuse("invalid_input", { errors });
});
