interface Point {
	x: number;
	y: number;
}

interface Cluster {
	text: string;
	dots: readonly Point[];
}

export interface Label extends Point {
	text: string;
}

// Of the map's text, in its own units.
const LETTER = 7;
const LINE = 15;
const ABOVE = 11;

/**
 * Where the names of groups of dots stand: above the highest dot of each, in the middle of them, and
 * a line further up or down while another name is there already. Inside the map's width.
 */
export function placeLabels(clusters: readonly Cluster[], width: number): Label[] {
	const placed: Label[] = [];
	for (const { text, dots } of clusters) {
		const half = (text.length * LETTER) / 2;
		const middle = dots.reduce((sum, { x }) => sum + x, 0) / dots.length;
		const x = Math.round(Math.min(Math.max(middle, half + 4), width - half - 4));
		const top = Math.round(Math.min(...dots.map(({ y }) => y)) - ABOVE);
		const steps = [0, 1, -1, 2, -2, 3, -3];
		const free = steps.find(
			(step) => !placed.some((one) => overlaps(one, { text, x, y: top - step * LINE })),
		);
		placed.push({ text, x, y: Math.max(LINE, top - (free ?? 0) * LINE) });
	}
	return placed;
}

function overlaps(one: Label, other: Label): boolean {
	const widths = ((one.text.length + other.text.length) * LETTER) / 2;
	return Math.abs(one.x - other.x) < widths && Math.abs(one.y - other.y) < LINE;
}
