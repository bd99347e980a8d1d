import type { ReachRead } from "#app/data/reach.ts";
import { formatAverage, formatCount } from "#app/domain/format-number.ts";
import { type Grouping, groupingLabels, sharesSessions } from "#app/domain/reach/groupings.ts";
import { type NamedPart, type Naming, namedParts } from "#app/domain/reach/named-parts.ts";
import { type Overlap, overlapOf } from "#app/domain/reach/overlap.ts";
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
	/** Young people in a session, on average. */
	average: string;
}

/** Reach split by something: bars, largest first, and a table of all its figures. */
export function splitView(by: Grouping, read: ReachRead, naming: Naming) {
	const parts = namedParts(by, read.parts.get(by) ?? [], naming);
	const { from, to } = naming.period;
	const whole = { ...naming.chosen.filter, from, to, status: "delivered" as const };
	const what = groupingLabels[by];
	const overlap = overlapOf(parts, read.total);
	return {
		by,
		title: `By ${what.toLowerCase()}`,
		column: what,
		rows: parts.map((part) => rowOf(part.label, part, listingHref("/sessions", part.filter))),
		total: rowOf("All", read.total, listingHref("/sessions", whole)),
		/** Parts that share sessions do not add up to the total, and the page says why. */
		shares: sharesSessions(by) && overlap.sessions > 0 ? shareWords(by) : null,
		sums: by === "agency" && overlap.sessions > 0 ? sumsOf(parts, overlap, read.total) : [],
		pages: null as Pages | null,
		// The themes are drawn by month instead.
		chart: by === "theme" ? null : draw(by, what, parts),
		left: Math.max(0, parts.filter(({ youngPeople }) => youngPeople > 0).length - BARS_AT_MOST),
	};
}

/** Which page of the rows is shown. */
export interface Pages {
	page: number;
	pageSize: number;
	total: number;
	items: string;
	/** The address of the first. */
	href: string;
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
		average: formatAverage(figures.youngPeople, figures.sessions),
	};
}

/** "In sessions: Northmoor Police 210 + Northmoor Fire and Rescue 180 − 90 given together = 300." */
function sumsOf(parts: readonly NamedPart[], overlap: Overlap, total: Overlap): string[] {
	const sum = (words: string, of: (figures: Overlap) => number) => {
		const terms = parts.map((part) => `${part.label} ${formatCount(of(part))}`).join(" + ");
		const twice = `${formatCount(of(overlap))} counted by more than one`;
		return `In ${words}: ${terms} − ${twice} = ${formatCount(of(total))}.`;
	};
	return [
		sum("sessions", ({ sessions }) => sessions),
		sum("young people", ({ youngPeople }) => youngPeople),
	];
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
