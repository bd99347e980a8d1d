import type { Place } from "#app/domain/travel/travel.ts";
import { normalisePostcode } from "#app/domain/venues/postcode.ts";
import type { Reader } from "./database.ts";

/** The place of the venue with a URN, or of one with a postcode; null where none on record has it. */
export async function findPlace(reader: Reader, at: string): Promise<Place | null> {
	const row = await reader.venue.findFirst({
		where: {
			...(/^\d{6}$/.test(at) ? { urn: at } : { postcode: normalisePostcode(at) ?? "none" }),
			easting: { not: null },
			northing: { not: null },
		},
		select: { easting: true, northing: true },
		orderBy: { id: "asc" },
	});
	if (row?.easting == null || row.northing == null) return null;
	return { easting: row.easting, northing: row.northing };
}
