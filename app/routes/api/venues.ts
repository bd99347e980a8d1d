import { searchVenues } from "#app/data/venue-search.ts";
import { parseVenueQuery } from "#app/domain/venues/venue-search.ts";
import { apiLoader, apiOtherMethod, pageAsked } from "#app/http/api.ts";
import { filterRefusal, json } from "#app/http/api-answer.ts";

/** Venues that have every word of `q`, in the order of the page; the cursor counts pages. */
export const loader = apiLoader("register.view", async ({ app }, asked) => {
	const { limit, cursor, params } = pageAsked(asked);
	if (cursor !== null && !/^[1-9]\d{0,5}$/.test(cursor)) {
		return filterRefusal([{ field: "cursor", message: "Send a cursor as it was given" }]);
	}
	const page = Number(cursor ?? "1");
	const { venues, total } = await searchVenues(app.database.client, {
		query: parseVenueQuery(params.get("q") ?? ""),
		retired: "include",
		page,
		pageSize: limit,
	});
	const items = venues.map(({ id, urn, name, kind, phase, town, postcode, ...venue }) => ({
		...{ id, urn, name, kind, phase, town, postcode },
		district: venue.districtName,
		retired: venue.retiredAt !== null,
	}));
	return json({ items, nextCursor: page * limit < total ? String(page + 1) : null });
});

export const action = apiOtherMethod;
