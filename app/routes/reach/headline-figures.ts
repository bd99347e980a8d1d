import type { ReachRead } from "#app/data/reach.ts";
import { formatAverage, formatCount } from "#app/domain/format-number.ts";
import type { Comparison } from "#app/domain/reach/comparison.ts";
import { inPeriod } from "#app/domain/reach/press-line.ts";
import { listingHref, type SessionFilter } from "#app/domain/sessions/session-filter.ts";

export interface HeadlineFigure {
	label: string;
	value: string;
	/** What must be known to read it rightly. */
	note: string | null;
	href: string;
	change: { text: string; direction: "up" | "down" | "same" };
	/** Beside reach, and no part of it. */
	apart: boolean;
}

interface About {
	filter: SessionFilter;
	comparison: Comparison;
}

/** The figures at the top, each with its change on the period before. */
export function headlineFigures(
	read: ReachRead,
	earlier: ReachRead,
	{ filter, comparison }: About,
): HeadlineFigure[] {
	const href = listingHref("/sessions", { ...filter, status: "delivered" });
	const figure = (label: string, now: number, before: number, note: string | null = null) => ({
		label,
		value: formatCount(now),
		note,
		href,
		change: change(now, before, comparison),
		apart: false,
	});
	const { total } = read;
	return [
		figure("Sessions delivered", total.sessions, earlier.total.sessions),
		figure(
			"Young people",
			total.youngPeople,
			earlier.total.youngPeople,
			"Attendances: the figure that is published",
		),
		figure(
			"Young people, estimated",
			total.estimatedDistinct,
			earlier.total.estimatedDistinct,
			"An estimate of different young people: repeat visits to a year group count once",
		),
		figure("Schools and other places", read.venueCount, earlier.venueCount),
		averageSize(read, earlier, { href, comparison }),
		{
			...figure("Adults", total.adults, earlier.total.adults, "Counted apart, not in reach"),
			apart: true,
		},
	];
}

function averageSize(
	{ total }: ReachRead,
	earlier: ReachRead,
	{ href, comparison }: { href: string; comparison: Comparison },
): HeadlineFigure {
	const now = formatAverage(total.youngPeople, total.sessions);
	const before = formatAverage(earlier.total.youngPeople, earlier.total.sessions);
	return {
		label: "Young people in a session",
		value: now,
		note: "On average",
		href,
		change: { text: `${before} ${lowerFirst(inPeriod(comparison.period))}`, direction: "same" },
		apart: true,
	};
}

function lowerFirst(words: string): string {
	return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

function change(now: number, before: number, { period }: Comparison): HeadlineFigure["change"] {
	const than = lowerFirst(inPeriod(period));
	if (now === before) return { text: `The same as ${than}`, direction: "same" };
	const difference = formatCount(Math.abs(now - before));
	return now > before
		? { text: `${difference} more than ${than}`, direction: "up" }
		: { text: `${difference} fewer than ${than}`, direction: "down" };
}
