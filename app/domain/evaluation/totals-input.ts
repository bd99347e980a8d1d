import { count } from "#app/domain/text.ts";
import type { Tally } from "./shares.ts";

export const moments = ["before", "after"] as const;
export type Moment = (typeof moments)[number];

export const momentLabels: Record<Moment, string> = { before: "Before", after: "After" };

export const answers = ["agree", "unsure", "disagree"] as const;

export const answerLabels: Record<keyof Tally, string> = {
	agree: "Agree",
	unsure: "Unsure",
	disagree: "Disagree",
};

const MOST = 2000;

/** How many gave each answer to one statement at one moment. */
export interface EnteredTotal extends Tally {
	versionId: string;
	moment: Moment;
}

/** The name of a box in a form. */
export function boxName(moment: Moment, versionId: string, answer: keyof Tally): string {
	return `${moment}.${versionId}.${answer}`;
}

export type ReadTotals =
	| { ok: true; totals: EnteredTotal[] }
	| { ok: false; errors: { field: string; message: string }[] };

/**
 * The totals in a form's boxes. A statement whose boxes are all empty, or all 0, was not asked; of
 * one that was asked an empty box means nobody.
 */
export function readTotals(
	versionIds: readonly string[],
	textOf: (field: string) => string,
): ReadTotals {
	const errors: { field: string; message: string }[] = [];
	const totals: EnteredTotal[] = [];
	for (const versionId of versionIds) {
		for (const moment of moments) {
			const tally = { agree: 0, unsure: 0, disagree: 0 };
			for (const answer of answers) {
				const field = boxName(moment, versionId, answer);
				const what = `the number who chose ${answerLabels[answer].toLowerCase()}, ${moment}`;
				const parsed = count(MOST, what, { blank: 0 }).safeParse(textOf(field));
				if (parsed.success) tally[answer] = parsed.data;
				else errors.push({ field, message: parsed.error.issues[0]?.message ?? `Enter ${what}` });
			}
			if (Object.values(tally).some((number) => number > 0)) {
				totals.push({ versionId, moment, ...tally });
			}
		}
	}
	return errors.length > 0 ? { ok: false, errors } : { ok: true, totals };
}

/**
 * Whether a form answers a wording that is not asked any more: the questions were edited while it was
 * being filled in, and what was typed belongs to other words.
 */
export function answersOldWords(
	sent: Readonly<Record<string, unknown>>,
	versionIds: readonly string[],
): boolean {
	return Object.entries(sent).some(([field, value]) => {
		const [, versionId] = /^(?:before|after|score)\.([^.]+)/.exec(field) ?? [];
		return versionId !== undefined && value !== "" && !versionIds.includes(versionId);
	});
}

/** What to do about it. */
export const OLD_WORDS =
	"The questions were changed while you were at it: look at the new words and answer again";

/**
 * The largest number of answers where that is more than can have been there; null when all fits.
 * @param headcount young people who came, or are expected
 */
export function moreThanCame(totals: readonly Tally[], headcount: number | null): number | null {
	if (headcount === null) return null;
	const most = Math.max(
		0,
		...totals.map(({ agree, unsure, disagree }) => agree + unsure + disagree),
	);
	return most > headcount ? most : null;
}
