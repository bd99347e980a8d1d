import { type CloseOut, totalYoungPeople } from "#app/domain/sessions/close-out.ts";
import type { Reader, Transaction } from "./database.ts";
import { keepingReach } from "./keep-reach.ts";

export interface NewCloseOut {
	sessionId: string;
	closeOut: CloseOut;
	correctionReason: string | null;
	recordedByName: string;
	/** On a contact's own page, by nobody of the team. */
	bySchool?: boolean;
	now: Date;
}

/**
 * Records what happened as the newest revision; those before it stay as they were. From here on it
 * is in the kept reach, or no longer.
 */
export async function insertCloseOut(tx: Transaction, record: NewCloseOut): Promise<void> {
	await keepingReach(tx, record.sessionId, () => insertRevision(tx, record));
}

async function insertRevision(tx: Transaction, record: NewCloseOut): Promise<void> {
	const { sessionId, closeOut, correctionReason, recordedByName, bySchool = false, now } = record;
	const latest = await tx.closeOut.findFirst({
		where: { sessionId },
		orderBy: { revision: "desc" },
	});
	await tx.closeOut.updateMany({ where: { sessionId, current: true }, data: { current: false } });
	await tx.closeOut.create({
		data: {
			sessionId,
			revision: (latest?.revision ?? 0) + 1,
			current: true,
			correctionReason,
			recordedByName,
			bySchool,
			recordedAt: now,
			note: closeOut.note ?? "",
			...figures(closeOut),
		},
	});
}

function figures(closeOut: CloseOut) {
	if (closeOut.outcome === "not_delivered") {
		return { outcome: closeOut.outcome, reason: closeOut.reason, youngPeople: 0, adults: 0 };
	}
	const { outcome, counted, adults, headcounts, followUps } = closeOut;
	return {
		outcome,
		counted,
		adults,
		youngPeople: totalYoungPeople(headcounts),
		headcounts: { create: headcounts },
		followUps: { create: followUps },
	};
}

/** Every revision of what was recorded, newest first. */
export async function readCloseOuts(reader: Reader, sessionId: string) {
	return reader.closeOut.findMany({
		where: { sessionId },
		orderBy: { revision: "desc" },
		include: { headcounts: true, followUps: true },
	});
}
