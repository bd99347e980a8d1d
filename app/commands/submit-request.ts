import type { Transaction } from "#app/data/database.ts";
import { isTaken } from "#app/data/refusals.ts";
import { findRequestedThings, type RequestedThings } from "#app/data/request-choices.ts";
import {
	countUnconfirmed,
	findRequest,
	insertRequest,
	type RequestRecord,
} from "#app/data/requests.ts";
import { takeReferenceNumber } from "#app/data/sessions.ts";
import { dateProblems, type RequestInput } from "#app/domain/requests/request-input.ts";
import { UNCONFIRMED_A_DAY } from "#app/domain/requests/request-limits.ts";
import { receivedMail } from "#app/domain/requests/request-mail.ts";
import { formatReference } from "#app/domain/sessions/reference.ts";
import { localDateOf } from "#app/domain/time.ts";
import type { CommandContext } from "./command-context.ts";
import { noteRequest } from "./request-change.ts";
import { oweConfirmation, type RequestLinks, tellSchool } from "./request-messages.ts";

const DAY = 24 * 60 * 60_000;
/** Of a request's reference, where a session's has its team's prefix: REQ-2026-0012. */
const PREFIX = "REQ";

export interface RequestProblem {
	/** As the schema names fields; of a preferred date with its place in the list. */
	path: (string | number)[];
	message: string;
}

export type SubmitOutcome =
	| { ok: true; request: RequestRecord }
	| { ok: false; reason: "invalid_input"; problems: RequestProblem[] }
	/** The address has not answered what it was sent already. */
	| { ok: false; reason: "too_many" };

export interface SubmitOptions {
	/** The one-time id of the form or call: sent twice, it is one request and one mail. */
	once: string;
	source: "form" | "api";
	links: RequestLinks;
}

/**
 * Takes down what a school asks for. From the public form it stays out of the queue until its
 * address is confirmed, and all that is sent is the link to do so; from the API somebody who may
 * vouch for the address has done so already.
 */
export async function submitRequest(
	context: CommandContext,
	input: RequestInput,
	options: SubmitOptions,
): Promise<SubmitOutcome> {
	const { database } = context;
	try {
		return await database.transaction((tx) => take(tx, context, input, options));
	} catch (error) {
		if (!isTaken(error, "once")) throw error;
		const earlier = await findRequest(database.client, { once: options.once });
		if (!earlier) throw error;
		return { ok: true, request: earlier };
	}
}

async function take(
	tx: Transaction,
	context: CommandContext,
	input: RequestInput,
	{ once, source, links }: SubmitOptions,
): Promise<SubmitOutcome> {
	const earlier = await findRequest(tx, { once });
	if (earlier) return { ok: true, request: earlier };
	const { now, settings } = context;
	const things = await findRequestedThings(tx, input);
	const problems = problemsOf(input, things, localDateOf(now, settings.zone));
	if (problems.length > 0) return { ok: false, reason: "invalid_input", problems };
	const confirmed = source === "api";
	if (!confirmed) {
		const since = new Date(now.getTime() - DAY);
		const open = await countUnconfirmed(tx, input.contactEmail, since);
		if (open >= UNCONFIRMED_A_DAY) return { ok: false, reason: "too_many" };
	}
	const year = Number(localDateOf(now, settings.zone).slice(0, 4));
	const number = await takeReferenceNumber(tx, PREFIX, year);
	const reference = formatReference({ team: PREFIX, year, number });
	const columns = { reference, once, source, confirmed, now };
	const id = await insertRequest(tx, { ...columns, ...fieldsOf(input, things) });
	const request = await findRequest(tx, { id });
	if (!request) throw new Error(`${reference} was taken down and is not there`);
	await noteRequest(tx, context, request, { what: "Asked for" });
	if (confirmed) await tellSchool(tx, context, request, links, receivedMail);
	else await oweConfirmation(tx, context, request, links);
	return { ok: true, request };
}

function problemsOf(
	input: RequestInput,
	{ venue, programmeIds }: RequestedThings,
	today: string,
): RequestProblem[] {
	const dates = dateProblems(input, today).map(({ at, message }) => ({
		path: ["preferredDates", at, "date"],
		message,
	}));
	const programmes = { path: ["programmes"], message: "Choose programmes that are offered" };
	return [
		...(input.venue && !venue
			? [{ path: ["venue"], message: "Choose your school from the list, or enter its name" }]
			: []),
		...(programmeIds.length < input.programmes.length ? [programmes] : []),
		...dates,
	];
}

/** why the venue's own words where it was chosen: what was typed beside it no longer counts. */
function fieldsOf(input: RequestInput, { venue, programmeIds }: RequestedThings) {
	return {
		venueId: venue?.id ?? null,
		venueName: venue?.name ?? input.venueName ?? "",
		venueTown: venue?.town ?? input.venueTown ?? "",
		venuePostcode: venue?.postcode ?? input.venuePostcode ?? "",
		expectedYoungPeople: input.expectedYoungPeople,
		groups: input.groups,
		room: input.room ?? "",
		equipment: input.equipment ?? "",
		contactName: input.contactName,
		contactEmail: input.contactEmail,
		contactRole: input.contactRole,
		contactPhone: input.contactPhone ?? null,
		dslKnows: input.dslKnows === "yes",
		notes: input.notes ?? "",
		programmeIds,
		yearGroups: input.yearGroups,
		dates: input.preferredDates.map(({ date, periods }) => ({ date, periods: periods ?? "" })),
	};
}
