import { z } from "zod";
import { chosen, count, singleLine } from "#app/domain/text.ts";

/** Whom a statement is put to, and how they answer it. */
export const askedLabels = {
	pupils: "Young people, before and after",
	teachers: "Teachers, afterwards",
} as const;
export type Asked = keyof typeof askedLabels;

/** Which answer shows that something was learned. */
export const betterLabels = { agree: "Agree", disagree: "Disagree" } as const;
export type Better = keyof typeof betterLabels;

const MAX_POSITION = 999;
const ABOUT = /^(theme|programme):(.+)$/;

/** Which sessions a statement is put at: "" for all, "theme:ID" or "programme:ID". */
const about = z
	.string({ error: "Choose which sessions it is for" })
	.transform((text, ctx): { themeId: string | null; programmeId: string | null } => {
		if (text === "") return { themeId: null, programmeId: null };
		const [, kind, id] = ABOUT.exec(text) ?? [];
		const parsed = chosen("which sessions it is for").safeParse(id);
		if (!parsed.success) {
			ctx.issues.push({
				code: "custom",
				message: "Choose which sessions it is for",
				input: text,
			});
			return z.NEVER;
		}
		return kind === "theme"
			? { themeId: parsed.data, programmeId: null }
			: { themeId: null, programmeId: parsed.data };
	});

/** What an edit may change: the words make a new version, the place in the list does not. */
export const questionEdit = z.object({
	text: singleLine(200, "the statement"),
	better: z.enum(["agree", "disagree"], { error: "Choose which answer is the better one" }),
	position: count(MAX_POSITION, "the place in the list", { blank: 0 }),
});

export const questionInput = questionEdit.extend({
	asks: z.enum(["pupils", "teachers"], { error: "Choose who is asked" }),
	about,
});

export type QuestionEdit = z.output<typeof questionEdit>;
export type QuestionInput = z.output<typeof questionInput>;

/** Statements to begin with, for a partnership that has none of its own yet. */
export const usualQuestions: readonly Omit<QuestionInput, "about" | "position">[] = [
	{ asks: "pupils", text: "Carrying a knife makes me feel safer", better: "disagree" },
	{ asks: "pupils", text: "I know where to get help", better: "agree" },
	{ asks: "teachers", text: "The session was right for the age of the group", better: "agree" },
	{ asks: "teachers", text: "The group now knows where to get help", better: "agree" },
	{ asks: "teachers", text: "We would have the team again", better: "agree" },
];
