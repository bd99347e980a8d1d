import type { Database } from "#app/data/database.ts";
import { listWebhooks } from "#app/data/webhooks.ts";
import type { WebhookGateway } from "#app/gateways/webhooks.ts";
import type { Office } from "./send-due.ts";

interface Parts {
	database: Database;
	webhooks: WebhookGateway;
	clock: () => Date;
}

/**
 * The office that posts to other systems. Each message is signed when it leaves, with the secret of
 * that moment, so that a replaced secret is worth nothing from then on.
 */
export function webhookOffice({ database, webhooks, clock }: Parts): Office {
	return {
		database,
		clock,
		carrier: {
			channel: "webhook",
			lanes: webhooks.lanes,
			async open() {
				const known = new Map(
					(await listWebhooks(database.client)).map((webhook) => [webhook.id, webhook]),
				);
				return async ({ webhookId, messageId, text }) => {
					const webhook = known.get(webhookId ?? "");
					if (!webhook || webhook.stoppedAt) {
						return { outcome: "refused", answer: "This webhook was stopped." };
					}
					const { id, url, generation } = webhook;
					return webhooks.post({
						webhook: { id, generation },
						url,
						messageId,
						body: text,
						at: clock(),
					});
				};
			},
		},
	};
}
