import type { CoverageState } from "#app/domain/coverage/states.ts";
import type { AskedState } from "#app/domain/coverage/survey.ts";
import type { TagColour } from "#app/ui/tag.tsx";

export const stateLabels: Record<AskedState, string> = {
	gap: "Gaps",
	never: "Never",
	overdue: "Overdue",
	declined: "Declined",
	booked: "Booked",
	covered: "Covered",
};

export const stateColours: Record<CoverageState, TagColour> = {
	never: "red",
	overdue: "orange",
	declined: "grey",
	booked: "blue",
	covered: "green",
};
