import type { SessionEventType, WebhookInput } from "#app/domain/api/webhook-input.ts";
import type { Reader, Transaction } from "./database.ts";

type Row = Awaited<ReturnType<Reader["webhook"]["findMany"]>>[number];

function webhookOf({ events, ...row }: Row) {
	return { ...row, events: events.split(",") as SessionEventType[] };
}

export type WebhookRecord = ReturnType<typeof webhookOf>;

/** Newest first, stopped ones too. */
export async function listWebhooks(reader: Reader): Promise<WebhookRecord[]> {
	const rows = await reader.webhook.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
	return rows.map(webhookOf);
}

export async function findWebhook(reader: Reader, id: string): Promise<WebhookRecord | null> {
	const row = await reader.webhook.findUnique({ where: { id } });
	return row && webhookOf(row);
}

/** Those that are to be told of something. */
export async function webhooksFor(
	reader: Reader,
	type: SessionEventType,
): Promise<WebhookRecord[]> {
	const rows = await reader.webhook.findMany({
		where: { stoppedAt: null },
		orderBy: { id: "asc" },
	});
	return rows.map(webhookOf).filter(({ events }) => events.includes(type));
}

export async function insertWebhook(
	tx: Transaction,
	{ events, ...webhook }: WebhookInput & { createdAt: Date; createdByName: string },
): Promise<string> {
	const { id } = await tx.webhook.create({ data: { ...webhook, events: events.join(",") } });
	return id;
}

/** @returns the new generation, or null when there is no such webhook in use */
export async function renewWebhookSecret(tx: Transaction, id: string): Promise<number | null> {
	const { count } = await tx.webhook.updateMany({
		where: { id, stoppedAt: null },
		data: { generation: { increment: 1 } },
	});
	return count === 1 ? ((await findWebhook(tx, id))?.generation ?? null) : null;
}

/** Ends a webhook, and what still waits for it. False when it is not in use. */
export async function stopWebhook(tx: Transaction, id: string, now: Date): Promise<boolean> {
	const { count } = await tx.webhook.updateMany({
		where: { id, stoppedAt: null },
		data: { stoppedAt: now },
	});
	await tx.outboxMessage.updateMany({
		where: { webhookId: id, status: "waiting" },
		data: { status: "replaced" },
	});
	return count === 1;
}

export interface Deliveries {
	waiting: number;
	failed: number;
	lastSentAt: Date | null;
}

/** What became of what each webhook was told. */
export async function countDeliveries(reader: Reader): Promise<Map<string, Deliveries>> {
	const groups = await reader.outboxMessage.groupBy({
		by: ["webhookId", "status"],
		where: { webhookId: { not: null } },
		_count: { _all: true },
		_max: { sentAt: true },
	});
	const counted = new Map<string, Deliveries>();
	for (const { webhookId, status, _count, _max } of groups) {
		const before = counted.get(webhookId ?? "") ?? { waiting: 0, failed: 0, lastSentAt: null };
		const open = status === "waiting" || status === "sending";
		counted.set(webhookId ?? "", {
			waiting: before.waiting + (open ? _count._all : 0),
			failed: before.failed + (status === "failed" ? _count._all : 0),
			lastSentAt: status === "sent" ? _max.sentAt : before.lastSentAt,
		});
	}
	return counted;
}
