import { readFileSync } from "node:fs";

/**
 * Fictional places in Essex's real districts. Their URNs begin with 9, which no school in England
 * has; their postcodes end in 0ZZ, which no street has; they stand on real ground (EPSG:27700).
 */
export interface VenueSpec {
	/** 900101 and on for schools; null for places outside the register. */
	urn: string | null;
	name: string;
	kind: "school" | "college" | "alternative_provision" | "youth_club" | "other";
	phase: "primary" | "secondary" | "all_through" | "sixteen_plus" | null;
	district: string;
	street: string;
	town: string;
	postcode: string;
	easting: number;
	northing: number;
	pupils: number | null;
	/** Percentage of pupils on free school meals. */
	fsm: number | null;
	/** Some are visited again and again, some not any more, some never were. */
	visits: "often" | "no longer" | "never";
}

/** Only places that are no schools are visited in the evening and at weekends. */
export function keepsSchoolHours({ kind }: Pick<VenueSpec, "kind">): boolean {
	return kind !== "youth_club" && kind !== "other";
}

/** why no CSV parser: the file is ours, and nothing in it holds a comma or a quote. */
function readVenues(): VenueSpec[] {
	const [, ...lines] = readFileSync(new URL("venues.csv", import.meta.url), "utf8")
		.trim()
		.split("\n");
	return lines.map((line, at) => {
		const [name = "", kind, phase, district = "", street = "", town = "", postcode = "", ...rest] =
			line.split(",");
		const [easting, northing, pupils, fsm, visits] = rest;
		const spec = {
			name,
			kind: kind as VenueSpec["kind"],
			phase: (phase || null) as VenueSpec["phase"],
			district,
			street,
			town,
			postcode,
			easting: Number(easting),
			northing: Number(northing),
			pupils: Number(pupils) || null,
			fsm: Number(fsm) || null,
			visits: visits as VenueSpec["visits"],
		};
		return { ...spec, urn: keepsSchoolHours(spec) ? String(900_101 + at) : null };
	});
}

export const venueSpecs: readonly VenueSpec[] = readVenues();

export function venueNamed(name: string): VenueSpec {
	const spec = venueSpecs.find((venue) => venue.name === name);
	if (!spec) throw new Error(`The demo has no ${name}`);
	return spec;
}
