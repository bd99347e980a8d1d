import type { WarningCode } from "./warnings.ts";

const warningLabels: Record<WarningCode, string> = {
	too_few_facilitators: "Fewer facilitators than the programme needs",
	unqualified: "A facilitator without a qualification",
	agency_missing: "An agency that must be there is not",
	too_large_group: "A larger group than the programme is for",
	year_group_unusual: "Other year groups than the programme is for",
	same_cohort: "A year group that had it before",
	in_the_past: "A start in the past",
	short_notice: "Short notice",
	outside_school_hours: "Outside school hours",
};

/** A warning's name on record, where its message is no longer known. */
export function warningLabel(code: string): string {
	const known = (warningLabels as Record<string, string>)[code];
	const words = code.replaceAll("_", " ");
	return known ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
