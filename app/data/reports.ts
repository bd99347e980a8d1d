import { permissions } from "#app/domain/access/permissions.ts";
import type { Reader, Transaction } from "./database.ts";
import { isTaken } from "./refusals.ts";

export interface ReportReader {
	userId: string;
	name: string;
	email: string;
}

/** Only those who may still have the report: an account that was disabled or changed gets none. */
function mayReceive() {
	return { disabledAt: null, role: { in: [...permissions["report.receive"]] } };
}

/** Whoever asked for the monthly report and may have it, by name. */
export async function readReportReaders(reader: Reader): Promise<ReportReader[]> {
	const rows = await reader.reportRecipient.findMany({
		where: { user: mayReceive() },
		select: { userId: true, user: { select: { name: true, email: true } } },
		orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
	});
	return rows.map(({ userId, user }) => ({ userId, ...user }));
}

/**
 * Those among them who were not sent the report of a month yet.
 * @param dueAt whoever asked later waits for the next one
 */
export async function readReportsOwed(
	reader: Reader,
	{ month, dueAt }: { month: string; dueAt: Date },
): Promise<ReportReader[]> {
	const rows = await reader.reportRecipient.findMany({
		where: {
			since: { lte: dueAt },
			user: { ...mayReceive(), reportsSent: { none: { month } } },
		},
		select: { userId: true, user: { select: { name: true, email: true } } },
		orderBy: { userId: "asc" },
	});
	return rows.map(({ userId, user }) => ({ userId, ...user }));
}

/**
 * Writes down that somebody is sent the report of a month, as part of what sends it.
 * @throws what isSentAlready knows when they are or were
 */
export async function noteReportSent(
	tx: Transaction,
	sent: { userId: string; month: string; sentAt: Date },
): Promise<void> {
	await tx.reportSent.create({ data: sent });
}

/** Another process sends or has sent it. */
export function isSentAlready(error: unknown): boolean {
	return isTaken(error);
}

export async function isReportReader(reader: Reader, userId: string): Promise<boolean> {
	return (await reader.reportRecipient.count({ where: { userId } })) > 0;
}

/** @returns whether that was a change */
export async function setReportReader(
	tx: Transaction,
	userId: string,
	since: Date | null,
): Promise<boolean> {
	const asked = await isReportReader(tx, userId);
	if (asked === (since !== null)) return false;
	if (since) await tx.reportRecipient.create({ data: { userId, since } });
	else await tx.reportRecipient.deleteMany({ where: { userId } });
	return true;
}
