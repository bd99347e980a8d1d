import type { Transaction } from "#app/data/database.ts";
import { readDistrictChoices } from "#app/data/districts.ts";
import { type Change, changesBetween } from "#app/data/history.ts";
import {
	findVenueByUrn,
	findVenueTwin,
	type VenueFields,
	type VenueRecord,
} from "#app/data/venues.ts";
import { localDateOf } from "#app/domain/time.ts";
import type { VenueInput } from "#app/domain/venues/venue-input.ts";
import { phaseLabel, venueKindLabel } from "#app/domain/venues/venue-kinds.ts";
import type { CommandContext } from "./command-context.ts";
import { type RegisterRefusal, taken, unknownChoice } from "./register-outcome.ts";

const labels = {
	name: "Name",
	kind: "Kind",
	urn: "URN",
	phase: "Phase",
	lowAge: "Lowest age",
	highAge: "Highest age",
	pupils: "Pupils",
	fsmPercent: "Free school meals (%)",
	street: "Street",
	town: "Town",
	postcode: "Postcode",
	district: "District",
	easting: "Easting",
	northing: "Northing",
	parking: "Parking",
	reception: "Reception",
	rooms: "Rooms",
};

/** What an invite says of where a session is. */
export const addressLabels = {
	name: "Venue",
	street: "Street",
	town: "Town",
	postcode: "Postcode",
};

export function venueFields(input: VenueInput): VenueFields {
	return {
		name: input.name,
		kind: input.kind,
		urn: input.urn ?? null,
		phase: input.phase ?? null,
		lowAge: input.lowAge ?? null,
		highAge: input.highAge ?? null,
		pupils: input.pupils ?? null,
		fsmPercent: input.fsmPercent ?? null,
		street: input.street ?? "",
		town: input.town ?? "",
		postcode: input.postcode ?? "",
		districtCode: input.district ?? null,
		easting: input.easting ?? null,
		northing: input.northing ?? null,
		parking: input.parking ?? "",
		reception: input.reception ?? "",
		rooms: input.rooms,
		sensitivities: input.sensitivities ?? "",
	};
}

/**
 * Why a venue cannot be saved as typed, or null. A district that was abolished can be kept by the
 * venue that has it, and not be chosen for another.
 */
export async function venueRefusal(
	tx: Transaction,
	{ now, settings }: CommandContext,
	fields: VenueFields,
	before: VenueRecord | null = null,
): Promise<RegisterRefusal | null> {
	const exceptId = before?.id ?? null;
	const namesake = fields.urn === null ? null : await findVenueByUrn(tx, fields.urn, exceptId);
	if (namesake) return taken("urn", namesake);
	const twin = await findVenueTwin(tx, fields, exceptId);
	if (twin) return taken("name", twin);
	const { districtCode } = fields;
	if (districtCode === null || districtCode === before?.districtCode) return null;
	const districts = await readDistrictChoices(tx, localDateOf(now, settings.zone));
	const known = districts.some(({ code }) => code === districtCode);
	return known ? null : unknownChoice("district");
}

/** What history tells of an edit; of sensitivities only that they changed, since it is read by more. */
export function venueChanges(before: VenueRecord, after: VenueRecord): Change[] {
	const changes = changesBetween(labels, shown(before), shown(after));
	if (before.sensitivities === after.sensitivities) return changes;
	return [...changes, { label: "Sensitivities", to: "changed" }];
}

function shown(venue: VenueRecord) {
	return {
		...venue,
		kind: venueKindLabel(venue.kind),
		phase: phaseLabel(venue.phase),
		district: venue.district?.name,
	};
}
