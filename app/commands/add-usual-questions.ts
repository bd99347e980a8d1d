import { listQuestions } from "#app/data/evaluation-questions.ts";
import { usualQuestions } from "#app/domain/evaluation/question-input.ts";
import { writeQuestion } from "./add-question.ts";
import type { CommandContext } from "./command-context.ts";

/** Gives a partnership that has no statements yet some to begin with; `added` is 0 where it has. */
export async function addUsualQuestions(
	context: CommandContext,
): Promise<{ ok: true; added: number }> {
	return context.database.transaction(async (tx) => {
		if ((await listQuestions(tx)).length > 0) return { ok: true, added: 0 };
		const about = { themeId: null, programmeId: null };
		for (const [at, question] of usualQuestions.entries()) {
			await writeQuestion(tx, context, { ...question, about, position: at + 1 });
		}
		return { ok: true, added: usualQuestions.length };
	});
}
