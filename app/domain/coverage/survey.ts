import { NONE } from "#app/domain/sessions/session-filter.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { Phase } from "#app/domain/venues/venue-kinds.ts";
import type { FactBook } from "./fact-book.ts";
import { type Priority, priorityOf } from "./priority.ts";
import {
	bestOf,
	type CellFacts,
	type CoverageState,
	gapStates,
	noFacts,
	stateOf,
	together,
} from "./states.ts";
import type { CoverageWindow } from "./window.ts";

/** An open school, college or alternative provision. */
export interface CoverageSchool {
	id: string;
	name: string;
	districtCode: string | null;
	phase: Phase | null;
	pupils: number | null;
	fsmPercent: number | null;
	/** Marked by the office as one to go to first. */
	priority: boolean;
	/** By its ages; see gradesOf. */
	grades: readonly YearGroup[];
	/** Teaches in mixed groups; see isUngraded. */
	ungraded: boolean;
}

/** A theme, and the year groups that one of its programmes in use is for. */
export interface CoverageTheme {
	id: string;
	yearGroups: ReadonlySet<YearGroup>;
}

export interface CoverageCell<Theme extends CoverageTheme = CoverageTheme> {
	theme: Theme;
	yearGroup: YearGroup;
	facts: CellFacts;
	state: CoverageState;
}

/** One school with its cells, and the best of their states. */
export interface SchoolCoverage<
	School extends CoverageSchool = CoverageSchool,
	Theme extends CoverageTheme = CoverageTheme,
> {
	school: School;
	cells: CoverageCell<Theme>[];
	state: CoverageState;
}

/** What is asked of schools and cells; states come after it, since shares need all of them. */
export interface SurveyScope {
	themeId?: string | undefined;
	yearGroup?: YearGroup | undefined;
	/** null for schools without one. */
	districtCode?: string | null | undefined;
	phase?: Phase | typeof NONE | undefined;
	priority?: Priority | undefined;
}

export interface Surveying<School extends CoverageSchool, Theme extends CoverageTheme> {
	/** In the order of the list. */
	schools: readonly School[];
	/** In the order of lists. */
	themes: readonly Theme[];
	facts: FactBook;
	window: CoverageWindow;
	scope: SurveyScope;
	/** The percentage on free school meals from which a school comes first. */
	highFsm: number;
}

/**
 * Every school in scope with its cells in scope. A school for whose year groups no programme is has
 * no cells and is not in it: nobody missed it.
 */
export function survey<School extends CoverageSchool, Theme extends CoverageTheme>(
	surveying: Surveying<School, Theme>,
): SchoolCoverage<School, Theme>[] {
	const { schools, facts, window, scope, highFsm } = surveying;
	const themes = surveying.themes.filter(
		({ id }) => scope.themeId === undefined || id === scope.themeId,
	);
	return schools.flatMap((school) => {
		if (!isInScope(school, scope, highFsm)) return [];
		const cells = themes.flatMap((theme) => cellsOf(school, theme, facts, window));
		const asked =
			scope.yearGroup === undefined
				? cells
				: cells.filter(({ yearGroup }) => yearGroup === scope.yearGroup);
		if (asked.length === 0) return [];
		return [{ school, cells: asked, state: bestOf(asked.map(({ state }) => state)) }];
	});
}

/** Whether a school itself is asked for, whatever it had. */
export function isInScope(school: CoverageSchool, scope: SurveyScope, highFsm: number): boolean {
	const { districtCode, phase, priority } = scope;
	return (
		(districtCode === undefined || school.districtCode === districtCode) &&
		(phase === undefined || (school.phase ?? NONE) === phase) &&
		(priority === undefined || priorityOf(school, highFsm) === priority)
	);
}

function cellsOf<Theme extends CoverageTheme>(
	school: CoverageSchool,
	theme: Theme,
	book: FactBook,
	window: CoverageWindow,
): CoverageCell<Theme>[] {
	const known = book.of(school.id, theme.id);
	const cell = (yearGroup: YearGroup, facts: CellFacts): CoverageCell<Theme> => ({
		theme,
		yearGroup,
		facts,
		state: stateOf(facts, window),
	});
	if (school.ungraded) {
		if (!suitsUngraded(school, theme)) return [];
		// why all of them: where groups are mixed, whoever came is who there is.
		return [cell("Mixed", [...known.values()].reduce(together, noFacts))];
	}
	const cells = school.grades
		.filter((grade) => theme.yearGroups.has(grade))
		.map((grade) => cell(grade, known.get(grade) ?? noFacts));
	// A mixed group is no year group that a school lacks; it counts where there was or will be one.
	const mixed = cell("Mixed", known.get("Mixed") ?? noFacts);
	return mixed.state === "never" ? cells : [...cells, mixed];
}

function suitsUngraded({ grades }: CoverageSchool, { yearGroups }: CoverageTheme): boolean {
	return yearGroups.has("Mixed") || grades.some((grade) => yearGroups.has(grade));
}

export type StateCounts = Record<CoverageState, number>;

/** How many are in each state. */
export function countStates(units: Iterable<{ state: CoverageState }>): StateCounts {
	const counts: StateCounts = { never: 0, overdue: 0, declined: 0, booked: 0, covered: 0 };
	for (const { state } of units) counts[state] += 1;
	return counts;
}

/** How many of them are gaps. */
export function gapsAmong(counts: StateCounts): number {
	return gapStates.reduce((sum, state) => sum + counts[state], 0);
}

/** What a list may be narrowed to: one state, or all that are gaps. */
export type AskedState = CoverageState | "gap";

export function hasState(state: CoverageState, asked: AskedState | undefined): boolean {
	if (asked === undefined) return true;
	return asked === "gap" ? gapStates.includes(state) : state === asked;
}

export interface PupilShare {
	/** Pupils of schools that were reached: of the whole school, not those who were there. */
	reached: number;
	all: number;
	/** Schools whose number of pupils nobody knows: in neither. */
	withoutNumber: number;
}

export function pupilShare(surveyed: readonly SchoolCoverage[]): PupilShare {
	const share: PupilShare = { reached: 0, all: 0, withoutNumber: 0 };
	for (const { school, state } of surveyed) {
		if (school.pupils === null) share.withoutNumber += 1;
		share.all += school.pupils ?? 0;
		if (state === "covered") share.reached += school.pupils ?? 0;
	}
	return share;
}
