import { NONE } from "#app/domain/sessions/session-filter.ts";
import { priorityOf } from "./priority.ts";
import { bestOf, type CoverageState } from "./states.ts";
import type { CoverageCell, SchoolCoverage } from "./survey.ts";

/** What the rows of the grid can be. */
export const gridGroupings = ["district", "phase", "priority", "year_group"] as const;
export type GridGrouping = (typeof gridGroupings)[number];

/** Schools that have something in common, and how many of them were reached. */
export interface Share {
	schools: number;
	reached: number;
}

export interface GridRow {
	/** A district's code, a phase, a priority, a year group; NONE for schools without. */
	key: string;
	/** By theme's id; a theme that no school of the row has programmes of is not in it. */
	themes: Map<string, Share>;
	/** Schools reached by any of the themes. */
	all: Share;
}

/**
 * Shares of schools reached, by theme and by what schools have in common. A school is in one row,
 * but by year group in each that it has.
 */
export function gridOf(
	surveyed: readonly SchoolCoverage[],
	by: GridGrouping,
	highFsm: number,
): GridRow[] {
	const rows = new Map<string, GridRow>();
	for (const one of surveyed) {
		for (const [key, cells] of partsOf(one, by, highFsm)) {
			const row = rows.get(key) ?? { key, themes: new Map(), all: nobody() };
			rows.set(key, row);
			addTo(row, cells);
		}
	}
	return [...rows.values()];
}

function nobody(): Share {
	return { schools: 0, reached: 0 };
}

function partsOf(
	{ school, cells }: SchoolCoverage,
	by: GridGrouping,
	highFsm: number,
): Iterable<[string, readonly CoverageCell[]]> {
	switch (by) {
		case "district":
			return [[school.districtCode ?? NONE, cells]];
		case "phase":
			return [[school.phase ?? NONE, cells]];
		case "priority":
			return [[priorityOf(school, highFsm), cells]];
		case "year_group":
			return byYearGroup(cells);
	}
}

function byYearGroup(cells: readonly CoverageCell[]): Map<string, CoverageCell[]> {
	const groups = new Map<string, CoverageCell[]>();
	for (const cell of cells) {
		groups.set(cell.yearGroup, [...(groups.get(cell.yearGroup) ?? []), cell]);
	}
	return groups;
}

function addTo({ themes, all }: GridRow, cells: readonly CoverageCell[]): void {
	const states = new Map<string, CoverageState[]>();
	for (const { theme, state } of cells)
		states.set(theme.id, [...(states.get(theme.id) ?? []), state]);
	for (const [themeId, ofTheme] of states) {
		const share = themes.get(themeId) ?? nobody();
		themes.set(themeId, share);
		count(share, ofTheme);
	}
	count(all, [...states.values()].flat());
}

function count(share: Share, states: readonly CoverageState[]): void {
	share.schools += 1;
	if (bestOf(states) === "covered") share.reached += 1;
}
