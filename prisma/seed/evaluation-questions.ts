import type { Transaction } from "#app/data/database.ts";
import { insertMany } from "#app/data/insert-many.ts";
import type { Asked, Better } from "#app/domain/evaluation/question-input.ts";
import { addDays, type LocalDate } from "#app/domain/time.ts";
import { identifiers, randomNamed } from "./random.ts";
import { ENTERED } from "./register.ts";
import type { DemoWorld } from "./world.ts";

interface Spec {
	asks: Asked;
	/** Words as they were put, the oldest first. */
	texts: readonly string[];
	better: Better;
	/** The name of the theme it is put at; all where left out. */
	theme?: string;
	/** Began so lately that hardly anybody has answered it. */
	fresh?: boolean;
}

const specs: readonly Spec[] = [
	{
		asks: "pupils",
		texts: ["Carrying a knife makes me feel safer"],
		better: "disagree",
		theme: "Knife crime",
	},
	{
		asks: "pupils",
		texts: [
			"I could spot if a friend was being used",
			"I could tell if a friend was being groomed",
		],
		better: "agree",
		theme: "Gangs and county lines",
	},
	{ asks: "pupils", texts: ["I know where to get help"], better: "agree", fresh: true },
	{ asks: "teachers", texts: ["The session was right for the age of the group"], better: "agree" },
	{ asks: "teachers", texts: ["The group now knows where to get help"], better: "agree" },
	{ asks: "teachers", texts: ["We would have the team again"], better: "agree" },
];

/** A small group was the first to be asked the newest statement. */
const FEW = 9;

/** A statement of the demo and the sessions at which it was put. */
export interface AskedInDemo {
	asks: Asked;
	better: Better;
	/** The wording that is asked now. */
	versionOn: string;
	fits(session: HeldSession): boolean;
}

interface HeldSession {
	localDate: LocalDate;
	programme: { themeId: string };
	closeOuts: readonly { youngPeople: number }[];
}

/** Writes the statements; one was worded anew half a year ago, and each wording has its answers. */
export async function questionRows(
	tx: Transaction,
	{ coordinator }: DemoWorld,
	today: LocalDate,
): Promise<AskedInDemo[]> {
	const newId = identifiers(randomNamed("evaluation"));
	const themes = new Map((await tx.theme.findMany()).map(({ id, name }) => [name, id]));
	const reworded = addDays(today, -180);
	const questions: object[] = [];
	const versions: object[] = [];
	const asked: AskedInDemo[] = [];
	for (const [at, { asks, texts, better, theme, fresh }] of specs.entries()) {
		const id = newId(ENTERED);
		const themeId = theme === undefined ? null : (themes.get(theme) ?? null);
		questions.push({ id, asks, themeId, programmeId: null, position: at + 1, retiredAt: null });
		for (const [older, text] of texts.entries()) {
			const versionOn = newId(ENTERED);
			const newest = older === texts.length - 1;
			const createdAt = older === 0 ? ENTERED : new Date(`${reworded}T09:00:00Z`);
			versions.push({
				...{ id: versionOn, questionId: id, version: older + 1, text, better, createdAt },
				createdByName: coordinator.name,
			});
			const inTime = (date: LocalDate) =>
				texts.length === 1 || (newest ? date >= reworded : date < reworded);
			asked.push({
				asks,
				better,
				versionOn,
				fits: ({ programme, localDate, closeOuts }) =>
					(themeId === null || programme.themeId === themeId) &&
					inTime(localDate) &&
					(!fresh || (closeOuts[0]?.youngPeople ?? 0) <= FEW),
			});
		}
	}
	await insertMany(tx, "EvaluationQuestion", questions);
	await insertMany(tx, "EvaluationQuestionVersion", versions);
	return asked;
}
