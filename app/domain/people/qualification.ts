import type { LocalDate } from "#app/domain/time.ts";

/** What somebody may deliver, and the last local date on which they may; null for no end. */
export interface Qualification {
	until: LocalDate | null;
}

export type QualificationStanding = "qualified" | "expired" | "not_qualified";

/** Where somebody stands on a day; the last day itself still counts. */
export function qualificationOn(
	qualification: Qualification | null | undefined,
	date: LocalDate,
): QualificationStanding {
	if (!qualification) return "not_qualified";
	const { until } = qualification;
	return until !== null && until < date ? "expired" : "qualified";
}
