import proj4 from "proj4";

/** Degrees in WGS84, as maps and telephones use them. */
export interface LatLong {
	latitude: number;
	longitude: number;
}

/** What stands for the place of a venue that has none on record. */
export const nowhere = { latitude: null, longitude: null };

// EPSG:27700, with the seven parameters of EPSG:1314, which are true to about five metres.
const britishNationalGrid =
	"+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy " +
	"+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs";

const toDegrees = proj4(britishNationalGrid, "EPSG:4326");

/** A place on the national grid, in metres, as latitude and longitude to a metre or so. */
export function toLatLong(easting: number, northing: number): LatLong {
	const [longitude = 0, latitude = 0] = toDegrees.forward([easting, northing]);
	return { latitude: round(latitude), longitude: round(longitude) };
}

function round(degrees: number): number {
	return Math.round(degrees * 1e5) / 1e5;
}
