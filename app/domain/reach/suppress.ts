import { formatCount } from "#app/domain/format-number.ts";

/** Fewer people than this could be recognised by those who know the school. */
export const FEW = 5;
export const FEW_WORDS = "fewer than 5";

export function isFew(count: number): boolean {
	return count > 0 && count < FEW;
}

/**
 * A count of people as it may leave the team: 1 to 4 could be recognised by those who know the
 * school. For several counts that add up to another one that is told, see suppressParts.
 */
export function suppressSmall(count: number): string {
	return isFew(count) ? FEW_WORDS : String(count);
}

/** How a part is told: as it is, as "fewer than 5", or not at all. */
export type PartShown = "exact" | "few" | "withheld";

/**
 * How the parts of a total that is told may be told themselves, so that none of 1 to 4 can be worked
 * out by subtraction: others are withheld with it until each of the few could be anything from 1 to
 * 4. Null where that cannot be reached, and no part may be told.
 * why the first large enough and not the smallest: an order by size would itself tell of the sizes.
 */
export function suppressParts(parts: readonly number[]): PartShown[] | null {
	const shown: PartShown[] = parts.map((count) => (isFew(count) ? "few" : "exact"));
	const few = parts.filter(isFew);
	if (few.length === 0 || isProtected(few, [])) return shown;
	const withheld: number[] = [];
	for (const [at, count] of parts.entries()) {
		if (count < FEW) continue;
		shown[at] = "withheld";
		withheld.push(count);
		if (isProtected(few, withheld)) return shown;
	}
	return null;
}

/**
 * Whoever knows what all hidden parts add up to, that the few are 1 to 4 and that the withheld are 5
 * or more, must find every number from 1 to 4 possible for each of the few.
 */
function isProtected(few: readonly number[], withheld: readonly number[]): boolean {
	const sum = [...few, ...withheld].reduce((total, count) => total + count, 0);
	const others = few.length - 1;
	const mayBeFour = sum - (FEW - 1) >= others + FEW * withheld.length;
	const mayBeOne = withheld.length > 0 || sum - 1 <= others * (FEW - 1);
	return mayBeFour && mayBeOne;
}

/** Parts of a total in words that may be told, "1,200", "fewer than 5" or "not shown". */
export function partWords(parts: readonly number[]): string[] {
	const shown = suppressParts(parts);
	return parts.map((count, at) => {
		const as = shown ? shown[at] : count === 0 ? "exact" : "withheld";
		if (as === "few") return FEW_WORDS;
		return as === "withheld" ? "not shown" : formatCount(count);
	});
}
