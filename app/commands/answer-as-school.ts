import { addHistory } from "#app/data/history.ts";
import { lockSession } from "#app/data/kept-messages.ts";
import { keepSchoolAnswer } from "#app/data/school-answers.ts";
import { findSchoolSession, type SchoolSession } from "#app/data/school-page.ts";
import {
	answerRefusal,
	type SchoolAnswer,
	type SchoolAnswerKind,
} from "#app/domain/schools/school-answer.ts";
import type { CommandContext } from "./command-context.ts";

export type SchoolAnswerOutcome =
	| { ok: true }
	/** `changed`: it is not what was before their eyes any more; `session` is how it is. */
	| { ok: false; reason: "not_found" }
	| { ok: false; reason: "cancelled" | "begun" | "changed"; session: SchoolSession };

/** As history tells it. why without the words: history is kept for good, and they may name people. */
const what: Record<SchoolAnswerKind, string> = {
	accepted: "Accepted by the school",
	declined: "Declined by the school",
	another_time: "The school asks for another time",
};

/** Keeps a contact's answer to an invite, given on their own page. */
export async function answerAsSchool(
	context: CommandContext,
	contactId: string,
	reference: string,
	{ answer, note, sequence }: SchoolAnswer,
): Promise<SchoolAnswerOutcome> {
	return context.database.transaction(async (tx): Promise<SchoolAnswerOutcome> => {
		// why: a move that is just being saved takes the answer away, and must not be overtaken.
		await lockSession(tx, reference);
		const session = await findSchoolSession(tx, contactId, reference);
		if (!session) return { ok: false, reason: "not_found" };
		const refusal = answerRefusal(session, context.now);
		if (refusal) return { ok: false, reason: refusal, session };
		if (session.sequence !== sequence) return { ok: false, reason: "changed", session };
		const { id: inviteId, answer: before, note: noteBefore } = session.invite;
		if (before === answer && noteBefore === (note ?? "")) return { ok: true };
		await keepSchoolAnswer(tx, { inviteId, answer, note: note ?? "", now: context.now });
		await addHistory(tx, {
			at: context.now,
			actorId: null,
			actorName: SCHOOL,
			subject: "session",
			subjectId: session.id,
			what: what[answer],
		});
		return { ok: true };
	});
}

/** Who acts on a school's page, wherever that is written down: by role, and by nobody's name. */
export const SCHOOL = "The school";
