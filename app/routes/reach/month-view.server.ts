import type { ReachRead } from "#app/data/reach.ts";
import { formatCount } from "#app/domain/format-number.ts";
import { formatShortMonth } from "#app/domain/format-time.ts";
import { monthsIn, type Period, periodFrom } from "#app/domain/periods.ts";
import type { ReachPart } from "#app/domain/reach/cells.ts";
import { type NamedPart, type Naming, namedParts } from "#app/domain/reach/named-parts.ts";
import { listingHref, type SessionFilter } from "#app/domain/sessions/session-filter.ts";
import { stackedBars } from "#app/ui/bar-chart.server.ts";

/** More months than this are drawn by term. */
const MONTHS_AT_MOST = 24;
const BAR_WIDTH = 46;

export interface Figure {
	count: string;
	/** The sessions behind it. */
	href: string;
}

export interface MonthRow {
	label: string;
	/** Young people by theme, in the order of the themes; then all together. */
	figures: Figure[];
}

/** Whether so long a period is shown by term rather than by month. */
export function stepFor(period: Period): "month" | "term" {
	return monthsIn(period).length > MONTHS_AT_MOST ? "term" : "month";
}

/**
 * Young people of each theme in each month or term: a drawing, and the same in figures.
 * @param read has the split by that step
 * @param themesOf the parts by theme of each step
 */
export function monthView(
	read: ReachRead,
	themesOf: ReadonlyMap<string, readonly ReachPart[]>,
	naming: Naming,
) {
	const themes = namedParts("theme", read.parts.get("theme") ?? [], naming).filter(
		({ youngPeople }) => youngPeople > 0,
	);
	const by = stepFor(naming.period);
	const steps = namedParts(by, read.parts.get(by) ?? [], naming);
	const rows = steps.map((step) => {
		const { from = naming.period.from, to = naming.period.to } = step.filter;
		const own = { ...naming, period: periodFrom(from, to) };
		return { step, parts: namedParts("theme", themesOf.get(step.key) ?? [], own) };
	});
	const { from, to } = naming.period;
	const whole: SessionFilter = { ...naming.chosen.filter, from, to, status: "delivered" };
	return {
		step: by === "term" ? "Term" : "Month",
		themes: themes.map(({ label }) => label),
		rows: rows.map(
			({ step, parts }): MonthRow => ({
				label: step.label,
				figures: [...themes.map(({ key }) => partOf(parts, key)), step].map(figureOf),
			}),
		),
		totals: [...themes, { youngPeople: read.total.youngPeople, filter: whole }].map(figureOf),
		chart: draw(rows, themes, naming.period.label),
	};
}

export type MonthView = ReturnType<typeof monthView>;

function partOf(parts: readonly NamedPart[], key: string): NamedPart | undefined {
	return parts.find((part) => part.key === key);
}

function figureOf(part: Pick<NamedPart, "youngPeople" | "filter"> | undefined): Figure {
	if (!part || part.youngPeople === 0) return { count: "0", href: "" };
	return { count: formatCount(part.youngPeople), href: listingHref("/sessions", part.filter) };
}

function draw(
	rows: readonly { step: NamedPart; parts: readonly NamedPart[] }[],
	themes: readonly NamedPart[],
	period: string,
) {
	const most = [...rows].sort((a, b) => b.step.youngPeople - a.step.youngPeople)[0]?.step;
	return stackedBars({
		id: "months",
		title: `Young people by theme, ${period}`,
		description: most ? `Most: ${most.label}, ${formatCount(most.youngPeople)}.` : "Nobody yet.",
		unit: "Young people",
		width: Math.max(560, rows.length * BAR_WIDTH),
		data: rows.flatMap(({ step, parts }) =>
			themes.map(({ key, label }) => ({
				label: rows.length > 12 || step.name.length > 7 ? step.label : formatShortMonth(step.name),
				series: label,
				value: partOf(parts, key)?.youngPeople ?? 0,
			})),
		),
	});
}
