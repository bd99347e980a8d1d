import { formatCount } from "#app/domain/format-number.ts";
import { type YearGroup, yearGroupLabel } from "#app/domain/sessions/year-groups.ts";
import type { ReachFigures } from "./cells.ts";
import type { PublishedFigures } from "./publication.ts";
import { isFew, partWords } from "./suppress.ts";

export interface PublicRow {
	label: string;
	sessions: string;
	youngPeople: string;
	estimatedDistinct: string;
	adults: string;
}

/** Published figures as anybody may read them. */
export interface PublicFigures {
	total: PublicRow;
	/** Empty where one theme is all there is. */
	themes: PublicRow[];
	yearGroups: { label: string; youngPeople: string }[];
}

type People = "youngPeople" | "estimatedDistinct" | "adults";

/** Totals with their parts, so that no number of 1 to 4 people is told or can be worked out. */
export function publicFigures(figures: PublishedFigures): PublicFigures {
	const { themes, yearGroups } = figures;
	const columns = (["youngPeople", "estimatedDistinct", "adults"] as const).map(
		(column): [People, string[]] => [column, partWords(themes.map((part) => part[column]))],
	);
	const rows = themes.map((part, at) => ({
		label: part.theme,
		sessions: formatCount(part.sessions),
		...(Object.fromEntries(columns.map(([column, words]) => [column, words[at] ?? ""])) as Record<
			People,
			string
		>),
	}));
	const young = partWords(yearGroups.map(({ youngPeople }) => youngPeople));
	return {
		total: totalRow(figures),
		themes: rows.length > 1 ? rows : [],
		yearGroups: yearGroups.map(({ yearGroup }, at) => ({
			label: yearGroupLabel(yearGroup as YearGroup),
			youngPeople: young[at] ?? "",
		})),
	};
}

function totalRow(figures: ReachFigures): PublicRow {
	const people = (count: number) => (isFew(count) ? "fewer than 5" : formatCount(count));
	return {
		label: "All",
		sessions: formatCount(figures.sessions),
		youngPeople: people(figures.youngPeople),
		estimatedDistinct: people(figures.estimatedDistinct),
		adults: people(figures.adults),
	};
}

/**
 * What the records say now of a number of people that was published, or null when it is the same.
 * why to the nearest 5: who reads the page before and after a correction would know a small session
 * by the difference.
 */
export function publicChange(then: number, now: number): string | null {
	if (then === now) return null;
	if (Math.abs(then - now) < 5) return "changed by fewer than 5";
	return now < 5 ? "now fewer than 5" : `now about ${formatCount(Math.round(now / 5) * 5)}`;
}
