import type { WarningCode } from "./warnings.ts";

const warningLabels: Record<WarningCode, string> = {
	too_few_facilitators: "Fewer facilitators than the programme needs",
	unqualified: "A facilitator without a qualification",
	agency_missing: "An agency that must be there is not",
	vetting_expired: "Vetting that has run out",
	on_leave: "A facilitator who is away",
	outside_working_pattern: "Outside a facilitator’s working hours",
	over_daily_limit: "More sessions a day than the limit",
	over_weekly_limit: "More hours a week than the limit",
	travel_tight: "Little time to travel",
	too_large_group: "A larger group than the programme is for",
	year_group_unusual: "Other year groups than the programme is for",
	same_cohort: "A year group that had it before",
	in_the_past: "A start in the past",
	short_notice: "Short notice",
	outside_school_hours: "Outside school hours",
	outside_lesson_times: "Outside the school’s lesson times",
	bank_holiday: "A bank holiday",
	school_holidays: "In the school holidays",
	inset_day: "An INSET day",
	exam_week: "During exams",
};

/** A warning's name on record, where its message is no longer known. */
export function warningLabel(code: string): string {
	const known = (warningLabels as Record<string, string>)[code];
	const words = code.replaceAll("_", " ");
	return known ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
