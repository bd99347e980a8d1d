import type { VenueKind } from "#app/domain/venues/venue-kinds.ts";
import type { RegisterSchool, RegisterStatus } from "./register-row.ts";

/** A venue with a URN as it stands, as far as the register has a say in it. */
export interface StandingSchool
	extends Omit<RegisterSchool, "kind" | "phase" | "registerStatus" | "laCode"> {
	id: string;
	kind: VenueKind | string;
	phase: string | null;
	registerStatus: RegisterStatus | "gone" | null;
	laCode: string | null;
	retired: boolean;
	/** Whether sessions there are still to happen: such a venue is not retired yet. */
	booked: boolean;
	successorId: string | null;
}

export interface FieldChange {
	label: string;
	from: string | null;
	to: string | null;
}

/** What becomes of a school of the file. */
export type RegisterOutcome =
	| { outcome: "new" | "unchanged" | "closed_unknown" }
	| { outcome: "changed" | "reopened"; changes: FieldChange[] }
	/** `retires` is false while sessions there are still to happen. */
	| { outcome: "closed"; changes: FieldChange[]; retires: boolean };

const labels = {
	name: "Name",
	kind: "Kind of place",
	phase: "Phase",
	registerStatus: "Status",
	laCode: "Local authority code",
	laName: "Local authority",
	establishmentNumber: "Establishment number",
	typeName: "Type",
	typeGroup: "Type group",
	openDate: "Opened",
	closeDate: "Closed",
	lowAge: "Lowest age",
	highAge: "Highest age",
	sixthForm: "Sixth form",
	pupils: "Pupils",
	fsmPercent: "Free school meals (%)",
	street: "Street",
	locality: "Locality",
	town: "Town",
	county: "County",
	postcode: "Postcode",
	website: "Website",
	telephone: "Telephone",
	districtCode: "District",
	easting: "Easting",
	northing: "Northing",
	latitude: "Latitude",
	longitude: "Longitude",
} as const satisfies Partial<Record<keyof RegisterSchool, string>>;

const compared = Object.keys(labels) as (keyof typeof labels)[];

/**
 * What differs between a venue and its row in the register. The day on which the register last
 * changed the row is not compared: it moves with columns that are not kept here.
 */
export function schoolChanges(
	standing: Pick<StandingSchool, keyof typeof labels>,
	school: RegisterSchool,
): FieldChange[] {
	return compared.flatMap((key) => {
		const from = standing[key];
		const to = school[key];
		return from === to ? [] : [{ label: labels[key], from: shown(from), to: shown(to) }];
	});
}

function shown(value: string | number | boolean | null): string | null {
	if (value === null || value === "") return null;
	if (typeof value === "boolean") return value ? "yes" : "no";
	return String(value);
}

/** Closed schools that were never here stay out; one that is here is retired and keeps its history. */
export function registerOutcome(
	standing: StandingSchool | null,
	school: RegisterSchool,
	{ closedSince }: { closedSince: string | null } = { closedSince: null },
): RegisterOutcome {
	const closed = school.registerStatus === "closed";
	if (!standing)
		return { outcome: !closed || wanted(school, closedSince) ? "new" : "closed_unknown" };
	const changes = schoolChanges(standing, school);
	const wasClosed = standing.registerStatus === "closed" || standing.registerStatus === "gone";
	if (closed) {
		const retires = !standing.retired && !standing.booked;
		if (retires || !wasClosed) return { outcome: "closed", changes, retires };
	} else if (wasClosed) {
		return { outcome: "reopened", changes };
	}
	return changes.length === 0 ? { outcome: "unchanged" } : { outcome: "changed", changes };
}

function wanted({ closeDate }: RegisterSchool, closedSince: string | null): boolean {
	return closedSince !== null && closeDate !== null && closeDate >= closedSince;
}
