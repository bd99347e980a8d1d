import { roadMinutes, type Spot, type TravelSettings } from "./travel.ts";

/**
 * "About 25 minutes by road from Wren Park College"; null between two sessions at one venue, and
 * where no estimate can be made it says so.
 */
export function wayWords(
	from: Spot & { name: string },
	to: Spot,
	settings: TravelSettings,
): string | null {
	if (from.venueId !== null && from.venueId === to.venueId) return null;
	const minutes = roadMinutes(from.place, to.place, settings);
	if (minutes === null) return `No estimate from ${from.name}: a place is not on record`;
	return `About ${minutes === 1 ? "1 minute" : `${minutes} minutes`} by road from ${from.name}`;
}
