import { expect, it } from "vitest";
import { toLatLong } from "./national-grid.ts";

// The worked example of the Ordnance Survey's "A guide to coordinate systems in Great Britain" and
// two landmarks, in WGS84 as gazetteers give them. A hundred-thousandth of a degree is a metre.
it.each([
	["Caister water tower", 651_410, 313_177, 52.658, 1.71607],
	["Tower Bridge", 533_680, 180_270, 51.5055, -0.0753],
	["Ben Nevis", 216_670, 771_280, 56.7969, -5.0036],
])("%s", (_, easting, northing, latitude, longitude) => {
	const place = toLatLong(easting, northing);
	expect(Math.abs(place.latitude - latitude)).toBeLessThan(0.0005);
	expect(Math.abs(place.longitude - longitude)).toBeLessThan(0.0008);
});
