import { phaseLabels, venueKindLabels } from "#app/domain/venues/venue-kinds.ts";
import { parseVenueQuery } from "#app/domain/venues/venue-search.ts";

/** What an address asks of the list of venues; the same for the page and its files. */
export function readVenueFilters(
	query: URLSearchParams,
	districts: readonly { readonly code: string }[],
) {
	const codes = districts.map(({ code }) => code);
	const q = (query.get("q") ?? "").slice(0, 200);
	const filters = {
		district: oneOf(query.get("district"), codes),
		kind: oneOf(query.get("kind"), Object.keys(venueKindLabels)),
		phase: oneOf(query.get("phase"), Object.keys(phaseLabels)),
		retired: query.get("retired") === "yes" ? "yes" : "",
	};
	const conditions = {
		query: parseVenueQuery(q),
		districtCode: filters.district,
		kind: filters.kind,
		phase: filters.phase,
		retired: filters.retired ? ("include" as const) : ("exclude" as const),
	};
	return { q, filters, conditions };
}

function oneOf(typed: string | null, known: readonly string[]): string {
	return typed !== null && known.includes(typed) ? typed : "";
}
