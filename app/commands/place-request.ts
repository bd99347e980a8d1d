import type { Transaction } from "#app/data/database.ts";
import { insideTransaction } from "#app/data/inside-transaction.ts";
import { findRequest, updateRequest } from "#app/data/requests.ts";
import { findVenue } from "#app/data/venues.ts";
import { isOpen } from "#app/domain/requests/request-status.ts";
import type { VenueInput } from "#app/domain/venues/venue-input.ts";
import type { CommandContext } from "./command-context.ts";
import { createVenue } from "./create-venue.ts";
import type { RegisterRefusal } from "./register-outcome.ts";
import {
	noteRequest,
	type RequestOutcome,
	type RequestTarget,
	staleRequest,
} from "./request-change.ts";

/** Which place of the register a request is for: one that is there, or one to be added. */
export type Place = { venueId: string } | { newVenue: VenueInput };

export type PlaceOutcome =
	| RequestOutcome
	| { ok: false; reason: "unknown_venue" }
	| { ok: false; reason: "venue_refused"; refusal: RegisterRefusal };

class Refused extends Error {
	constructor(readonly refusal: RegisterRefusal) {
		super("The venue was refused");
	}
}

/** Says which venue a school that typed its own name is. What it typed stays as it is. */
export async function placeRequest(
	context: CommandContext,
	target: RequestTarget,
	place: Place,
): Promise<PlaceOutcome> {
	try {
		return await context.database.transaction((tx) => put(tx, context, target, place));
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return { ok: false, reason: "venue_refused", refusal: error.refusal };
	}
}

async function put(
	tx: Transaction,
	context: CommandContext,
	{ of, version }: RequestTarget,
	place: Place,
): Promise<PlaceOutcome> {
	const request = await findRequest(tx, of);
	if (!request || request.status === "unconfirmed") return { ok: false, reason: "not_found" };
	if (request.version !== version) return staleRequest(tx, request);
	if (!isOpen(request.status)) return { ok: false, reason: "illegal_transition", request };
	const venueId = "venueId" in place ? place.venueId : await addVenue(tx, context, place.newVenue);
	const venue = await findVenue(tx, venueId);
	if (!venue || venue.retiredAt !== null) return { ok: false, reason: "unknown_venue" };
	const saved = await updateRequest(tx, request, { venueId });
	const after = await findRequest(tx, { id: request.id });
	if (!after) return { ok: false, reason: "not_found" };
	if (!saved) return staleRequest(tx, after);
	const changes = [{ label: "Venue", from: request.venue?.name ?? null, to: venue.name }];
	await noteRequest(tx, context, request, { what: "Venue chosen", changes });
	return { ok: true, request: after };
}

/** why thrown: what was written of a refused venue must not stand. */
async function addVenue(
	tx: Transaction,
	context: CommandContext,
	input: VenueInput,
): Promise<string> {
	const database = insideTransaction(tx, context.database.engine);
	const added = await createVenue({ ...context, database }, input);
	if (!added.ok) throw new Refused(added);
	return added.id;
}
