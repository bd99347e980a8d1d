import { waitingListMail } from "#app/domain/requests/request-mail.ts";
import type { CommandContext } from "./command-context.ts";
import { type RequestOutcome, type RequestTarget, takeStep } from "./request-change.ts";
import type { RequestLinks } from "./request-messages.ts";

/** Keeps a request for when a date comes free, and tells the school. */
export async function keepOnWaitingList(
	context: CommandContext,
	target: RequestTarget,
	{ words }: { words: string },
	links: RequestLinks,
): Promise<RequestOutcome> {
	return takeStep(context, target, {
		to: "waiting_list",
		change: { offeredDate: null, offeredStart: null, offerWords: "" },
		history: { what: "Put on the waiting list" },
		tell: { links, write: (facts) => waitingListMail(facts, words) },
	});
}
