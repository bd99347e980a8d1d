import type { Database, Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";

/** The worker's side of the outbox: taking messages, and writing down what became of them. */

export interface ClaimedMessage {
	id: number;
	messageId: string;
	method: "REQUEST" | "CANCEL" | null;
	fromName: string | null;
	fromAddress: string | null;
	toName: string;
	toAddress: string;
	subject: string;
	text: string;
	html: string;
	ics: string | null;
	/** Where it is posted to; null for mail. */
	webhookId: string | null;
	/** How often it has been tried before. */
	attempts: number;
	createdAt: Date;
}

/** How a message leaves. */
export type Channel = "mail" | "webhook";

export interface Claim {
	/** Left out, mail. */
	channel?: Channel;
	/** Nobody else's, and a new one for each batch. */
	by: string;
	now: Date;
	/** When the claim lapses unless it is renewed. */
	until: Date;
	limit: number;
}

/**
 * Takes messages that are due, or whose claim has lapsed because its worker died, oldest first.
 * Of one invite only the first that has not ended is ever taken: its messages leave one after the
 * other, however long the first is put off. One that failed for good, is held or was replaced does
 * not stand in the way.
 */
export async function claimMessages(database: Database, claim: Claim): Promise<ClaimedMessage[]> {
	const { by, now, until, limit } = claim;
	return database.transaction(async (tx) => {
		const due = [...(await findDue(tx, claim)), ...(await findLapsed(tx, claim))].slice(0, limit);
		if (due.length === 0) return [];
		// why the conditions again: on PostgreSQL another worker may have taken some in between.
		await tx.outboxMessage.updateMany({
			where: {
				id: { in: due.map(({ id }) => id) },
				OR: [{ status: "waiting" }, { status: "sending", claimedUntil: { lt: now } }],
			},
			data: { status: "sending", claimedBy: by, claimedUntil: until, attemptedAt: now },
		});
		const rows = await tx.outboxMessage.findMany({
			where: { claimedBy: by, status: "sending" },
			orderBy: { id: "asc" },
		});
		return rows as ClaimedMessage[];
	});
}

/** Of an invite, nothing earlier is still on its way. */
const firstOfItsInvite = Prisma.sql`NOT EXISTS (
	SELECT 1 FROM "OutboxMessage" AS earlier
	WHERE earlier."inviteId" = m."inviteId" AND earlier."id" < m."id"
		AND earlier."status" IN ('waiting', 'sending')
)`;

function onChannel(channel: Channel = "mail"): Prisma.Sql {
	return channel === "mail"
		? Prisma.sql`m."webhookId" IS NULL`
		: Prisma.sql`m."webhookId" IS NOT NULL`;
}

/** why two queries: each walks its index in order and stops when it has enough. */
function findDue(tx: Reader, { now, limit, channel }: Claim) {
	return tx.$queryRaw<{ id: number }[]>`
		SELECT m."id" FROM "OutboxMessage" AS m
		WHERE m."status" = 'waiting' AND m."dueAt" <= ${now} AND ${onChannel(channel)} AND ${firstOfItsInvite}
		ORDER BY m."dueAt", m."id" LIMIT ${limit}`;
}

function findLapsed(tx: Reader, { now, limit, channel }: Claim) {
	return tx.$queryRaw<{ id: number }[]>`
		SELECT m."id" FROM "OutboxMessage" AS m
		WHERE m."status" = 'sending' AND m."claimedUntil" < ${now} AND ${onChannel(channel)}
			AND ${firstOfItsInvite}
		ORDER BY m."id" LIMIT ${limit}`;
}

/** What became of a claimed message. */
export type Settled = { id: number; answer: string } & (
	| { status: "sent" | "failed" }
	| { status: "waiting"; dueAt: Date }
);

/**
 * Writes down together what became of several messages, and lets go of them. A message that another
 * worker has taken over in the meantime is left to that one.
 */
export async function settleMessages(
	database: Database,
	by: string,
	settled: readonly Settled[],
	now: Date,
): Promise<void> {
	await database.transaction(async (tx) => {
		for (const one of settled) {
			if (one.status === "sent") continue;
			await tx.outboxMessage.updateMany({
				where: { id: one.id, claimedBy: by },
				data: { ...one, ...free, attempts: { increment: 1 } },
			});
		}
		const sent = settled.filter(({ status }) => status === "sent");
		if (sent.length > 0) await settleSent(tx, by, sent, now);
	});
}

const free = { claimedBy: null, claimedUntil: null };

/** why by hand: nearly all messages end like this, each with other words, and one update is enough. */
async function settleSent(
	tx: Reader,
	by: string,
	sent: readonly Settled[],
	now: Date,
): Promise<void> {
	const values = sent.map(
		({ id, answer }) => Prisma.sql`(CAST(${id} AS INTEGER), CAST(${answer} AS TEXT))`,
	);
	await tx.$executeRaw`
		UPDATE "OutboxMessage" SET
			"status" = 'sent', "sentAt" = ${now}, "answer" = ended.column2,
			"attempts" = "attempts" + 1, "claimedBy" = NULL, "claimedUntil" = NULL
		FROM (VALUES ${Prisma.join(values)}) AS ended
		WHERE "OutboxMessage"."id" = ended.column1 AND "OutboxMessage"."claimedBy" = ${by}`;
}

/**
 * Gives claimed messages back as they were, because nothing was or can be done with them now.
 * @param answer why, where there is a reason that people should read
 */
export async function releaseMessages(
	database: Database,
	by: string,
	ids: readonly number[],
	answer?: string,
): Promise<void> {
	await database.client.outboxMessage.updateMany({
		where: { id: { in: [...ids] }, claimedBy: by },
		data: { status: "waiting", ...free, ...(answer && { answer }) },
	});
}

/** Keeps a claim alive while its worker is. */
export async function renewClaim(database: Database, by: string, until: Date): Promise<void> {
	await database.client.outboxMessage.updateMany({
		where: { claimedBy: by, status: "sending" },
		data: { claimedUntil: until },
	});
}

/**
 * When there will be something to do, or null: for the worker to sleep until then. What is due
 * already and still here waits for an earlier message, whose end wakes the worker anyway.
 */
export async function nextDue(
	reader: Reader,
	now: Date,
	channel: Channel = "mail",
): Promise<Date | null> {
	const webhookId = channel === "mail" ? null : { not: null };
	const [waiting, lapsing] = await Promise.all([
		reader.outboxMessage.aggregate({
			where: { status: "waiting", dueAt: { gt: now }, webhookId },
			_min: { dueAt: true },
		}),
		reader.outboxMessage.aggregate({
			where: { status: "sending", webhookId },
			_min: { claimedUntil: true },
		}),
	]);
	const times = [waiting._min.dueAt, lapsing._min.claimedUntil].filter((time) => time !== null);
	return times.length === 0 ? null : new Date(Math.min(...times.map((time) => time.getTime())));
}
