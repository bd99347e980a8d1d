import type { SchoolAnswerKind } from "#app/domain/schools/school-answer.ts";
import type { SchoolReport } from "#app/domain/schools/school-report.ts";
import type { Reader, Transaction } from "./database.ts";

/** What schools say on their pages, as it is kept and as staff read it. */

export interface AnswerToKeep {
	inviteId: string;
	answer: SchoolAnswerKind;
	note: string;
	now: Date;
}

export async function keepSchoolAnswer(tx: Transaction, kept: AnswerToKeep): Promise<void> {
	await tx.invite.update({
		where: { id: kept.inviteId },
		data: { answer: kept.answer, answeredAt: kept.now, answerNote: kept.note },
	});
}

export interface ReportToKeep {
	inviteId: string;
	report: SchoolReport;
	closedOut: boolean;
	now: Date;
}

/** Keeps what a contact says happened, in the place of what they said before. */
export async function keepSchoolReport(tx: Transaction, kept: ReportToKeep): Promise<void> {
	const { inviteId, now: reportedAt } = kept;
	const { closeOut, comment, scores } = kept.report;
	const delivered = closeOut.outcome === "delivered" ? closeOut : null;
	const before = await tx.schoolReport.findUnique({ where: { inviteId } });
	const closedOut = kept.closedOut || before?.closedOut === true;
	if (before) await tx.schoolReport.delete({ where: { inviteId } });
	await tx.schoolReport.create({
		data: {
			inviteId,
			happened: delivered !== null,
			counted: delivered?.counted ?? null,
			adults: delivered?.adults ?? 0,
			comment,
			closedOut,
			reportedAt,
			headcounts: { create: delivered?.headcounts ?? [] },
			scores: { create: [...scores] },
		},
	});
}

/** What the contacts of a session say of it, by the order in which they said it. */
export async function readSchoolReports(reader: Reader, sessionId: string) {
	return reader.schoolReport.findMany({
		where: { invite: { sessionId } },
		include: {
			headcounts: true,
			scores: { include: { version: { select: { text: true, questionId: true } } } },
			invite: { select: { name: true } },
		},
		orderBy: [{ reportedAt: "asc" }, { id: "asc" }],
	});
}

export type KeptReport = Awaited<ReturnType<typeof readSchoolReports>>[number];
