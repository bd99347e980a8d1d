import {
	type CoverageFilter,
	type CoverageView,
	coverageHref,
} from "#app/domain/coverage/coverage-filter.ts";
import { type GridGrouping, gridGroupings, gridOf, type Share } from "#app/domain/coverage/grid.ts";
import { priorities } from "#app/domain/coverage/priority.ts";
import { formatPercent } from "#app/domain/format-number.ts";
import { NONE } from "#app/domain/sessions/session-filter.ts";
import { yearGroupLabel, yearGroups } from "#app/domain/sessions/year-groups.ts";
import { phases } from "#app/domain/venues/venue-kinds.ts";
import type { AskedCoverage } from "./ask-coverage.ts";
import { groupingLabels, phaseWords, priorityLabels } from "./coverage-words.ts";

/** How many schools of a part were reached; null where no school of it has programmes. */
export type ShareView = { percent: string; reached: Linked; schools: Linked } | null;

interface Linked {
	count: number;
	href: string;
}

export interface GridView {
	header: string;
	themes: string[];
	/** The shares by theme, then of any theme. */
	rows: { label: string; shares: ShareView[] }[];
	/** The other things that rows can be. */
	groupings: { text: string; href: string; current: boolean }[];
}

type Given = Pick<AskedCoverage, "surveyed" | "themes" | "filter" | "view" | "choices">;

/** Shares of schools reached by theme and district (or what else is asked), each a way into the list. */
export function gridView(given: Given, highFsm: number): GridView {
	const { filter, surveyed, view } = given;
	const { state: _, ...scope } = filter;
	const rows = gridOf(surveyed, view.by, highFsm);
	const themes = given.themes.filter(({ id }) => rows.some((row) => row.themes.has(id)));
	const keys = keysOf(view.by, given, highFsm);
	const known = keys.filter(({ key }) => rows.some((row) => row.key === key));
	return {
		header: groupingLabels[view.by].header,
		themes: themes.map(({ name }) => name),
		rows: known.map(({ key, label, filter: own }) => {
			const row = rows.find((one) => one.key === key);
			const shareOf = (share: Share | undefined, theme?: string) =>
				shareView(share, { ...scope, ...own, ...(theme && { theme }) }, view);
			return {
				label,
				shares: [...themes.map(({ id }) => shareOf(row?.themes.get(id), id)), shareOf(row?.all)],
			};
		}),
		groupings: gridGroupings.map((by) => ({
			text: groupingLabels[by].header,
			href: coverageHref("/coverage", filter, { ...view, by, page: 1 }),
			current: by === view.by,
		})),
	};
}

function shareView(
	share: Share | undefined,
	filter: CoverageFilter,
	{ by, sort }: CoverageView,
): ShareView {
	if (!share) return null;
	const href = (more: CoverageFilter = {}) =>
		`${coverageHref("/coverage", { ...filter, ...more }, { by, sort })}#list`;
	return {
		percent: formatPercent(share.reached, share.schools),
		reached: { count: share.reached, href: href({ state: "covered" }) },
		schools: { count: share.schools, href: href() },
	};
}

interface Key {
	key: string;
	label: string;
	filter: CoverageFilter;
}

/** Every row that there can be, in order, with the filter it stands for. */
function keysOf(by: GridGrouping, { choices }: Given, highFsm: number): Key[] {
	switch (by) {
		case "district":
			return [
				...choices.district.map(({ code, name }) => ({
					key: code,
					label: name,
					filter: { district: code },
				})),
				{ key: NONE, label: "No district", filter: { district: NONE } },
			];
		case "phase":
			return [...phases, NONE as typeof NONE].map((phase) => ({
				key: phase,
				label: phaseWords(phase),
				filter: { phase },
			}));
		case "priority":
			return priorities.map((priority) => ({
				key: priority,
				label: priorityLabels(highFsm)[priority],
				filter: { priority },
			}));
		case "year_group":
			return yearGroups.map((yearGroup) => ({
				key: yearGroup,
				label: yearGroupLabel(yearGroup),
				filter: { yearGroup },
			}));
	}
}
