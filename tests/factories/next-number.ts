const counters = new Map<string, number>();

/** 0, 1, 2, … for each kind of thing: names differ within a test file and are the same in each run. */
export function nextNumber(kind: string): number {
	const number = counters.get(kind) ?? 0;
	counters.set(kind, number + 1);
	return number;
}

/** The names of two lists combined, then again with a number at the end. */
export function nameNumber(
	number: number,
	first: readonly string[],
	second: readonly string[],
): string {
	const combinations = first.length * second.length;
	const round = Math.floor(number / combinations);
	const words = [
		first[number % first.length],
		second[Math.floor(number / first.length) % second.length],
		...(round > 0 ? [String(round + 1)] : []),
	];
	return words.join(" ");
}
