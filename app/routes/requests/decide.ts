import { data, type RouterContextProvider } from "react-router";
import type { RequestOutcome, RequestTarget } from "#app/commands/request-change.ts";
import type { RequestRecord } from "#app/data/requests.ts";
import { textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { stepRefusalMessage } from "#app/http/request-words.ts";
import { type Entered, requireActor } from "#app/http/require-actor.ts";
import { requireRequest } from "#app/http/require-request.ts";
import { notFound, redirectWith } from "#app/http/respond.ts";

interface Asked {
	request: Request;
	context: Readonly<RouterContextProvider>;
	params: { ref: string };
}

/** Somebody who may answer requests, and the one that the address names. */
export async function enterRequest(
	asked: Asked,
): Promise<{ entered: Entered; request: RequestRecord }> {
	const entered = await requireActor(asked, "requests.answer");
	const request = await requireRequest(entered.app.database.client, asked.params.ref);
	return { entered, request };
}

/** What every page of an answer says of the request it is about. */
export function headOf({
	reference,
	version,
	venueName,
	contactName,
	contactEmail,
}: RequestRecord) {
	return { reference, version, venueName, contact: `${contactName} (${contactEmail})` };
}

/** The request as the form had it before its eyes. */
export function targetOf({ reference }: RequestRecord, fields: Fields): RequestTarget {
	return { of: { reference }, version: Number(textOf(fields, "version")) };
}

/** To the request's page with what was done; or the form again, with who was there first. */
export async function answerStep(
	{ app, zone }: Entered,
	outcome: RequestOutcome,
	{ fields, message }: { fields: Fields; message: string },
) {
	if (outcome.ok) {
		const path = `/requests/${outcome.request.reference}`;
		const nextStep = { href: "/requests", text: "Back to the queue" };
		return redirectWith(app, path, { kind: "success", message, nextStep });
	}
	if (outcome.reason === "not_found") throw notFound();
	const errors = [{ field: "", message: stepRefusalMessage(outcome, zone) }];
	return data({ errors, values: fields }, { status: 409 });
}
