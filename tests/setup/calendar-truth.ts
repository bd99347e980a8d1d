import { expect } from "vitest";
import type { World } from "./databases.ts";
import { calendarOf, type SunkMessage } from "./mail-sink.ts";
import { calendarInstant, simulatedCalendars } from "./simulated-calendars.ts";

/** Calendars that applied the mail as it arrived; every message of a change that stood, in order. */
export async function calendarsAfter({ database }: World, arrived: readonly SunkMessage[]) {
	const known = await database.client.outboxMessage.findMany({
		where: { status: { not: "replaced" } },
		select: { id: true, messageId: true, inviteId: true },
	});
	const byMessageId = new Map(known.map((one) => [one.messageId, one]));
	const newest = new Map<string, number>();
	const calendars = simulatedCalendars();
	for (const message of arrived) {
		const messageId = /^Message-ID: (.*)$/m.exec(message.raw)?.[1]?.trim() ?? "";
		const row = byMessageId.get(messageId);
		expect(row, "a message of a change that did not stand").toBeDefined();
		const inviteId = row?.inviteId ?? "";
		const id = row?.id ?? 0;
		const before = newest.get(inviteId) ?? 0;
		expect(id, "an older message after a newer one").toBeGreaterThanOrEqual(before);
		newest.set(inviteId, id);
		calendars.apply(message.to, calendarOf(message));
	}
	expect(arrived.length).toBeGreaterThanOrEqual(known.length);
	return calendars;
}

/** Holds every calendar against the database; how many were held. */
export async function expectTruth(
	{ database }: World,
	calendars: ReturnType<typeof simulatedCalendars>,
): Promise<number> {
	const sessions = await database.client.session.findMany({ include: { invites: true } });
	let checked = 0;
	for (const { uid, status, startsAt, endsAt, invites } of sessions) {
		const shown = {
			startsAt: calendarInstant(startsAt),
			endsAt: calendarInstant(endsAt),
			status: status === "provisional" ? "TENTATIVE" : "CONFIRMED",
		};
		for (const { address, withdrawnAt } of invites) {
			const coming = withdrawnAt === null && status !== "cancelled";
			const entry = calendars.entry(address, uid);
			expect(entry, `${address} ${uid}`).toEqual(coming ? expect.objectContaining(shown) : null);
			checked += 1;
		}
	}
	return checked;
}
