import { describe, expect, it } from "vitest";
import { registerOutcome, type StandingSchool } from "./register-difference.ts";
import type { RegisterSchool } from "./register-row.ts";

const school: RegisterSchool = {
	urn: "900001",
	name: "Saltmarsh Academy",
	kind: "school",
	phase: "secondary",
	registerStatus: "open",
	laCode: "881",
	laName: "Essex",
	establishmentNumber: "4999",
	typeName: "Academy converter",
	typeGroup: "Academies",
	openDate: "2012-09-01",
	closeDate: null,
	lowAge: 11,
	highAge: 18,
	sixthForm: true,
	pupils: 1184,
	fsmPercent: 14.2,
	street: "Mill Lane",
	locality: "",
	town: "Maldon",
	county: "Essex",
	postcode: "CM9 0ZZ",
	website: "",
	telephone: "",
	districtCode: "E07000074",
	easting: 585200,
	northing: 206900,
	latitude: 51.73,
	longitude: 0.68,
	registerChanged: "2026-03-04",
};
const standing: StandingSchool = {
	...school,
	id: "venue-1",
	retired: false,
	booked: false,
	successorId: null,
};

it("finds nothing to do where nothing differs, whatever day the register changed the row", () => {
	const later = { ...school, registerChanged: "2026-05-05" };
	expect(registerOutcome(standing, later)).toEqual({ outcome: "unchanged" });
});

it("names what changes, from and to, with nothing for a blank", () => {
	const changed = {
		...school,
		name: "Saltmarsh School",
		pupils: null,
		sixthForm: false,
		website: "s.example",
	};
	expect(registerOutcome(standing, changed)).toEqual({
		outcome: "changed",
		changes: [
			{ label: "Name", from: "Saltmarsh Academy", to: "Saltmarsh School" },
			{ label: "Sixth form", from: "yes", to: "no" },
			{ label: "Pupils", from: "1184", to: null },
			{ label: "Website", from: null, to: "s.example" },
		],
	});
});

it("brings in a new school, and a closed one only when asked for", () => {
	const closed: RegisterSchool = { ...school, registerStatus: "closed", closeDate: "2024-08-31" };
	expect(registerOutcome(null, school)).toEqual({ outcome: "new" });
	expect(registerOutcome(null, closed)).toEqual({ outcome: "closed_unknown" });
	expect(registerOutcome(null, closed, { closedSince: "2024-09-01" })).toEqual({
		outcome: "closed_unknown",
	});
	expect(registerOutcome(null, closed, { closedSince: "2024-08-31" })).toEqual({ outcome: "new" });
});

describe("a school that is gone and one that comes back", () => {
	const closed: RegisterSchool = { ...school, registerStatus: "closed", closeDate: "2024-08-31" };

	it("closes once", () => {
		expect(registerOutcome(standing, closed)).toMatchObject({ outcome: "closed", retires: true });
		const retired = { ...standing, ...closed, retired: true };
		expect(registerOutcome(retired, closed)).toEqual({ outcome: "unchanged" });
	});

	it("is not retired while sessions there are still to happen, and then it is", () => {
		const booked = { ...standing, booked: true };
		expect(registerOutcome(booked, closed)).toMatchObject({ outcome: "closed", retires: false });
		const marked = { ...booked, ...closed };
		expect(registerOutcome(marked, closed)).toEqual({ outcome: "unchanged" });
		expect(registerOutcome({ ...marked, booked: false }, closed)).toEqual({
			outcome: "closed",
			changes: [],
			retires: true,
		});
	});

	it("opens again after closing or missing from the register", () => {
		const gone = { ...standing, registerStatus: "gone" as const, retired: true };
		expect(registerOutcome(gone, school)).toEqual({
			outcome: "reopened",
			changes: [{ label: "Status", from: "gone", to: "open" }],
		});
	});

	it("leaves a venue retired that the team retired itself", () => {
		const byHand = { ...standing, retired: true };
		expect(registerOutcome(byHand, school)).toEqual({ outcome: "unchanged" });
		expect(registerOutcome(byHand, { ...school, pupils: 1 })).toMatchObject({ outcome: "changed" });
	});
});
