import { createHash } from "node:crypto";
import { submitRequest } from "#app/commands/submit-request.ts";
import type { RequestRecord } from "#app/data/requests.ts";
import type { RequestInput } from "#app/domain/requests/request-input.ts";
import type { anonymously } from "#app/http/anonymous.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { newStamp, readStamp, type StampRead } from "#app/http/request-form-stamp.ts";
import { requestLinks } from "#app/http/request-links.ts";
import { tooMany } from "#app/http/respond.ts";
import { spend } from "#app/http/sign-in.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { askErrors } from "./ask-answers.ts";

const HOUR = 60 * 60;

type SendOutcome =
	| { ok: true; request: RequestRecord }
	| { ok: false; errors: FieldErrors; stamp: string };

const stampWords: Record<Extract<StampRead, { ok: false }>["reason"], string> = {
	too_fast: "That was faster than anybody types. Wait a few seconds, then send it again",
	too_old: "This page was open for more than a day. Check your answers, then send it again",
	forged: "This page could not be recognised. Check your answers, then send it again",
};

/**
 * Sends what was checked. What programs do and people do not is refused in words, with the answers
 * kept: somebody whose browser did it for them presses the button again.
 * @throws 429 for too many from one network or to one address
 */
export async function sendAsk(
	{ app, visit, command }: Awaited<ReturnType<typeof anonymously>>,
	{ fields, input, stamp }: { fields: Fields; input: RequestInput; stamp: string },
): Promise<SendOutcome> {
	const again = (message: string, next: string): SendOutcome => ({
		ok: false,
		errors: [{ field: "", message }],
		stamp: next,
	});
	if ((fields.website ?? "") !== "") {
		return again("A box that people do not see was filled in. Send it again without it", stamp);
	}
	const read = readStamp(app.secret, stamp, visit.now);
	if (!read.ok) {
		const next = read.reason === "too_fast" ? stamp : newStamp(app.secret, visit.now);
		return again(stampWords[read.reason], next);
	}
	await spend(app.limits.requestsByNetwork, visit.network);
	await spend(app.limits.requestsByAddress, input.contactEmail);
	const links = requestLinks(app, visit.now);
	const once = onceOf(read.once, input);
	const outcome = await submitRequest(command, input, { once, source: "form", links });
	if (outcome.ok) return outcome;
	if (outcome.reason === "too_many") throw tooMany(HOUR);
	return { ok: false, errors: askErrors(outcome.problems), stamp };
}

/** why the answers too: whoever goes back and mends them sends something else from the same page. */
function onceOf(page: string, input: RequestInput): string {
	return createHash("sha256")
		.update(`${page}\n${JSON.stringify(input)}`)
		.digest("hex");
}
