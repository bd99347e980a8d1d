import type { YearGroup } from "#app/domain/sessions/year-groups.ts";

/** What a link to the booking form may fill in; the coordinator sees and may change all of it. */
export interface BookingPrefill {
	programme?: string | undefined;
	venue?: string | undefined;
	team?: string | undefined;
	/** Local date, YYYY-MM-DD. */
	date?: string | undefined;
	/** Wall times, HH:mm. */
	start?: string | undefined;
	end?: string | undefined;
	room?: string | undefined;
	yearGroups?: readonly YearGroup[] | undefined;
	expectedYoungPeople?: number | undefined;
	/** The first leads. */
	facilitators?: readonly string[] | undefined;
	contacts?: readonly string[] | undefined;
}

/** The address of the booking form, filled in: what "Book this" and "Book another like this" lead to. */
export function bookingAddress(prefill: BookingPrefill): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(prefill)) {
		for (const one of [value ?? []].flat()) query.append(name, String(one));
	}
	return query.size === 0 ? "/sessions/new" : `/sessions/new?${query}`;
}
