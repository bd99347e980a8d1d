import { findQuestion, updateQuestion } from "#app/data/evaluation-questions.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome } from "./register-outcome.ts";

/** Asks a statement no more, or again; what was answered stays in the reports. */
export async function retireQuestion(
	context: CommandContext,
	id: string,
	retired: boolean,
): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const question = await findQuestion(tx, id);
		if (!question) return { ok: false, reason: "not_found" };
		if ((question.retiredAt !== null) === retired) return { ok: true, id };
		await updateQuestion(tx, id, { retiredAt: retired ? context.now : null });
		const what = retired ? "Question retired" : "Question brought back";
		await note(tx, context, ["question", id], { what });
		return { ok: true, id };
	});
}
