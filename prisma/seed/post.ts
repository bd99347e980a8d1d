import type { Transaction } from "#app/data/database.ts";
import { answerMoment, type PlannedSession } from "./plan.ts";
import { contactsOf, type DemoWorld } from "./world.ts";

const ACCEPTED = "250 2.0.0 Ok: queued";
const REFUSED = "550 5.1.1 No such mailbox here";

/** What became of the messages: sent when they were owed, except those that bounce and the newest. */
export async function letThePostRun(
	tx: Transaction,
	world: DemoWorld,
	acted: ReadonlyMap<PlannedSession, string>,
): Promise<void> {
	const newest = await tx.outboxMessage.findMany({
		where: { status: "waiting" },
		orderBy: [{ createdAt: "desc" }, { id: "desc" }],
		select: { id: true },
		take: 3,
	});
	await tx.$executeRaw`
		UPDATE "OutboxMessage" SET "status" = 'sent', "attempts" = 1, "answer" = ${ACCEPTED},
			"attemptedAt" = "createdAt", "sentAt" = "createdAt"
		WHERE "status" = 'waiting'`;
	await tx.outboxMessage.updateMany({
		where: { id: { in: newest.map(({ id }) => id) } },
		data: { status: "waiting", attempts: 0, answer: null, attemptedAt: null, sentAt: null },
	});
	for (const [session, reference] of acted) {
		const [contact] = contactsOf(world, session);
		if (!contact) continue;
		if (session.bounces) await bounceLast(tx, reference, contact.email);
		const { answer } = session;
		if (answer === null || session.held || session.ending?.kind === "cancelled") continue;
		await tx.invite.updateMany({
			where: { address: contact.email, session: { reference } },
			data: { answer, answeredAt: answerMoment(session) },
		});
	}
}

async function bounceLast(tx: Transaction, reference: string, address: string): Promise<void> {
	const last = await tx.outboxMessage.findFirstOrThrow({
		where: { toAddress: address, invite: { session: { reference } } },
		orderBy: { id: "desc" },
	});
	await tx.outboxMessage.update({
		where: { id: last.id },
		data: { status: "failed", attempts: 1, answer: REFUSED, sentAt: null },
	});
}
