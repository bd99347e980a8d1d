import type { CoverageFilter } from "#app/domain/coverage/coverage-filter.ts";
import type { GridGrouping } from "#app/domain/coverage/grid.ts";
import type { Priority } from "#app/domain/coverage/priority.ts";
import type { CoverageState } from "#app/domain/coverage/states.ts";
import type { CoverageWindow } from "#app/domain/coverage/window.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { academicYear } from "#app/domain/periods.ts";
import { NONE } from "#app/domain/sessions/session-filter.ts";
import { yearGroupLabel } from "#app/domain/sessions/year-groups.ts";
import { phaseLabel } from "#app/domain/venues/venue-kinds.ts";
import type { FilterWord } from "#app/routes/session-list/filter-words.ts";
import { stateLabels } from "./state-words.ts";

/** What a state means, for whoever reads the legend. */
export function stateMeanings(window: CoverageWindow): Record<CoverageState, string> {
	const since = sinceWords(window);
	return {
		never: "Nothing was ever delivered",
		overdue: `Had it before, and not ${since}`,
		declined: `Cancelled by the school, or its request declined, ${since}; nothing else is booked`,
		booked: `Not had it ${since}, and a session is to come`,
		covered: `Delivered ${since}`,
	};
}

/** "since 26 November 2025", "from 1 September 2024 to 31 August 2025". */
export function sinceWords({ from, to }: CoverageWindow): string {
	if (to === null) return `since ${formatPlainDate(from)}`;
	return `from ${formatPlainDate(from)} to ${formatPlainDate(to)}`;
}

export function priorityLabels(highFsm: number): Record<Priority, string> {
	return {
		marked: "Marked as priority",
		high_fsm: `${highFsm}% or more on free school meals`,
		other: `Under ${highFsm}% on free school meals`,
		unknown: "Free school meals not known",
	};
}

export const groupingLabels: Record<GridGrouping, { header: string; link: string }> = {
	district: { header: "District", link: "districts" },
	phase: { header: "Phase", link: "phases" },
	priority: { header: "Priority", link: "priorities" },
	year_group: { header: "Year group", link: "year groups" },
};

export function phaseWords(phase: NonNullable<CoverageFilter["phase"]>): string {
	return phase === NONE ? "No phase" : phaseLabel(phase);
}

interface Named {
	theme: { name: string } | undefined;
	district: { name: string } | null | undefined;
}

/** What narrows the page now, each with the way to be rid of it. */
export function coverageWords(
	filter: CoverageFilter,
	names: Named,
	{ highFsm, address }: { highFsm: number; address: (filter: CoverageFilter) => string },
): FilterWord[] {
	const { year, yearGroup, phase, priority, state } = filter;
	const word = (text: string | undefined, name: keyof CoverageFilter): FilterWord[] => {
		if (text === undefined) return [];
		const { [name]: _, ...without } = filter;
		return [{ text, without: address(without) }];
	};
	const district = names.district === null ? "No district" : names.district?.name;
	return [
		...word(year === undefined ? undefined : academicYear(year).label, "year"),
		...word(names.theme?.name, "theme"),
		...word(district, "district"),
		...word(phase && phaseWords(phase), "phase"),
		...word(yearGroup && yearGroupLabel(yearGroup), "yearGroup"),
		...word(priority && priorityLabels(highFsm)[priority], "priority"),
		...word(state && stateLabels[state], "state"),
	];
}
