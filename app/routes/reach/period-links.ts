import { namedPeriods } from "#app/domain/periods.ts";
import type { Grouping } from "#app/domain/reach/groupings.ts";
import { listingHref, type SessionFilter } from "#app/domain/sessions/session-filter.ts";
import type { LocalDate } from "#app/domain/time.ts";

export interface PeriodLink {
	text: string;
	href: string;
	current: boolean;
}

/** Periods by name, one step away; every filter stays. */
export function periodLinks(filter: SessionFilter, by: Grouping, today: LocalDate): PeriodLink[] {
	return namedPeriods(today).map(({ name, period: { from, to } }) => ({
		text: name,
		href: listingHref("/reach", { ...filter, from, to }, { by }),
		current: filter.from === from && filter.to === to,
	}));
}
