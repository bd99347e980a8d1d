import type { Deliveries, WebhookRecord } from "#app/data/webhooks.ts";
import { sessionEvents } from "#app/domain/api/webhook-input.ts";
import { momentWords } from "#app/http/history-words.ts";

export interface WebhookRow {
	id: string;
	name: string;
	url: string;
	events: string[];
	made: string;
	stopped: boolean;
	lastSent: string;
	waiting: number;
	failed: number;
}

export function webhookRow(
	{ id, name, url, events, createdAt, createdByName, stoppedAt }: WebhookRecord,
	deliveries: Deliveries | undefined,
	zone: string,
): WebhookRow {
	const { waiting = 0, failed = 0, lastSentAt = null } = deliveries ?? {};
	return {
		id,
		name,
		url,
		events: events.map((type) => sessionEvents[type]),
		made: `Added ${momentWords(createdAt, zone)} by ${createdByName}`,
		stopped: stoppedAt !== null,
		lastSent: lastSentAt ? momentWords(lastSentAt, zone) : "Never",
		waiting,
		failed,
	};
}
