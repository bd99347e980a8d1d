import type { Reader } from "#app/data/database.ts";
import { type AskedQuestion, readQuestionsFor } from "#app/data/evaluation-questions.ts";
import type { EvaluatedVersion, Scores } from "#app/data/evaluation-report.ts";
import { type KeptTotal, readSessionTotals } from "#app/data/evaluation-totals.ts";
import { readSchoolReports } from "#app/data/school-answers.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { answersIn, noAnswers } from "#app/domain/evaluation/shares.ts";
import { answers, boxName, moreThanCame } from "#app/domain/evaluation/totals-input.ts";
import { listOf } from "#app/domain/format-number.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { statementFacts, teacherFacts } from "./evaluation-facts.server.ts";

/** The statements of a session: in the wording its answers were given to, else as asked now. */
export async function readSessionStatements(
	reader: Reader,
	session: Pick<SessionRecord, "id" | "programmeId" | "programme">,
): Promise<AskedQuestion[]> {
	const totals = await readSessionTotals(reader, session.id);
	return readQuestionsFor(reader, "pupils", askedAt(session, totals));
}

function askedAt(
	{ programmeId, programme }: Pick<SessionRecord, "programmeId" | "programme">,
	answered: readonly { versionId: string }[],
) {
	const { themeId } = programme;
	return { programmeId, themeId, answered: answered.map(({ versionId }) => versionId) };
}

/** What was answered about one session, and the boxes to enter it. */
export async function sessionAnswers(reader: Reader, session: SessionRecord, sent: Fields | null) {
	const [totals, reports] = await Promise.all([
		readSessionTotals(reader, session.id),
		readSchoolReports(reader, session.id),
	]);
	const scores = reports.flatMap((report) => report.scores);
	const [statements, questions] = await Promise.all([
		readQuestionsFor(reader, "pupils", askedAt(session, totals)),
		readQuestionsFor(reader, "teachers", askedAt(session, scores)),
	]);
	const headcount = session.closeOut?.youngPeople ?? session.expectedYoungPeople;
	const most = moreThanCame(totals, headcount);
	return {
		statements: statements.map(({ versionId, text }) => ({ versionId, text })),
		values: sent ?? valuesOf(totals),
		answered: statements
			.filter(({ versionId }) => totals.some((total) => total.versionId === versionId))
			.map((statement) => statementFacts(evaluated(statement, "pupils", totals, none))),
		teachers: questions
			.map((question) => evaluated(question, "teachers", [], scoresOf(scores, question.versionId)))
			.filter((version) => version.scores.some((count) => count > 0))
			.map(teacherFacts),
		tooMany:
			most === null
				? null
				: {
						code: "more_answers_than_came",
						message: `${most} answers to one statement, but ${headcount} young people ${session.closeOut ? "came" : "are expected"}`,
					},
		by: byWords(totals),
	};
}

const none: Scores = [0, 0, 0, 0, 0];

function scoresOf(scores: readonly { versionId: string; score: number }[], id: string): Scores {
	const of = (score: number) =>
		scores.filter((one) => one.versionId === id && one.score === score).length;
	return [of(1), of(2), of(3), of(4), of(5)];
}

function evaluated(
	{ questionId, versionId, text, better }: AskedQuestion,
	asks: EvaluatedVersion["asks"],
	totals: readonly KeptTotal[],
	scores: Scores,
): EvaluatedVersion {
	const at = (moment: KeptTotal["moment"]) => {
		const total = totals.find((one) => one.versionId === versionId && one.moment === moment);
		return total ? { ...total, sessions: 1 } : { ...noAnswers, sessions: 0 };
	};
	const told = { before: at("before"), after: at("after") };
	const fixed = { version: 1, newest: true, about: "This session", position: 0 };
	return { questionId, versionId, asks, text, better, totals: told, scores, ...fixed };
}

function valuesOf(totals: readonly KeptTotal[]): Fields {
	return Object.fromEntries(
		totals.flatMap((total) =>
			answers.map((answer): [string, string] => [
				boxName(total.moment, total.versionId, answer),
				String(total[answer]),
			]),
		),
	);
}

function byWords(totals: readonly KeptTotal[]): string | null {
	if (totals.length === 0) return null;
	const all = totals.reduce((sum, total) => sum + answersIn(total), 0);
	const names = [...new Set(totals.map(({ enteredByName }) => enteredByName))];
	return `${all} answers, entered by ${listOf(names)}.`;
}
