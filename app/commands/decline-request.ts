import type { DeclineInput } from "#app/domain/requests/decision-input.ts";
import { declineReasonLabels } from "#app/domain/requests/decline-reasons.ts";
import { declinedMail } from "#app/domain/requests/request-mail.ts";
import type { CommandContext } from "./command-context.ts";
import { type RequestOutcome, type RequestTarget, takeStep } from "./request-change.ts";
import type { RequestLinks } from "./request-messages.ts";

/** Declines a request for good, and tells the school why. */
export async function declineRequest(
	context: CommandContext,
	target: RequestTarget,
	{ reason, words }: DeclineInput,
	links: RequestLinks,
): Promise<RequestOutcome> {
	return takeStep(context, target, {
		to: "declined",
		change: { declineReason: reason, declineWords: words },
		history: { what: "Declined", why: declineReasonLabels[reason] },
		tell: { links, write: (facts) => declinedMail(facts, { reason, words }) },
	});
}
