import type { Transaction } from "#app/data/database.ts";
import { insertQuestion } from "#app/data/evaluation-questions.ts";
import { findProgramme } from "#app/data/programmes.ts";
import { findTheme } from "#app/data/themes.ts";
import type { QuestionInput } from "#app/domain/evaluation/question-input.ts";
import type { CommandContext } from "./command-context.ts";
import { note, type RegisterOutcome, unknownChoice } from "./register-outcome.ts";

/** Adds a statement that is put to young people or to teachers. */
export async function addQuestion(
	context: CommandContext,
	input: QuestionInput,
): Promise<RegisterOutcome> {
	return context.database.transaction(async (tx) => {
		if (!(await isThere(tx, input.about))) return unknownChoice("about");
		return { ok: true, id: await writeQuestion(tx, context, input) };
	});
}

/** Writes it down with its history, in the transaction of whoever adds it. */
export async function writeQuestion(
	tx: Transaction,
	context: CommandContext,
	input: QuestionInput,
): Promise<string> {
	const id = await insertQuestion(tx, input, { now: context.now, byName: context.actor.name });
	const changes = [{ label: "Statement", to: input.text }];
	await note(tx, context, ["question", id], { what: "Question added", changes });
	return id;
}

async function isThere(tx: Transaction, { themeId, programmeId }: QuestionInput["about"]) {
	if (themeId !== null) return (await findTheme(tx, themeId))?.retiredAt === null;
	return programmeId === null || (await findProgramme(tx, programmeId))?.retiredAt === null;
}
