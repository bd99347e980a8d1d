import { describe, expect, it } from "vitest";
import { aRegisterRow } from "#tests/factories/register-file.ts";
import type { RegisterColumn } from "./register-columns.ts";
import { readRegisterRow } from "./register-row.ts";

const saltmarsh: Record<string, string> = aRegisterRow({
	Postcode: "cm90zz",
	SchoolWebsite: "www.saltmarsh.example",
	TelephoneNum: "01621000000",
});

function read(changed: Partial<Record<RegisterColumn, string>> = {}) {
	const cells = { ...saltmarsh, ...changed };
	return readRegisterRow((name) => cells[name] ?? "");
}

function school(changed: Partial<Record<RegisterColumn, string>> = {}) {
	const row = read(changed);
	if (row.kind !== "school") throw new Error(`Expected a school: ${JSON.stringify(row)}`);
	return row.school;
}

it("reads a school whole", () => {
	expect(school()).toEqual({
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
		website: "www.saltmarsh.example",
		telephone: "01621000000",
		districtCode: "E07000074",
		easting: 585200,
		northing: 206900,
		// Ordnance Survey's own converter: 51.73022, 0.68039.
		latitude: expect.closeTo(51.73, 2),
		longitude: expect.closeTo(0.68, 2),
		registerChanged: "2026-03-04",
	});
});

describe("status", () => {
	it.each([
		["Open", "open"],
		["Open, but proposed to close", "closing"],
		["Closed", "closed"],
	])("%s is %s", (word, status) => {
		expect(school({ "EstablishmentStatus (name)": word }).registerStatus).toBe(status);
	});

	it("leaves out what is only proposed to open", () => {
		const row = read({ "EstablishmentStatus (name)": "Proposed to open" });
		expect(row).toMatchObject({ kind: "left_out", why: "proposed" });
	});
});

describe("phase", () => {
	it.each([
		["Not applicable", "3", "16", "all_through"],
		["Not applicable", "11", "16", "secondary"],
		["Not applicable", "3", "11", "primary"],
		["Not applicable", "4", "13", "primary"],
		["Not applicable", "0", "5", "nursery"],
		["Not applicable", "16", "99", "sixteen_plus"],
		["Not applicable", "", "16", null],
		["Middle deemed primary", "8", "12", "middle_primary"],
		["All-through", "3", "18", "all_through"],
		["16 plus", "16", "99", "sixteen_plus"],
	])("%s, ages %s to %s: %s", (phase, low, high, expected) => {
		const ages = { StatutoryLowAge: low, StatutoryHighAge: high };
		expect(school({ "PhaseOfEducation (name)": phase, ...ages }).phase).toBe(expected);
	});
});

describe("kind of place", () => {
	it.each([
		["Pupil referral unit", "Local authority maintained schools", "alternative_provision"],
		["Academy alternative provision converter", "Academies", "alternative_provision"],
		["Further education", "Colleges", "college"],
		["Free schools 16 to 19", "Free Schools", "college"],
		["Academy 16-19 converter", "Academies", "college"],
		["Other independent special school", "Independent schools", "school"],
		["Secure units", "Other types", "other"],
	])("%s is %s", (type, group, kind) => {
		const named = { "TypeOfEstablishment (name)": type, "EstablishmentTypeGroup (name)": group };
		expect(school(named).kind).toBe(kind);
	});

	it.each([
		["Higher education institutions", "Universities"],
		["Welsh establishment", "Welsh schools"],
		["Offshore schools", "Other types"],
		["Miscellaneous", "Other types"],
		["Children’s centre", "Other types"],
	])("%s is left out, even if the rest cannot be read", (type, group) => {
		const row = read({
			"TypeOfEstablishment (name)": type,
			"EstablishmentTypeGroup (name)": group,
			URN: "20001",
			StatutoryLowAge: "young",
		});
		expect(row).toMatchObject({ kind: "left_out", why: "not_a_school", urn: "20001" });
	});
});

it("takes 0,0 for an unknown place, and 0 for a real age", () => {
	expect(school({ Easting: "0", Northing: "0", StatutoryLowAge: "0" })).toMatchObject({
		easting: null,
		northing: null,
		latitude: null,
		longitude: null,
		lowAge: 0,
	});
});

it("joins locality and third line, and cleans what no line of text may hold", () => {
	const row = {
		Locality: " Little  Thurrock\t",
		Address3: "Near\u0000 the mill",
		EstablishmentName: "A\u202Eb",
	};
	expect(school(row)).toMatchObject({ locality: "Little Thurrock, Near the mill", name: "A b" });
});

it("says all that is wrong with a row, by column, and keeps its number and name", () => {
	const row = read({
		OpenDate: "31-02-2020",
		CloseDate: "2020-01-31",
		NumberOfPupils: "many",
		PercentageFSM: "140",
		StatutoryLowAge: "18",
		StatutoryHighAge: "11",
		"PhaseOfEducation (name)": "Tertiary",
		Easting: "99999999",
	});
	expect(row).toEqual({
		kind: "unreadable",
		urn: "900001",
		name: "Saltmarsh Academy",
		problems: [
			"StatutoryHighAge is below StatutoryLowAge: 11 and 18",
			"PhaseOfEducation (name) is not a phase known here: “Tertiary”",
			"Easting is not a whole number up to 700000: “99999999”",
			"OpenDate is not a date like 31-08-2027: “31-02-2020”",
			"CloseDate is not a date like 31-08-2027: “2020-01-31”",
			"NumberOfPupils is not a whole number up to 99999: “many”",
			"PercentageFSM is not a percentage: “140”",
		],
	});
});

it.each([
	[{ URN: "" }, "URN is not a number of six digits: “”"],
	[{ URN: "12345" }, "URN is not a number of six digits: “12345”"],
	[{ EstablishmentName: "  " }, "EstablishmentName is empty"],
	[
		{ "EstablishmentStatus (name)": "Dormant" },
		"EstablishmentStatus (name) is not a status known here: “Dormant”",
	],
	[{ Street: "x".repeat(201) }, "Street is longer than 200 characters"],
])("cannot read %j", (changed, problem) => {
	expect(read(changed)).toMatchObject({ kind: "unreadable", problems: [problem] });
});
