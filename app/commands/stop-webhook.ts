import { stopWebhook as stop } from "#app/data/webhooks.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

/** Tells another system nothing any more; what still waits for it is not sent. */
export async function stopWebhook(
	context: CommandContext,
	id: string,
): Promise<{ ok: true } | { ok: false; reason: "not_found" }> {
	return context.database.transaction(async (tx) => {
		if (!(await stop(tx, id, context.now))) return { ok: false, reason: "not_found" };
		await note(tx, context, ["setting", `webhook:${id}`], { what: "Stopped a webhook" });
		return { ok: true };
	});
}
