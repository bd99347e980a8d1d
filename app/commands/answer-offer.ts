import type { CommandContext } from "./command-context.ts";
import { type RequestOutcome, type RequestTarget, takeStep } from "./request-change.ts";

/**
 * What a school says to the date it was offered. Accepted, the request waits for the team to book
 * it; declined, it waits for another answer.
 */
export async function answerOffer(
	context: CommandContext,
	target: RequestTarget,
	{ accepts, why }: { accepts: boolean; why: string },
): Promise<RequestOutcome> {
	return takeStep(context, target, {
		to: accepts ? "agreed" : "waiting",
		history: {
			what: accepts ? "Offered date accepted" : "Offered date declined",
			why: why === "" ? null : why,
		},
	});
}
