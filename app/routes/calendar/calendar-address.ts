import type { CalendarPage } from "#app/domain/sessions/calendar.ts";
import { listingHref, type SessionFilter } from "#app/domain/sessions/session-filter.ts";

/** The address of a page of the calendar with its filters. */
export function calendarAddress({ view, date }: CalendarPage, filter: SessionFilter): string {
	const { from: _from, to: _to, ...rest } = filter;
	const page = new URLSearchParams({ view, date });
	const filters = listingHref("", rest).replace("?", "&");
	return `/calendar?${page}${filters}`;
}

/** The same days as a list that can be searched, printed and exported. */
export function listAddress(days: { first: string; last: string }, filter: SessionFilter): string {
	return listingHref("/sessions", { ...filter, from: days.first, to: days.last });
}
