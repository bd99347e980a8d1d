import { readSessionTotals, replaceTotals } from "#app/data/evaluation-totals.ts";
import { addHistory } from "#app/data/history.ts";
import { lockSession } from "#app/data/kept-messages.ts";
import { findSession } from "#app/data/sessions.ts";
import { answersIn } from "#app/domain/evaluation/shares.ts";
import { totalsRefusal } from "#app/domain/evaluation/totals-allowed.ts";
import { type EnteredTotal, moreThanCame } from "#app/domain/evaluation/totals-input.ts";
import type { CommandContext } from "./command-context.ts";

export type TotalsOutcome =
	/** `tooMany`: the most answers to one statement, where that is more than can have been there. */
	| { ok: true; answers: number; tooMany: { answers: number; headcount: number } | null }
	| { ok: false; reason: "not_found" | "not_held" };

/** Keeps how a group answered before and after a session: all of it as it is entered now. */
export async function enterTotals(
	context: CommandContext,
	reference: string,
	totals: readonly EnteredTotal[],
): Promise<TotalsOutcome> {
	return context.database.transaction(async (tx): Promise<TotalsOutcome> => {
		await lockSession(tx, reference);
		const session = await findSession(tx, reference);
		if (!session) return { ok: false, reason: "not_found" };
		if (totalsRefusal(session, context.now)) return { ok: false, reason: "not_held" };
		const before = await readSessionTotals(tx, session.id);
		const answers = totals.reduce((sum, total) => sum + answersIn(total), 0);
		const headcount = session.closeOut?.youngPeople ?? session.expectedYoungPeople;
		const most = moreThanCame(totals, headcount);
		const tooMany = most === null ? null : { answers: most, headcount };
		if (same(before, totals)) return { ok: true, answers, tooMany };
		const entered = { sessionId: session.id, totals, bySchool: false, now: context.now };
		await replaceTotals(tx, { ...entered, byName: context.actor.name });
		await addHistory(tx, {
			at: context.now,
			actorId: context.actor.userId,
			actorName: context.actor.name,
			subject: "session",
			subjectId: session.id,
			what: "Evaluation entered",
			changes: [{ label: "Answers", from: countOf(before), to: String(answers) }],
		});
		return { ok: true, answers, tooMany };
	});
}

function countOf(totals: readonly EnteredTotal[]): string | null {
	return totals.length === 0
		? null
		: String(totals.reduce((sum, total) => sum + answersIn(total), 0));
}

function same(
	before: readonly (EnteredTotal & { bySchool: boolean })[],
	now: readonly EnteredTotal[],
) {
	const spelt = (totals: readonly EnteredTotal[]) =>
		totals
			.map(({ versionId, moment, agree, unsure, disagree }) =>
				[versionId, moment, agree, unsure, disagree].join(" "),
			)
			.sort()
			.join("\n");
	return before.every(({ bySchool }) => !bySchool) && spelt(before) === spelt(now);
}
