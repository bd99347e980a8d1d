import type { Asked, Better } from "#app/domain/evaluation/question-input.ts";
import { noAnswers, type Tally } from "#app/domain/evaluation/shares.ts";
import type { Moment } from "#app/domain/evaluation/totals-input.ts";
import type { ChosenFilter } from "#app/domain/sessions/filter-choices.ts";
import type { Reader } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { sessionWhere } from "./session-where.ts";

interface Query {
	chosen: ChosenFilter;
	now: Date;
}

/** How often each of 1 to 5 was given. */
export type Scores = readonly [number, number, number, number, number];

/** One wording of one statement, with all answers that were given to it. */
export interface EvaluatedVersion {
	questionId: string;
	versionId: string;
	version: number;
	/** Whether it is the wording that is asked now. */
	newest: boolean;
	asks: Asked;
	/** The theme or programme it is put at; null for all. */
	about: string | null;
	text: string;
	better: Better;
	position: number;
	/** Of young people, with how many sessions they come from. */
	totals: Record<Moment, Tally & { sessions: number }>;
	/** Of teachers. */
	scores: Scores;
}

/** What was answered about the delivered sessions of a filter: only wordings that were answered. */
export async function readEvaluation(reader: Reader, query: Query): Promise<EvaluatedVersion[]> {
	const [totals, scores] = await Promise.all([totalRows(reader, query), scoreRows(reader, query)]);
	const ids = [...new Set([...totals, ...scores].map(({ versionId }) => versionId))];
	const versions = await reader.evaluationQuestionVersion.findMany({
		where: { id: { in: ids } },
		include: {
			question: {
				include: {
					theme: { select: { name: true } },
					programme: { select: { name: true } },
					versions: { orderBy: { version: "desc" }, take: 1, select: { id: true } },
				},
			},
		},
	});
	const evaluated = versions.map(({ id, question, version, text, better }) => ({
		questionId: question.id,
		versionId: id,
		version,
		newest: question.versions[0]?.id === id,
		asks: question.asks as Asked,
		about: question.theme?.name ?? question.programme?.name ?? null,
		text,
		better: better as Better,
		position: question.position,
		totals: { before: tallyOf(totals, id, "before"), after: tallyOf(totals, id, "after") },
		scores: scoresOf(scores, id),
	}));
	return evaluated.sort(
		(a, b) =>
			a.position - b.position ||
			(a.questionId < b.questionId ? -1 : a.questionId > b.questionId ? 1 : b.version - a.version),
	);
}

type Counted = bigint | number;
type TotalRow = Record<"agree" | "unsure" | "disagree" | "sessions", Counted> & {
	versionId: string;
	moment: string;
};

async function totalRows(reader: Reader, { chosen, now }: Query): Promise<TotalRow[]> {
	return reader.$queryRaw<TotalRow[]>(Prisma.sql`
		SELECT t."versionId", t."moment", COUNT(*) AS "sessions", SUM(t."agree") AS "agree",
			SUM(t."unsure") AS "unsure", SUM(t."disagree") AS "disagree"
		FROM "EvaluationTotal" t JOIN "Session" s ON s."id" = t."sessionId"
		WHERE s."status" = 'delivered' AND ${sessionWhere(chosen, now)}
		GROUP BY t."versionId", t."moment"`);
}

interface ScoreRow {
	versionId: string;
	score: Counted;
	teachers: Counted;
}

async function scoreRows(reader: Reader, { chosen, now }: Query): Promise<ScoreRow[]> {
	return reader.$queryRaw<ScoreRow[]>(Prisma.sql`
		SELECT t."versionId", t."score", COUNT(*) AS "teachers"
		FROM "TeacherScore" t
			JOIN "SchoolReport" r ON r."id" = t."reportId"
			JOIN "Invite" i ON i."id" = r."inviteId"
			JOIN "Session" s ON s."id" = i."sessionId"
		WHERE s."status" = 'delivered' AND ${sessionWhere(chosen, now)}
		GROUP BY t."versionId", t."score"`);
}

function tallyOf(rows: readonly TotalRow[], id: string, moment: Moment) {
	const row = rows.find((one) => one.versionId === id && one.moment === moment);
	if (!row) return { ...noAnswers, sessions: 0 };
	const { agree, unsure, disagree, sessions } = row;
	return {
		agree: Number(agree),
		unsure: Number(unsure),
		disagree: Number(disagree),
		sessions: Number(sessions),
	};
}

function scoresOf(rows: readonly ScoreRow[], id: string): Scores {
	const of = (score: number) =>
		Number(rows.find((row) => row.versionId === id && Number(row.score) === score)?.teachers ?? 0);
	return [of(1), of(2), of(3), of(4), of(5)];
}
