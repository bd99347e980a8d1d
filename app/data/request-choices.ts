import type { RequestInput } from "#app/domain/requests/request-input.ts";
import { parseVenueQuery } from "#app/domain/venues/venue-search.ts";
import type { Reader } from "./database.ts";
import { schoolKinds, searchVenues } from "./venue-search.ts";

/** As many as a stranger is shown: enough to find one's own school by a word more. */
const SHOWN = 10;

export interface SchoolFound {
	id: string;
	name: string;
	town: string;
	postcode: string;
}

/** Open schools that have every word typed, and how many there are in all. */
export async function findOpenSchools(
	reader: Reader,
	typed: string,
): Promise<{ schools: SchoolFound[]; total: number }> {
	const query = parseVenueQuery(typed);
	if (query.terms.length === 0) return { schools: [], total: 0 };
	const filter = { query, retired: "exclude", schools: true, page: 1, pageSize: SHOWN } as const;
	const { venues, total } = await searchVenues(reader, filter);
	return {
		schools: venues.map(({ id, name, town, postcode }) => ({ id, name, town, postcode })),
		total,
	};
}

/** An open school by its id or its URN; null for every other place. */
export async function findOpenSchool(reader: Reader, idOrUrn: string): Promise<SchoolFound | null> {
	return reader.venue.findFirst({
		where: {
			retiredAt: null,
			kind: { in: schoolKinds },
			OR: [{ id: idOrUrn }, { urn: idOrUrn }],
		},
		select: { id: true, name: true, town: true, postcode: true },
	});
}

export interface RequestedThings {
	venue: SchoolFound | null;
	/** Of the programmes asked for, those that are offered, each once. */
	programmeIds: string[];
}

/** What a request names, by id, URN or slug. */
export async function findRequestedThings(
	reader: Reader,
	{ venue, programmes }: RequestInput,
): Promise<RequestedThings> {
	const [school, offered] = await Promise.all([
		venue ? findOpenSchool(reader, venue) : null,
		reader.programme.findMany({
			where: {
				retiredAt: null,
				OR: [{ id: { in: programmes } }, { slug: { in: programmes } }],
			},
			select: { id: true },
		}),
	]);
	return { venue: school, programmeIds: offered.map(({ id }) => id) };
}
