import { findQuestion, insertVersion, updateQuestion } from "#app/data/evaluation-questions.ts";
import { changesBetween } from "#app/data/history.ts";
import { betterLabels, type QuestionEdit } from "#app/domain/evaluation/question-input.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome } from "./register-outcome.ts";

const labels = { text: "Statement", better: "Better answer", position: "Place in the list" };

/**
 * Changes a statement. Other words, or another better answer, make a new version, which is asked from
 * now on; what was answered before stays with the words it was answered to.
 */
export async function editQuestion(
	context: CommandContext,
	id: string,
	edit: QuestionEdit,
): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		const before = await findQuestion(tx, id);
		if (!before) return { ok: false, reason: "not_found" };
		if (before.retiredAt) return { ok: false, reason: "retired" };
		const changes = changesBetween(labels, worded(before), worded(edit));
		if (changes.length === 0) return { ok: true, id };
		if (edit.position !== before.position) {
			await updateQuestion(tx, id, { position: edit.position });
		}
		if (edit.text !== before.text || edit.better !== before.better) {
			await insertVersion(tx, before, edit, { now: context.now, byName: context.actor.name });
		}
		await note(tx, context, ["question", id], { what: "Question edited", changes });
		return { ok: true, id };
	});
}

function worded({ text, better, position }: QuestionEdit) {
	return { text, better: betterLabels[better], position };
}
