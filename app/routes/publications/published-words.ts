import { countOf, formatCount } from "#app/domain/format-number.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import type { CountedSession, PublishedFigures } from "#app/domain/reach/publication.ts";
import {
	sortYearGroups,
	type YearGroup,
	yearGroupLabel,
} from "#app/domain/sessions/year-groups.ts";

export interface FigureRow {
	key: string;
	label: string;
	count: number;
	value: string;
}

/** The figures of a publication, in the order in which they are read. */
export function figureRows(figures: PublishedFigures): FigureRow[] {
	const rows: [string, string, number][] = [
		["sessions", "Sessions delivered", figures.sessions],
		["youngPeople", "Young people", figures.youngPeople],
		["estimatedDistinct", "Different young people, estimated", figures.estimatedDistinct],
		["adults", "Adults, counted apart", figures.adults],
		["schools", "Schools", figures.schools],
		["otherPlaces", "Other places", figures.otherPlaces],
		["counted", "Sessions with counted numbers", figures.counted],
		["estimated", "Sessions with estimated numbers", figures.estimated],
	];
	return rows.map(([key, label, count]) => ({ key, label, count, value: formatCount(count) }));
}

/** The figures of each theme. */
export function themeRows({ themes }: PublishedFigures) {
	return themes.map(({ themeId, theme, sessions, youngPeople, estimatedDistinct, adults }) => ({
		key: themeId,
		theme,
		sessions: formatCount(sessions),
		youngPeople: formatCount(youngPeople),
		estimatedDistinct: formatCount(estimatedDistinct),
		adults: formatCount(adults),
	}));
}

export type ThemeRow = ReturnType<typeof themeRows>[number];

export interface SessionRow {
	reference: string;
	date: string;
	what: string;
	where: string;
	/** "30 young people, 2 adults (counted)". */
	numbers: string;
	byYearGroup: string;
}

/** As many sessions as one page lists; all of them are in the file. */
export const SHOWN = 500;

/** The first sessions of a list as a page shows them. */
export function sessionRows(sessions: readonly CountedSession[]): SessionRow[] {
	return sessions.slice(0, SHOWN).map((session) => ({
		reference: session.reference,
		date: formatPlainDate(session.localDate),
		what: session.programme,
		where: session.venue,
		numbers: numbersOf(session),
		byYearGroup: yearGroupsOf(session),
	}));
}

/** "30 young people, 2 adults (counted)". */
export function numbersOf({ youngPeople, adults, counted }: CountedSession): string {
	const young = countOf(youngPeople, "young person", "young people");
	const how = counted ? ` (${counted})` : "";
	return `${young}, ${countOf(adults, "adult", "adults")}${how}`;
}

/** "Year 8: 20, Year 9: 8". */
export function yearGroupsOf({ heads }: CountedSession): string {
	return sortYearGroups(Object.keys(heads) as YearGroup[])
		.map((code) => `${yearGroupLabel(code)}: ${heads[code]}`)
		.join(", ");
}
