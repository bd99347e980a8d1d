import type { Database } from "#app/data/database.ts";
import type { Prisma } from "#app/data/generated/sqlite/client.ts";
import { owesPost } from "#app/data/outbox-bell.ts";
import { nextNumber } from "./next-number.ts";

/** A plain message that waits in the outbox, due at its making. */
export async function aMessage(
	database: Database,
	overrides: Partial<Prisma.OutboxMessageUncheckedCreateInput> = {},
) {
	const number = nextNumber("message") + 1;
	const createdAt = new Date("2026-11-25T09:00:00Z");
	return database.transaction(async (tx) => {
		owesPost(tx);
		return tx.outboxMessage.create({
			data: {
				why: "account",
				messageId: `<message-${number}@termtime.test>`,
				toName: "Anita Patel-Moss",
				toAddress: `reader-${number}@school.test`,
				subject: `Message ${number}`,
				text: `This is message ${number}.\n`,
				html: `<p>This is message ${number}.</p>\n`,
				dueAt: createdAt,
				createdAt,
				...overrides,
			},
		});
	});
}
