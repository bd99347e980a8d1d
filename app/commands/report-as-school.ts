import type { Transaction } from "#app/data/database.ts";
import { readSessionTotals, replaceTotals } from "#app/data/evaluation-totals.ts";
import { addHistory } from "#app/data/history.ts";
import { lockSession } from "#app/data/kept-messages.ts";
import { keepSchoolReport } from "#app/data/school-answers.ts";
import { findSchoolSession, type SchoolSession } from "#app/data/school-page.ts";
import { findSession } from "#app/data/sessions.ts";
import { reportRefusal, type SchoolReport } from "#app/domain/schools/school-report.ts";
import { isAwaitingCloseOut } from "#app/domain/sessions/status.ts";
import { SCHOOL } from "./answer-as-school.ts";
import { closeOutSession } from "./close-out-session.ts";
import type { CommandContext } from "./command-context.ts";

export type SchoolReportOutcome =
	/** `closedOut`: nothing was recorded before, and this is the record now. */
	| { ok: true; closedOut: boolean }
	| { ok: false; reason: "not_found" }
	| { ok: false; reason: "cancelled" | "not_over" | "too_late"; session: SchoolSession };

/**
 * Keeps what a contact says happened, beside the team's own record. Where the session is over and
 * nothing is recorded of it, it is closed out with what they say; a record that is there already is
 * never touched by it.
 */
export async function reportAsSchool(
	context: CommandContext,
	contactId: string,
	reference: string,
	report: SchoolReport,
): Promise<SchoolReportOutcome> {
	const { client } = context.database;
	const session = await findSchoolSession(client, contactId, reference);
	if (!session) return { ok: false, reason: "not_found" };
	const refusal = reportRefusal(session, context.now);
	if (refusal) return { ok: false, reason: refusal, session };
	const inviteId = session.invite.id;
	const keep = async (tx: Transaction, closedOut: boolean) => {
		await keepSchoolReport(tx, { inviteId, report, closedOut, now: context.now });
		await keepTotals(tx, session.id, report.totals, context.now);
	};

	const whole = await findSession(client, reference);
	if (whole && isAwaitingCloseOut(whole, context.now)) {
		const asSchool = { ...context, actor: { userId: "", name: SCHOOL } };
		const also = (tx: Transaction) => keep(tx, true);
		const closed = await closeOutSession(asSchool, whole, report.closeOut, { bySchool: also });
		if (closed.ok) return { ok: true, closedOut: true };
		// Somebody recorded it, or changed it, at this moment: what the school says stands beside.
	}
	await context.database.transaction(async (tx) => {
		await lockSession(tx, reference);
		await keep(tx, false);
		await addHistory(tx, {
			at: context.now,
			actorId: null,
			actorName: SCHOOL,
			subject: "session",
			subjectId: session.id,
			what: "The school said what happened",
		});
	});
	return { ok: true, closedOut: false };
}

/** why the look: the team may have entered its own since the form was opened, and they are better. */
async function keepTotals(
	tx: Transaction,
	sessionId: string,
	totals: SchoolReport["totals"],
	now: Date,
): Promise<void> {
	if (totals === null) return;
	const kept = await readSessionTotals(tx, sessionId);
	if (kept.some(({ bySchool }) => !bySchool)) return;
	await replaceTotals(tx, { sessionId, totals, bySchool: true, byName: SCHOOL, now });
}
