import { bookSession } from "#app/commands/book-session.ts";
import type { Reader } from "#app/data/database.ts";
import { readFilterChoices } from "#app/data/filter-choices.ts";
import { findProgramme } from "#app/data/programmes.ts";
import { nextReferences } from "#app/data/session-list.ts";
import { findSessions } from "#app/data/sessions.ts";
import { findVenueByUrn } from "#app/data/venues.ts";
import { readCursor, writeCursor } from "#app/domain/api/cursor.ts";
import { bookBody } from "#app/domain/api/inputs.ts";
import { chooseFilter } from "#app/domain/sessions/filter-choices.ts";
import { parseListing } from "#app/domain/sessions/session-filter.ts";
import type { SessionInput } from "#app/domain/sessions/session-input.ts";
import { apiAction, apiLoader, pageAsked } from "#app/http/api.ts";
import { filterRefusal, json } from "#app/http/api-answer.ts";
import { apiSession, bookingId, outcomeAnswer } from "#app/http/api-session.ts";

/** The sessions that the filters of /sessions mean, in order of time. */
export const loader = apiLoader("sessions.view", async ({ app, now, zone }, asked) => {
	const { limit, cursor, params } = pageAsked(asked);
	const after = cursor === null ? null : readCursor(cursor);
	if (cursor !== null && after === null) {
		return filterRefusal([{ field: "cursor", message: "Send a cursor as it was given" }]);
	}
	const listing = parseListing(params);
	if (!listing.ok) return filterRefusal(listing.errors);
	const { client } = app.database;
	const chosen = chooseFilter(listing.filter, await readFilterChoices(client, listing.filter));
	if (!chosen.ok) return filterRefusal(chosen.errors);
	const { references, next } = await nextReferences(client, { chosen, now, after, limit });
	const sessions = await findSessions(client, references);
	const items = sessions.map((session) => apiSession(session, zone));
	return json({ items, nextCursor: writeCursor(next) });
});

/** Books a session. What is unusual comes back as warnings: a program has nobody to ask. */
export const action = apiAction("sessions.book", bookBody, async (entered, body, asked) => {
	const { command, actor, app } = entered;
	const { idempotencyKey } = asked;
	const once = idempotencyKey === null ? undefined : bookingId(actor.userId, idempotencyKey);
	const input = await withIds(app.database.client, body);
	const outcome = await bookSession(command, input, { needReasons: false, once });
	return outcomeAnswer(entered, outcome, 201);
});

/** A programme may be named by its slug and a school by its URN, as people know them. */
async function withIds(reader: Reader, body: SessionInput): Promise<SessionInput> {
	const [programme, venue] = await Promise.all([
		findProgramme(reader, body.programme),
		/^\d{6}$/.test(body.venue) ? findVenueByUrn(reader, body.venue, null) : null,
	]);
	return { ...body, programme: programme?.id ?? body.programme, venue: venue?.id ?? body.venue };
}
