import {
	type CoverageFilter,
	type CoverageView,
	coverageHref,
	type Unit,
	units,
} from "#app/domain/coverage/coverage-filter.ts";
import { coverageStates } from "#app/domain/coverage/states.ts";
import {
	type AskedState,
	countStates,
	gapsAmong,
	pupilShare,
} from "#app/domain/coverage/survey.ts";
import { countOf, formatCount, formatPercent } from "#app/domain/format-number.ts";
import { academicYear, academicYearOf } from "#app/domain/periods.ts";
import type { LocalDate } from "#app/domain/time.ts";
import type { Entered } from "#app/http/require-actor.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { type AskedCoverage, askCoverage } from "./ask-coverage.ts";
import { coverageWords, sinceWords, stateMeanings } from "./coverage-words.ts";
import { filterOptions } from "./filter-options.ts";
import { gridView } from "./grid-view.ts";
import { countUnits, listView, PAGE_SIZE } from "./list-view.ts";
import { mapView } from "./map-view.ts";
import { stateLabels } from "./state-words.ts";

/** How many academic years back are one step away. */
const YEARS_BACK = 3;

/** Everything /coverage shows, or what is wrong with its address. */
export async function readCoveragePage(entered: Entered, url: URL) {
	const { settings } = entered;
	const asked = await askCoverage(entered, url);
	const options = filterOptions(asked.choices, settings.highFsmPercent);
	if (!asked.ok) {
		const given = Object.fromEntries(url.searchParams);
		return { given, options, errors: asked.errors as FieldErrors, shown: null };
	}
	const { filter, view } = asked;
	const given = Object.fromEntries(
		Object.entries({ ...filter, show: view.show, by: view.by, sort: view.sort }).map(
			([name, value]) => [name, String(value)],
		),
	);
	const shown = await shownOf(entered, asked);
	return { given, options, errors: [] as FieldErrors, shown };
}

async function shownOf(entered: Entered, asked: AskedCoverage) {
	const { settings, today } = entered;
	const { filter, view, window, names } = asked;
	const highFsm = settings.highFsmPercent;
	const list = await listView(entered, asked);
	const address = (left: CoverageFilter) => coverageHref("/coverage", left, view);
	return {
		since: sinceWords(window),
		words: coverageWords(filter, names, { highFsm, address }),
		windows: windowLinks(filter, view, { months: settings.coverageMonths, today }),
		figures: figures(asked),
		grid: gridView(asked, highFsm),
		map: mapView(asked),
		legend: legend(asked),
		list: {
			...list,
			unit: view.show,
			page: view.page,
			pageSize: PAGE_SIZE,
			tabs: stateTabs(asked),
			units: unitLinks(asked),
			sorts: sortLinks(filter, view),
			pageHref: coverageHref("/coverage", filter, { ...view, page: 1 }),
			csv: coverageHref("/coverage.csv", filter, { show: view.show, sort: view.sort }),
		},
	};
}

export type CoverageShown = Awaited<ReturnType<typeof shownOf>>;

/** Since when, one step away; every filter stays. */
function windowLinks(
	filter: CoverageFilter,
	view: CoverageView,
	{ months, today }: { months: number; today: LocalDate },
) {
	const { year: _, ...rest } = filter;
	const current = academicYearOf(today);
	const years = Array.from({ length: YEARS_BACK }, (_unused, at) => current - at);
	const link = (text: string, year?: number) => ({
		text,
		href: coverageHref(
			"/coverage",
			{ ...rest, ...(year !== undefined && { year }) },
			{ ...view, page: 1 },
		),
		current: filter.year === year,
	});
	const last = months === 1 ? "Last month" : `Last ${months} months`;
	return [link(last), ...years.map((year) => link(academicYear(year).label, year))];
}

/** The figures at the top, each a way into the list. */
function figures({ surveyed, filter, view }: AskedCoverage) {
	const { state: _, ...scope } = filter;
	const href = (state: AskedState, show: Unit) =>
		`${coverageHref("/coverage", { ...scope, state }, { ...view, show, page: 1 })}#list`;
	const schools = countStates(surveyed);
	const groups = countUnits({ surveyed }, "groups");
	const { reached, all: pupils, withoutNumber } = pupilShare(surveyed);
	return [
		{
			label: "Schools reached",
			value: formatPercent(schools.covered, surveyed.length),
			note: `${formatCount(schools.covered)} of ${countOf(surveyed.length, "school", "schools")}`,
			href: href("covered", "schools"),
		},
		{
			label: "Pupils at schools reached",
			value: formatPercent(reached, pupils),
			note: pupilWords(pupils, withoutNumber),
			href: href("covered", "schools"),
		},
		{
			label: "Schools with a gap",
			value: formatCount(gapsAmong(schools)),
			note: `${formatCount(schools.never)} never, ${formatCount(schools.overdue)} overdue, ${formatCount(schools.declined)} declined`,
			href: href("gap", "schools"),
		},
		{
			label: "Year groups with a gap",
			value: formatCount(gapsAmong(countStates(groups))),
			note: `Of ${formatCount(groups.length)}, each theme by itself`,
			href: href("gap", "groups"),
		},
	];
}

function pupilWords(pupils: number, withoutNumber: number): string {
	const of = `Of ${formatCount(pupils)} on roll, not only those who were there`;
	if (withoutNumber === 0) return of;
	return `${of}. ${countOf(withoutNumber, "school", "schools")} without a number left out`;
}

function stateTabs({ surveyed, filter, view }: AskedCoverage) {
	const { state: asked, ...scope } = filter;
	const all = countUnits({ surveyed }, view.show);
	const counts = countStates(all);
	const tab = (text: string, count: number, state?: AskedState) => ({
		text,
		count,
		href: `${coverageHref("/coverage", { ...scope, ...(state && { state }) }, { ...view, page: 1 })}#list`,
		current: asked === state,
	});
	return [
		tab("All", all.length),
		tab(stateLabels.gap, gapsAmong(counts), "gap"),
		...coverageStates.map((state) => tab(stateLabels[state], counts[state], state)),
	];
}

/** What the dots of the map mean, and how many there are of each. */
function legend({ surveyed, filter, view, window }: AskedCoverage) {
	const counts = countStates(surveyed);
	const meanings = stateMeanings(window);
	return coverageStates.map((state) => ({
		state,
		label: stateLabels[state],
		meaning: meanings[state],
		count: counts[state],
		href: `${coverageHref("/coverage", { ...filter, state }, { ...view, show: "schools", page: 1 })}#list`,
	}));
}

const unitWords: Record<Unit, string> = {
	schools: "By school",
	groups: "By year group and theme",
};

function unitLinks({ filter, view }: AskedCoverage) {
	return units.map((show) => ({
		text: unitWords[show],
		href: `${coverageHref("/coverage", filter, { ...view, show, page: 1 })}#list`,
		current: view.show === show,
	}));
}

function sortLinks(filter: CoverageFilter, view: CoverageView) {
	const link = (sort: CoverageView["sort"]) => ({
		sortHref: `${coverageHref("/coverage", filter, { ...view, sort, page: 1 })}#list`,
		sort: view.sort === sort ? ("ascending" as const) : ("none" as const),
	});
	return { name: link("name"), priority: link("priority") };
}
