import type { Database } from "#app/data/database.ts";
import type { Prisma } from "#app/data/generated/sqlite/client.ts";
import { venueSearchText } from "#app/domain/venues/venue-search.ts";
import { nameNumber, nextNumber } from "./next-number.ts";

const places = ["Marsh Lane", "Long Meadow", "Crow Hill", "Saltings", "Wren Park", "Old Ferry"];
const kinds = ["Academy", "High School", "Community School", "College"];
const firstNames = ["Anita", "Bola", "Catrin", "Dominic", "Esme", "Farid", "Grace", "Hamish"];
const lastNames = ["Patel-Moss", "Okafor", "Winterbourne", "Lyle", "Santos", "Quill", "Draper"];

/** A district; the same one again when its code is there already. */
export async function aDistrict(
	database: Database,
	overrides: Partial<Prisma.DistrictUncheckedCreateInput> = {},
) {
	const data = {
		code: "E07000066",
		name: "Basildon",
		laCode: "881",
		laName: "Essex",
		position: 0,
		...overrides,
	};
	return database.client.district.upsert({ where: { code: data.code }, create: data, update: {} });
}

/** A new secondary school in the default district, with a URN that no school in England has. */
export async function aVenue(
	database: Database,
	overrides: Partial<Prisma.VenueUncheckedCreateInput> = {},
) {
	const number = nextNumber("venue");
	const data = {
		urn: String(900_001 + number),
		name: nameNumber(number, places, kinds),
		kind: "school",
		phase: "secondary",
		street: `${number + 1} School Road`,
		town: "Basildon",
		postcode: "SS14 0ZZ",
		easting: 570_000 + number * 500,
		northing: 189_000,
		lowAge: 11,
		highAge: 16,
		pupils: 1000,
		rooms: "Hall\nDrama studio",
		...overrides,
		districtCode:
			overrides.districtCode === undefined
				? (await aDistrict(database)).code
				: overrides.districtCode,
	};
	const searchText = venueSearchText({ ...data, urn: data.urn ?? null });
	return database.client.venue.create({ data: { searchText, ...data } });
}

/** A new contact at a venue. */
export async function aContact(
	database: Database,
	venueId: string,
	overrides: Partial<Prisma.ContactUncheckedCreateInput> = {},
) {
	const number = nextNumber("contact");
	return database.client.contact.create({
		data: {
			name: nameNumber(number, firstNames, lastNames),
			email: `contact-${number + 1}@school.test`,
			phone: "01632 960200",
			role: "Head of year",
			...overrides,
			venueId,
		},
	});
}

/** Everything that a form about a venue sends, all of it filled in. */
export const aVenueForm = {
	name: "Saltmarsh Academy",
	kind: "school",
	urn: "800001",
	phase: "secondary",
	lowAge: "11",
	highAge: "18",
	pupils: "1,184",
	fsmPercent: "14.2",
	street: "Mill Lane",
	town: "Maldon",
	postcode: "cm90zz",
	district: "E07000074",
	easting: "585200",
	northing: "206900",
	parking: "Behind the gym",
	reception: "Main entrance",
	rooms: "Hall\nDrama studio",
	sensitivities: "Ask the DSL before mentioning May",
};
