import type { YearGroup } from "#app/domain/sessions/year-groups.ts";

/** Attendances of one year group at one delivered session (or several, already added up). */
export interface AttendanceRow {
	venueId: string;
	/** Starting year of the academic year of the session's local date. */
	academicYear: number;
	yearGroup: YearGroup;
	programmeId: string;
	youngPeople: number;
}

/**
 * Young people reached, estimated: per venue, academic year and year group, the largest
 * single-programme total. Parallel classes of one programme add up, for they are different pupils;
 * another programme for the same year group is taken to meet the same pupils again. Nobody is
 * identified, so this is always an estimate: never more than the attendances, and it must be
 * labelled wherever it shows. Give it the rows behind the figure: an estimate of a part is made
 * from that part's rows, and the estimates of parts need not add up to that of the whole.
 */
export function estimateDistinct(rows: Iterable<AttendanceRow>): number {
	const totals = new Map<string, Map<string, number>>();
	for (const row of rows) {
		const cohort = JSON.stringify([row.venueId, row.academicYear, row.yearGroup]);
		const programmes = totals.get(cohort) ?? new Map<string, number>();
		const before = programmes.get(row.programmeId) ?? 0;
		totals.set(cohort, programmes.set(row.programmeId, before + row.youngPeople));
	}
	let distinct = 0;
	for (const programmes of totals.values()) distinct += Math.max(...programmes.values());
	return distinct;
}
