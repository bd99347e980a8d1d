import { findForRetry, retryNow } from "#app/data/kept-messages.ts";
import type { CommandContext } from "./command-context.ts";

export type RetryOutcome =
	| { ok: true; toName: string }
	/**
	 * - `not_waiting`: it was sent, is being sent, is held or was replaced
	 * - `overtaken`: it no longer tells the session as it is, or a newer message to the same reader
	 *   exists; the current one can be sent instead
	 */
	| { ok: false; reason: "not_found" | "not_waiting" | "overtaken" };

/** Tries a message at once that failed, or that waits to be tried again. */
export async function retryMessage(context: CommandContext, id: number): Promise<RetryOutcome> {
	return context.database.transaction(async (tx): Promise<RetryOutcome> => {
		const message = await findForRetry(tx, id);
		if (!message) return { ok: false, reason: "not_found" };
		const { status, toName, overtaken } = message;
		if (status !== "failed" && status !== "waiting") return { ok: false, reason: "not_waiting" };
		if (status === "failed" && overtaken) return { ok: false, reason: "overtaken" };
		await retryNow(tx, id, context.now, status);
		return { ok: true, toName };
	});
}
