import type { CommandContext } from "./command-context.ts";
import { type RequestOutcome, type RequestTarget, takeStep } from "./request-change.ts";

/** Takes a request back, by the school itself. */
export async function withdrawRequest(
	context: CommandContext,
	target: RequestTarget,
	{ why }: { why: string },
): Promise<RequestOutcome> {
	return takeStep(context, target, {
		to: "withdrawn",
		history: { what: "Withdrawn", why: why === "" ? null : why },
	});
}
