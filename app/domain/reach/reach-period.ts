import type { FilterError } from "#app/domain/address-parameters.ts";
import { type Period, periodFrom, periodOf } from "#app/domain/periods.ts";
import type { ChosenFilter } from "#app/domain/sessions/filter-choices.ts";
import type { SessionFilter } from "#app/domain/sessions/session-filter.ts";
import type { LocalDate } from "#app/domain/time.ts";

/** The period a figure is asked for; this academic year when none is. */
export function reachPeriod({ from, to }: SessionFilter, today: LocalDate): Period {
	return from === undefined || to === undefined
		? periodOf("academic_year", today)
		: periodFrom(from, to);
}

/**
 * What a question for reach may not ask: half a period, which would be read as another one, and
 * sessions that were not delivered, which are no reach.
 */
export function reachRefusals({ from, to, status, cancelledBy }: SessionFilter): FilterError[] {
	const delivered = status === undefined || status === "delivered";
	return [
		...(from === undefined && to !== undefined
			? [{ field: "from", message: "Enter the start date, like 2027-01-31" }]
			: []),
		...(from !== undefined && to === undefined
			? [{ field: "to", message: "Enter the end date, like 2027-01-31" }]
			: []),
		...(delivered
			? []
			: [{ field: "status", message: "Leave the status out: only delivered sessions are reach" }]),
		...(cancelledBy === undefined
			? []
			: [
					{
						field: "cancelledBy",
						message: "Leave cancelledBy out: only delivered sessions are reach",
					},
				]),
	];
}

/** A filter cut to a period, whatever dates it had. */
export function withPeriod(chosen: ChosenFilter, { from, to }: Period): ChosenFilter {
	return { ...chosen, filter: { ...chosen.filter, from, to } };
}
