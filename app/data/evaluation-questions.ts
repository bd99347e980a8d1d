import type {
	Asked,
	Better,
	QuestionEdit,
	QuestionInput,
} from "#app/domain/evaluation/question-input.ts";
import type { Reader, Transaction } from "./database.ts";
import type { Prisma } from "./generated/sqlite/client.ts";

const whole = {
	theme: { select: { name: true } },
	programme: { select: { name: true } },
	versions: {
		orderBy: { version: "desc" },
		include: { _count: { select: { totals: true, scores: true } } },
	},
} satisfies Prisma.EvaluationQuestionInclude;

type Row = Prisma.EvaluationQuestionGetPayload<{ include: typeof whole }>;

function recordOf({ theme, programme, versions, asks, ...row }: Row) {
	const [newest] = versions;
	if (!newest) throw new Error(`Question ${row.id} has no words`);
	return {
		...row,
		asks: asks as Asked,
		about: theme?.name ?? programme?.name ?? null,
		text: newest.text,
		better: newest.better as Better,
		/** Newest first. */
		versions: versions.map(({ _count, better, ...version }) => ({
			...version,
			better: better as Better,
			/** How many totals or scores were given to these words. */
			answers: _count.totals + _count.scores,
		})),
	};
}

export type QuestionRecord = ReturnType<typeof recordOf>;

/** Every statement, in the order in which it is asked, retired ones last. */
export async function listQuestions(reader: Reader): Promise<QuestionRecord[]> {
	const rows = await reader.evaluationQuestion.findMany({
		include: whole,
		orderBy: [{ asks: "asc" }, { position: "asc" }, { id: "asc" }],
	});
	const records = rows.map(recordOf);
	return [
		...records.filter(({ retiredAt }) => !retiredAt),
		...records.filter((one) => one.retiredAt),
	];
}

export async function findQuestion(reader: Reader, id: string): Promise<QuestionRecord | null> {
	const row = await reader.evaluationQuestion.findUnique({ where: { id }, include: whole });
	return row && recordOf(row);
}

interface By {
	now: Date;
	byName: string;
}

export async function insertQuestion(
	tx: Transaction,
	{ asks, about, position, text, better }: QuestionInput,
	{ now, byName }: By,
): Promise<string> {
	const { id } = await tx.evaluationQuestion.create({
		data: {
			...{ asks, position, ...about },
			versions: { create: { version: 1, text, better, createdAt: now, createdByName: byName } },
		},
	});
	return id;
}

/** Puts new words in force; those before stay as they were asked. */
export async function insertVersion(
	tx: Transaction,
	{ id, versions }: QuestionRecord,
	{ text, better }: QuestionEdit,
	{ now, byName }: By,
): Promise<void> {
	const version = (versions[0]?.version ?? 0) + 1;
	await tx.evaluationQuestionVersion.create({
		data: { questionId: id, version, text, better, createdAt: now, createdByName: byName },
	});
}

export async function updateQuestion(
	tx: Transaction,
	id: string,
	data: { position?: number; retiredAt?: Date | null },
): Promise<void> {
	await tx.evaluationQuestion.update({ where: { id }, data });
}

/** A statement as it is put at one session. */
export interface AskedQuestion {
	questionId: string;
	versionId: string;
	text: string;
	better: Better;
}

interface AskedAt {
	programmeId: string;
	themeId: string;
	/** Versions that this session's answers were given to: they go on standing for their question. */
	answered: readonly string[];
}

/** The statements for one kind of reader at a session, each in one version of its words. */
export async function readQuestionsFor(
	reader: Reader,
	asks: Asked,
	{ programmeId, themeId, answered }: AskedAt,
): Promise<AskedQuestion[]> {
	const rows = await reader.evaluationQuestion.findMany({
		where: { asks },
		include: { versions: { orderBy: { version: "desc" } } },
		orderBy: [{ position: "asc" }, { id: "asc" }],
	});
	return rows.flatMap((row) => {
		const old = row.versions.find(({ id }) => answered.includes(id));
		const fits =
			row.retiredAt === null &&
			(row.programmeId ?? programmeId) === programmeId &&
			(row.themeId ?? themeId) === themeId;
		const version = old ?? (fits ? row.versions[0] : undefined);
		if (!version) return [];
		const { id: versionId, text, better } = version;
		return [{ questionId: row.id, versionId, text, better: better as Better }];
	});
}
