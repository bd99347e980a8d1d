// why: grouping by hand prints the same on every build of Node and needs no locale data.
/** A whole number as people read it: 4316 is "4,316". */
export function formatCount(count: number): string {
	return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** "1 young person", "4,316 young people". */
export function countOf(count: number, one: string, many: string): string {
	return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function listOf(items: readonly string[]): string {
	if (items.length < 2) return items.join("");
	return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** A share in whole percent: "67%". Only all is 100% and only none is 0%. */
export function formatPercent(part: number, whole: number): string {
	if (whole === 0) return "–";
	if (part > 0 && part * 100 < whole) return "under 1%";
	if (part < whole && part * 100 > whole * 99) return "over 99%";
	return `${Math.round((part * 100) / whole)}%`;
}

/** How many on average, to one decimal: "28.3"; "–" of nothing. */
export function formatAverage(total: number, of: number): string {
	if (of === 0) return "–";
	const tenths = Math.round((total * 10) / of);
	const rest = tenths % 10;
	return `${formatCount((tenths - rest) / 10)}${rest === 0 ? "" : `.${rest}`}`;
}
