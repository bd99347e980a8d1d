import { FEW, isFew } from "./suppress.ts";

/** A total that may stand beside suppressed counts: exact, or the range they leave open. */
export interface SharedTotal {
	least: number;
	most: number;
	/** How many of the counts are hidden, and what is shown of the others. */
	hidden: number;
	shown: number;
}

/**
 * The total of counts as far as the suppressed ones give it away themselves. It is made of nothing
 * but what is printed beside it: whatever a hidden count is, from 1 to 4, the total reads the same,
 * so that nobody can subtract their way back to it, knowing this rule or not. why not suppressParts:
 * there the total itself has to be told, and parts that are large enough are withheld for it.
 */
export function sharedTotal(counts: readonly number[]): SharedTotal {
	const hidden = counts.filter(isFew).length;
	const shown = counts.reduce((sum, count) => sum + (isFew(count) ? 0 : count), 0);
	return { least: shown + hidden, most: shown + hidden * (FEW - 1), hidden, shown };
}
