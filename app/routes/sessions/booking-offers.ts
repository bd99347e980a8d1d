import type { Reader } from "#app/data/database.ts";
import type { ProgrammeChoices } from "#app/data/programmes.ts";
import { searchVenues } from "#app/data/venue-search.ts";
import { readVenueForBooking } from "#app/data/venues.ts";
import { formatYearGroups } from "#app/domain/sessions/year-groups.ts";
import { parseVenueQuery } from "#app/domain/venues/venue-search.ts";

/** How many places a search shows before it asks for more words. */
const MATCHES = 8;

/** Programmes as cards, in the order of their themes. */
export function programmeCards(themes: readonly ProgrammeChoices[]) {
	return themes.flatMap(({ theme, programmes }) =>
		programmes.map(({ id, name, lengthMinutes, yearGroups: suits, largestGroup, ...rest }) => ({
			id,
			name,
			theme: theme.name,
			lines: [
				`${lengthMinutes} minutes, ${suits.length === 0 ? "any year group" : formatYearGroups(suits)}`,
				[
					largestGroup === null ? "any size" : `up to ${largestGroup}`,
					`${rest.facilitatorsNeeded} ${rest.facilitatorsNeeded === 1 ? "facilitator" : "facilitators"}`,
				].join(", "),
			],
		})),
	);
}

/** The chosen venue with its contacts and rooms; empty for none and for one that is retired. */
export async function readPlace(client: Reader, id: string, date: string | null) {
	const found = id === "" ? null : await readVenueForBooking(client, id, date);
	if (!found) return { venue: null, contacts: [], rooms: [] };
	const { venue, contacts, rooms } = found;
	return {
		venue: { id: venue.id, name: venue.name, about: aboutVenue(venue) },
		contacts: contacts.map(({ id: contactId, name, role, email }) => ({
			id: contactId,
			name,
			about: [role, email].filter((part) => part !== "").join(", "),
		})),
		rooms,
	};
}

function aboutVenue({ town, postcode }: { town: string; postcode: string }): string {
	return [town, postcode].filter((part) => part !== "").join(", ");
}

/** Venues that have every word typed; `found` is how many there are in all, null without words. */
export async function readMatches(client: Reader, typed: string) {
	const query = parseVenueQuery(typed);
	if (query.terms.length === 0) return { matches: [], found: null };
	const { venues, total } = await searchVenues(client, {
		query,
		retired: "exclude",
		page: 1,
		pageSize: MATCHES,
	});
	return {
		matches: venues.map((venue) => ({ id: venue.id, name: venue.name, about: aboutVenue(venue) })),
		found: total,
	};
}
