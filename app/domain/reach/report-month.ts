import { type Period, periodBefore, periodOf } from "#app/domain/periods.ts";
import { addDays, toInstant, toLocal } from "#app/domain/time.ts";

/** When on the first day of a month the report of the month before is due, by the wall clock. */
const DUE_AT = "07:00";

export interface DueReport {
	/** The month reported, "2026-10". */
	month: string;
	period: Period;
	/** The moment from which it is to be sent. */
	dueAt: Date;
}

/**
 * The report that is due at a moment, and no earlier one: whoever was off for months is sent the
 * last alone.
 */
export function dueReport(now: Date, zone: string): DueReport {
	const local = toLocal(now, zone);
	const first = `${local.date.slice(0, 7)}-01`;
	const begun = local.date > first || local.time >= DUE_AT;
	const sentOn = begun ? first : periodBefore(periodOf("month", first)).from;
	const period = periodBefore(periodOf("month", sentOn));
	return { month: period.from.slice(0, 7), period, dueAt: instantOf(sentOn, zone) };
}

/** When the report after that is due. */
export function nextReportAt(due: DueReport, zone: string): Date {
	const sentOn = addDays(due.period.to, 1);
	return instantOf(addDays(periodOf("month", sentOn).to, 1), zone);
}

function instantOf(date: string, zone: string): Date {
	const at = toInstant(`${date}T${DUE_AT}`, zone);
	// why midnight else: a zone may skip this hour, and the report is due that day all the same.
	return at.ok ? at.instant : new Date(`${date}T00:00:00Z`);
}
