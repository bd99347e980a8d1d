import { renewWebhookSecret } from "#app/data/webhooks.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

export type ReplacedSecret = { ok: true; generation: number } | { ok: false; reason: "not_found" };

/** Makes the secret that a webhook's messages are signed with another one, at once. */
export async function replaceWebhookSecret(
	context: CommandContext,
	id: string,
): Promise<ReplacedSecret> {
	return context.database.transaction(async (tx): Promise<ReplacedSecret> => {
		const generation = await renewWebhookSecret(tx, id);
		if (generation === null) return { ok: false, reason: "not_found" };
		await note(tx, context, ["setting", `webhook:${id}`], { what: "Replaced a webhook’s secret" });
		return { ok: true, generation };
	});
}
