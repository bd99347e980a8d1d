import type { LocalDate } from "#app/domain/time.ts";
import { type LatLong, nowhere, toLatLong } from "#app/domain/venues/national-grid.ts";
import { normalisePostcode } from "#app/domain/venues/postcode.ts";
import { isUrn } from "#app/domain/venues/urn.ts";
import type { Phase, VenueKind } from "#app/domain/venues/venue-kinds.ts";
import { CellReader, quoted } from "./cell-reader.ts";
import type { RegisterColumn } from "./register-columns.ts";
import { isSchoolType, kindOfType, phaseFrom } from "./register-types.ts";

/** As the register has it: `closing` is "Open, but proposed to close", which can still be visited. */
export type RegisterStatus = "open" | "closing" | "closed";

/** What the register says of one school, as it is kept. */
export interface RegisterSchool {
	urn: string;
	name: string;
	kind: VenueKind;
	phase: Phase | null;
	registerStatus: RegisterStatus;
	laCode: string;
	laName: string;
	establishmentNumber: string | null;
	typeName: string;
	typeGroup: string;
	openDate: LocalDate | null;
	closeDate: LocalDate | null;
	lowAge: number | null;
	highAge: number | null;
	sixthForm: boolean | null;
	pupils: number | null;
	fsmPercent: number | null;
	street: string;
	locality: string;
	town: string;
	county: string;
	postcode: string;
	website: string;
	telephone: string;
	districtCode: string | null;
	easting: number | null;
	northing: number | null;
	latitude: number | null;
	longitude: number | null;
	registerChanged: LocalDate | null;
}

export type LeftOut = "not_a_school" | "proposed";

export type ReadRegisterRow =
	| { kind: "school"; school: RegisterSchool; districtName: string }
	/** Readable, and nothing that Termtime keeps. */
	| { kind: "left_out"; why: LeftOut; urn: string; laCode: string }
	/** What is wrong, a sentence each, with the column's name. The row changes nothing. */
	| { kind: "unreadable"; urn: string; name: string; problems: string[] };

const statuses: Record<string, RegisterStatus | "proposed"> = {
	open: "open",
	"open, but proposed to close": "closing",
	closed: "closed",
	"proposed to open": "proposed",
};

type Reader = CellReader<RegisterColumn>;

/** Reads one row; `cell` gives a column's text, decoded. */
export function readRegisterRow(cell: (name: RegisterColumn) => string): ReadRegisterRow {
	const row: Reader = new CellReader(cell);
	const urn = row.text("URN");
	const typeName = row.text("TypeOfEstablishment (name)");
	const typeGroup = row.text("EstablishmentTypeGroup (name)");
	const laCode = row.text("LA (code)");
	if (!isSchoolType(typeName, typeGroup)) {
		return { kind: "left_out", why: "not_a_school", urn, laCode };
	}
	if (!isUrn(urn)) row.refuse(`URN is not a number of six digits: ${quoted(urn)}`);
	const name = row.needed("EstablishmentName");
	const status = statusOf(row);
	if (status === "proposed" && row.problems.length === 0) {
		return { kind: "left_out", why: "proposed", urn, laCode };
	}
	const known = { urn, name, laCode, typeName, typeGroup, status: status ?? "open" };
	const school = schoolFrom(row, known);
	const districtName = row.text("DistrictAdministrative (name)");
	if (row.problems.length > 0) return { kind: "unreadable", urn, name, problems: row.problems };
	return { kind: "school", school, districtName };
}

function statusOf(row: Reader): RegisterStatus | "proposed" | undefined {
	const word = row.text("EstablishmentStatus (name)");
	const status = statuses[word.toLowerCase()];
	if (!status) row.refuse(`EstablishmentStatus (name) is not a status known here: ${quoted(word)}`);
	return status;
}

interface Known {
	urn: string;
	name: string;
	laCode: string;
	typeName: string;
	typeGroup: string;
	status: RegisterStatus | "proposed";
}

/** why every field by its name: objects put together of others take forty times the memory. */
function schoolFrom(row: Reader, known: Known): RegisterSchool {
	const { lowAge, highAge, phase } = agesOf(row);
	const place = placeOf(row);
	const postcode = row.text("Postcode", 20);
	return {
		urn: known.urn,
		name: known.name,
		kind: kindOfType(known.typeName, known.typeGroup),
		phase,
		registerStatus: known.status === "proposed" ? "open" : known.status,
		laCode: known.laCode,
		laName: row.text("LA (name)"),
		establishmentNumber: row.text("EstablishmentNumber", 20) || null,
		typeName: known.typeName,
		typeGroup: known.typeGroup,
		openDate: row.date("OpenDate"),
		closeDate: row.date("CloseDate"),
		lowAge,
		highAge,
		sixthForm: sixthFormOf(row.text("OfficialSixthForm (name)")),
		pupils: row.whole("NumberOfPupils", 99_999),
		fsmPercent: row.percentage("PercentageFSM"),
		street: row.text("Street"),
		locality: localityOf(row),
		town: row.text("Town"),
		county: countyOf(row.text("County (name)")),
		postcode: normalisePostcode(postcode) ?? postcode,
		website: row.text("SchoolWebsite", 300),
		telephone: row.text("TelephoneNum", 40),
		districtCode: districtCodeOf(row.text("DistrictAdministrative (code)")),
		easting: place.easting,
		northing: place.northing,
		latitude: place.latitude,
		longitude: place.longitude,
		registerChanged: row.date("LastChangedDate"),
	};
}

function agesOf(row: Reader) {
	const lowAge = row.whole("StatutoryLowAge", 120);
	const highAge = row.whole("StatutoryHighAge", 120);
	if (lowAge !== null && highAge !== null && highAge < lowAge) {
		row.refuse(`StatutoryHighAge is below StatutoryLowAge: ${highAge} and ${lowAge}`);
	}
	const word = row.text("PhaseOfEducation (name)");
	const phase = phaseFrom(word, { lowAge, highAge });
	if (phase === undefined) {
		row.refuse(`PhaseOfEducation (name) is not a phase known here: ${quoted(word)}`);
	}
	return { lowAge, highAge, phase: phase ?? null };
}

function sixthFormOf(words: string): boolean | null {
	if (words === "Has a sixth form") return true;
	return words === "Does not have a sixth form" ? false : null;
}

function localityOf(row: Reader): string {
	return [row.text("Locality"), row.text("Address3")].filter((part) => part).join(", ");
}

function countyOf(name: string): string {
	return /^not recorded$/i.test(name) ? "" : name;
}

/** A GSS code, or null for the register's ways of saying that it has none. */
function districtCodeOf(text: string): string | null {
	return /^[EW]\d{8}$/.test(text) ? text : null;
}

interface Place extends LatLong {
	easting: number | null;
	northing: number | null;
}

/** The register writes 0,0 for a place it does not know: off the coast, and never a school. */
function placeOf(row: Reader): Place | Record<keyof Place, null> {
	const easting = row.whole("Easting", 700_000);
	const northing = row.whole("Northing", 1_300_000);
	if (!easting || !northing) return { easting: null, northing: null, ...nowhere };
	return { easting, northing, ...toLatLong(easting, northing) };
}
