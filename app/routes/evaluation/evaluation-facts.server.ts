import { type EvaluatedVersion, readEvaluation } from "#app/data/evaluation-report.ts";
import { betterLabels } from "#app/domain/evaluation/question-input.ts";
import {
	answersIn,
	changeWords,
	FEWEST_FOR_SHARE,
	shareWords,
} from "#app/domain/evaluation/shares.ts";
import {
	answerLabels,
	answers,
	momentLabels,
	moments,
} from "#app/domain/evaluation/totals-input.ts";
import { countOf } from "#app/domain/format-number.ts";
import { listingHref } from "#app/domain/sessions/session-filter.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { readPeriodReport } from "#app/routes/reach/read-period-report.ts";
import { shareBars } from "#app/ui/share-bars.server.ts";

export const PATH = "/evaluation";

/** What was answered about the delivered sessions of a period, by statement. */
export async function evaluationFacts(entered: Entered, url: URL) {
	const { report, ...asked } = await readPeriodReport(entered, url, PATH);
	if (!report) return { ...asked, shown: null };
	const query = { chosen: report.chosen, now: entered.now };
	const versions = await readEvaluation(entered.app.database.client, query);
	return {
		...asked,
		shown: {
			period: report.period.label,
			ranges: report.ranges,
			words: report.words,
			csv: listingHref(`${PATH}.csv`, report.filter),
			statements: versions.filter(({ asks }) => asks === "pupils").map(statementFacts),
			teachers: versions.filter(({ asks }) => asks === "teachers").map(teacherFacts),
		},
	};
}

export type EvaluationFacts = Awaited<ReturnType<typeof evaluationFacts>>;
export type StatementFacts = ReturnType<typeof statementFacts>;
export type TeacherFacts = ReturnType<typeof teacherFacts>;

/** One wording of a statement with how it was answered before and after. */
export function statementFacts(version: EvaluatedVersion) {
	const { versionId, text, about, better, totals, newest } = version;
	const { before, after } = totals;
	const all = { before: answersIn(before), after: answersIn(after) };
	return {
		key: versionId,
		text,
		about: about ?? "All sessions",
		older: newest ? null : `As it was asked before (wording ${version.version})`,
		rows: answers.map((answer) => ({
			label: answerLabels[answer],
			better: answer === better,
			before: shareWords(before[answer], all.before),
			after: shareWords(after[answer], all.after),
		})),
		total: {
			before: totalWords(all.before, before.sessions),
			after: totalWords(all.after, after.sessions),
		},
		/** Of the chart: unique on the page. */
		caption: `“${text}”${newest ? "" : `, wording ${version.version},`} in shares`,
		finding: findingOf(version, all),
		chart: draw(version, all),
	};
}

function totalWords(all: number, sessions: number): string {
	return all === 0 ? "0" : `${all}, from ${countOf(sessions, "session", "sessions")}`;
}

type Answered = { before: number; after: number };

function findingOf({ better, totals }: EvaluatedVersion, all: Answered): string {
	const change = changeWords(totals.before, totals.after, better);
	if (change) return `“${betterLabels[better]}” is the better answer. ${change}`;
	const few = moments.filter((moment) => all[moment] < FEWEST_FOR_SHARE);
	const side =
		few.length === 2 ? "before and after" : momentLabels[few[0] ?? "before"].toLowerCase();
	return `Fewer than ten answers ${side}: numbers only, no percentages`;
}

function draw({ versionId, text, totals, better }: EvaluatedVersion, all: Answered) {
	if (all.before < FEWEST_FOR_SHARE || all.after < FEWEST_FOR_SHARE) return null;
	return shareBars({
		id: `answers-${versionId}`,
		title: `${text}: answers before and after`,
		description: changeWords(totals.before, totals.after, better) ?? "",
		data: moments.flatMap((moment) =>
			answers.map((answer) => ({
				label: momentLabels[moment],
				series: answerLabels[answer],
				value: (totals[moment][answer] / all[moment]) * 100,
			})),
		),
	});
}

/** One wording of a statement with how teachers answered it. */
export function teacherFacts(version: EvaluatedVersion) {
	const { versionId, text, about, scores, newest } = version;
	const [stronglyDisagree, disagree, neither, agree, stronglyAgree] = scores;
	const all = scores.reduce((sum, count) => sum + count, 0);
	return {
		key: versionId,
		text: newest ? text : `${text} (wording ${version.version})`,
		about: about ?? "All sessions",
		agree: shareWords(agree + stronglyAgree, all),
		counts: [stronglyAgree, agree, neither, disagree, stronglyDisagree],
	};
}
