/** Fewer answers than this are never put as a share: each is a tenth or more, and may be known. */
export const FEWEST_FOR_SHARE = 10;

export interface Tally {
	agree: number;
	unsure: number;
	disagree: number;
}

export const noAnswers: Tally = { agree: 0, unsure: 0, disagree: 0 };

export function answersIn({ agree, unsure, disagree }: Tally): number {
	return agree + unsure + disagree;
}

/** Whole percent, or null where there are too few answers for one. */
export function percentOf(part: number, all: number): number | null {
	return all < FEWEST_FOR_SHARE ? null : Math.round((part / all) * 100);
}

/** "36 of 48 (75%)"; without the share where the answers are too few for one. */
export function shareWords(part: number, all: number): string {
	if (all === 0) return "No answers";
	const percent = percentOf(part, all);
	return `${part} of ${all}${percent === null ? "" : ` (${percent}%)`}`;
}

/**
 * What changed from before to after, in words; null while either side has too few answers to be put
 * as a share.
 */
export function changeWords(before: Tally, after: Tally, better: "agree" | "disagree") {
	const [was, is] = [before, after].map((tally) => percentOf(tally[better], answersIn(tally)));
	if (was == null || is == null) return null;
	if (was === is) return `${is}% before and after`;
	return `From ${was}% to ${is}%`;
}
