import type { ReachRead } from "#app/data/reach.ts";
import { formatCount } from "#app/domain/format-number.ts";
import { type Grouping, groupingLabels, sharesSessions } from "#app/domain/reach/groupings.ts";
import { type NamedPart, type Naming, namedParts } from "#app/domain/reach/named-parts.ts";
import { listingHref } from "#app/domain/sessions/session-filter.ts";
import { sortedBars } from "#app/ui/bar-chart.server.ts";

const BARS_AT_MOST = 15;

export interface SplitRow {
	label: string;
	/** The sessions behind all figures of the row. */
	href: string;
	sessions: string;
	youngPeople: string;
	estimated: string;
	adults: string;
}

/** Reach split by something: bars, largest first, and a table of all its figures. */
export function splitView(by: Grouping, read: ReachRead, naming: Naming) {
	const parts = namedParts(by, read.parts.get(by) ?? [], naming);
	const { from, to } = naming.period;
	const whole = { ...naming.chosen.filter, from, to, status: "delivered" as const };
	const what = groupingLabels[by];
	return {
		by,
		title: `By ${what.toLowerCase()}`,
		column: what,
		rows: parts.map((part) => rowOf(part.label, part, listingHref("/sessions", part.filter))),
		total: rowOf("All", read.total, listingHref("/sessions", whole)),
		/** Parts that share sessions do not add up to the total, and the page says why. */
		shares: sharesSessions(by) && addedUp(parts) > read.total.sessions ? shareWords(by) : null,
		// The themes are drawn by month instead.
		chart: by === "theme" ? null : draw(by, what, parts),
		left: Math.max(0, parts.filter(({ youngPeople }) => youngPeople > 0).length - BARS_AT_MOST),
	};
}

export type SplitView = ReturnType<typeof splitView>;

type Figures = Pick<NamedPart, "sessions" | "youngPeople" | "estimatedDistinct" | "adults">;

function rowOf(label: string, figures: Figures, href: string): SplitRow {
	return {
		label,
		href,
		sessions: formatCount(figures.sessions),
		youngPeople: formatCount(figures.youngPeople),
		estimated: formatCount(figures.estimatedDistinct),
		adults: formatCount(figures.adults),
	};
}

function addedUp(parts: readonly NamedPart[]): number {
	return parts.reduce((sum, part) => sum + part.sessions, 0);
}

function shareWords(by: Grouping): string {
	return by === "agency"
		? "Sessions that two agencies gave together count once in each agency's row and once in the total, so the rows add up to more."
		: "A session with several year groups, and its adults, count in each of their rows and once in the total, so sessions and adults add up to more.";
}

function draw(by: Grouping, what: string, parts: readonly NamedPart[]) {
	const shown = parts
		.filter(({ youngPeople }) => youngPeople > 0)
		.sort((a, b) => b.youngPeople - a.youngPeople)
		.slice(0, BARS_AT_MOST);
	if (shown.length < 2) return null;
	const [most] = shown;
	return sortedBars({
		id: `by-${by}`,
		title: `Young people by ${what.toLowerCase()}`,
		description: most ? `Most: ${most.label}, ${formatCount(most.youngPeople)}.` : "",
		unit: "Young people",
		data: shown.map(({ label, youngPeople }) => ({ label, value: youngPeople })),
	});
}
