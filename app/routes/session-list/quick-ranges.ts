import { periodBefore, periodOf } from "#app/domain/periods.ts";
import type { ListingView, SessionFilter } from "#app/domain/sessions/session-filter.ts";
import { addDays, type LocalDate, startOfWeek } from "#app/domain/time.ts";
import { sessionsAddress } from "./sessions-address.ts";

export interface QuickRange {
	text: string;
	href: string;
	current: boolean;
}

/** Ranges that are asked for every day; all other filters stay. */
export function quickRanges(
	filter: SessionFilter,
	view: Partial<ListingView>,
	today: LocalDate,
): QuickRange[] {
	const monday = startOfWeek(today);
	const term = periodOf("term", today);
	const lastYear = periodBefore(periodOf("academic_year", today));
	const ranges: [string, Pick<SessionFilter, "from" | "to">][] = [
		["Coming up", { from: today }],
		["This week", { from: monday, to: addDays(monday, 6) }],
		["Next two weeks", { from: today, to: addDays(today, 13) }],
		["This term", { from: term.from, to: term.to }],
		["Last academic year", { from: lastYear.from, to: lastYear.to }],
		["All", {}],
	];
	const { from, to, ...rest } = filter;
	return ranges.map(([text, range]) => ({
		text,
		href: sessionsAddress({ ...rest, ...range }, view),
		current: range.from === from && range.to === to,
	}));
}
