import { priorities } from "#app/domain/coverage/priority.ts";
import { coverageStates } from "#app/domain/coverage/states.ts";
import type { FilterChoice, FilterChoices } from "#app/domain/sessions/filter-choices.ts";
import { NONE } from "#app/domain/sessions/session-filter.ts";
import { yearGroupLabel, yearGroups } from "#app/domain/sessions/year-groups.ts";
import { phases } from "#app/domain/venues/venue-kinds.ts";
import type { SelectOption } from "#app/ui/select.tsx";
import type { FilterName } from "./coverage-filters.tsx";
import { phaseWords, priorityLabels } from "./coverage-words.ts";
import { stateLabels } from "./state-words.ts";

export type FilterOptions = Record<FilterName, SelectOption[]>;

/** What can be chosen of each filter; themes out of use have no gaps to show. */
export function filterOptions(choices: FilterChoices, highFsm: number): FilterOptions {
	const labels = priorityLabels(highFsm);
	const named = (all: readonly FilterChoice[]) =>
		all.filter(({ retired }) => !retired).map(({ code, name }) => ({ value: code, label: name }));
	return {
		theme: named(choices.theme),
		district: [...named(choices.district), { value: NONE, label: "No district" }],
		phase: [...phases, NONE as typeof NONE].map((value) => ({ value, label: phaseWords(value) })),
		yearGroup: yearGroups.map((value) => ({ value, label: yearGroupLabel(value) })),
		priority: priorities.map((value) => ({ value, label: labels[value] })),
		state: (["gap", ...coverageStates] as const).map((value) => ({
			value,
			label: value === "gap" ? "Gaps: never, overdue or declined" : stateLabels[value],
		})),
	};
}
