import { findRequest } from "#app/data/requests.ts";
import { receivedMail } from "#app/domain/requests/request-mail.ts";
import type { CommandContext } from "./command-context.ts";
import { type RequestOutcome, writeStep } from "./request-change.ts";
import type { RequestLinks } from "./request-messages.ts";

/**
 * Puts a request into the queue: whoever holds the link that was mailed has its address. Confirmed
 * once more it stays as it is.
 */
export async function confirmRequest(
	context: CommandContext,
	id: string,
	links: RequestLinks,
): Promise<RequestOutcome> {
	return context.database.transaction(async (tx) => {
		const request = await findRequest(tx, { id });
		if (!request) return { ok: false, reason: "not_found" };
		if (request.status !== "unconfirmed") return { ok: true, request };
		return writeStep(tx, context, request, {
			to: "waiting",
			change: { confirmedAt: context.now },
			history: { what: "Address confirmed" },
			tell: { links, write: receivedMail },
		});
	});
}
