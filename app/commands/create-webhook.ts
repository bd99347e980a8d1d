import { insertWebhook } from "#app/data/webhooks.ts";
import type { WebhookInput } from "#app/domain/api/webhook-input.ts";
import type { CommandContext } from "./command-context.ts";
import { note } from "./register-outcome.ts";

/** Tells another system of changes to sessions from now on. @returns its id */
export async function createWebhook(
	context: CommandContext,
	input: WebhookInput,
): Promise<{ ok: true; id: string }> {
	const { now, actor } = context;
	return context.database.transaction(async (tx) => {
		const id = await insertWebhook(tx, { ...input, createdAt: now, createdByName: actor.name });
		const changes = [
			{ label: "Name", to: input.name },
			{ label: "Address", to: input.url },
			{ label: "Told of", to: input.events.join(", ") },
		];
		await note(tx, context, ["setting", `webhook:${id}`], { what: "Added a webhook", changes });
		return { ok: true, id };
	});
}
