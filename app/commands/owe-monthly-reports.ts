import {
	isSentAlready,
	noteReportSent,
	type ReportReader,
	readReportsOwed,
} from "#app/data/reports.ts";
import { type ReportFacts, reportMail } from "#app/domain/reach/report-mail.ts";
import { type DueReport, dueReport } from "#app/domain/reach/report-month.ts";
import type { CommandContext } from "./command-context.ts";
import { oweMail } from "./owe-mail.ts";
import { readMonthlyReport, reportPaths } from "./read-monthly-report.ts";

/**
 * Owes the report of the last month to everybody who asked for it and has not had it. However often,
 * and by however many processes at once: the database holds one report a reader and month, and the
 * mail is part of the same transaction.
 * @returns how many were owed now
 */
export async function oweMonthlyReports(context: CommandContext): Promise<number> {
	const { database, settings, now } = context;
	const due = dueReport(now, settings.zone);
	const readers = await readReportsOwed(database.client, due);
	if (readers.length === 0) return 0;
	const facts = await readMonthlyReport(database.client, context, due.period);
	let owed = 0;
	for (const reader of readers) {
		if (await oweReport(context, due, facts, reader)) owed += 1;
	}
	return owed;
}

async function oweReport(
	context: CommandContext,
	{ month, period }: DueReport,
	facts: ReportFacts,
	reader: ReportReader,
): Promise<boolean> {
	try {
		await context.database.transaction(async (tx) => {
			await noteReportSent(tx, { userId: reader.userId, month, sentAt: context.now });
			const mail = reportMail(facts, reportPaths(period), reader.name);
			await oweMail(tx, context, reader, { mail, why: "report" });
		});
		return true;
	} catch (error) {
		if (!isSentAlready(error)) throw error;
		return false;
	}
}
