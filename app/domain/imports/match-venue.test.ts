import { describe, expect, it } from "vitest";
import { nameKeyOf, nameLikeness, oneEditApart } from "./likeness.ts";
import { indexVenues, type KnownVenue, matchVenue, venueOnDay } from "./match-venue.ts";

function venue(id: string, name: string, fields: Partial<KnownVenue> = {}): KnownVenue {
	return {
		id,
		name,
		urn: null,
		town: "Maldon",
		postcode: "",
		openDate: null,
		closeDate: null,
		successorId: null,
		...fields,
	};
}

const index = indexVenues([
	venue("saltmarsh", "Saltmarsh Academy", { urn: "900001", postcode: "CM9 0ZZ" }),
	venue("osyth", "St Osyth’s Church of England Primary School", {
		urn: "900002",
		postcode: "CO15 0ZZ",
	}),
	venue("unit", "Estuary School", {
		urn: "900003",
		postcode: "SS1 0ZZ",
		openDate: "2005-09-01",
		closeDate: "2024-08-31",
		successorId: "academy",
	}),
	venue("academy", "Estuary School", {
		urn: "900004",
		postcode: "SS1 0ZZ",
		openDate: "2024-09-01",
	}),
	venue("holy-maldon", "Holy Trinity Primary School", { postcode: "CM9 1ZZ" }),
	venue("holy-grays", "Holy Trinity Primary School", { postcode: "RM17 0ZZ" }),
]);

function match(place: { urn?: string; name?: string; postcode?: string }) {
	return matchVenue(index, { urn: "", name: "", postcode: "", ...place });
}

describe("names", () => {
	it("are one name however they are written", () => {
		const key = nameKeyOf("St Osyth’s Church of England Primary School");
		expect(nameKeyOf("ST. OSYTH'S C OF E PRIMARY SCHOOL")).toBe(key);
		expect(nameKeyOf("St Osyths CofE Prim Sch")).toBe(key);
		expect(nameKeyOf("Saint Osyth's C.E. Primary School")).toBe(key);
		expect(nameKeyOf("St Osyth's Primary School")).not.toBe(key);
	});

	it("are alike by the words that tell, not by those every school has", () => {
		expect(nameLikeness("Saltmarsh", "Saltmarsh Academy")).toBeGreaterThan(0.8);
		expect(nameLikeness("Saltmarch Academy", "Saltmarsh Academy")).toBeGreaterThan(0.8);
		expect(nameLikeness("Crow Hill Primary School", "Wren Park Primary School")).toBeLessThan(0.35);
		expect(nameLikeness("", "Saltmarsh")).toBe(0);
	});

	it.each([
		["marsh", "march", true],
		["marsh", "mash", true],
		["marsh", "marshy", true],
		["marsh", "amrsh", true],
		["marsh", "marsh", false],
		["marsh", "merch", false],
		["marsh", "hsram", false],
	])("%s and %s are one letter apart: %s", (a, b, apart) => {
		expect(oneEditApart(a, b)).toBe(apart);
		expect(oneEditApart(b, a)).toBe(apart);
	});
});

describe("a row that names its place surely", () => {
	it.each([
		["by its URN", { urn: "900001" }, "saltmarsh"],
		[
			"by its URN, spaced, and a name that fits",
			{ urn: "900 001", name: "Saltmarsh" },
			"saltmarsh",
		],
		["by a name that one venue has", { name: "saltmarsh academy" }, "saltmarsh"],
		[
			"by its whole name and postcode",
			{ name: "Saltmarsh Academy", postcode: "cm90zz" },
			"saltmarsh",
		],
		[
			"by a name nearly right at its postcode",
			{ name: "Saltmarsh Acad.", postcode: "CM9 0ZZ" },
			"saltmarsh",
		],
		[
			"by a name of two and the postcode",
			{ name: "Holy Trinity Primary School", postcode: "RM17 0ZZ" },
			"holy-grays",
		],
		["by a name that a school and its successor share", { name: "Estuary School" }, "academy"],
	])("%s", (_, place, id) => {
		expect(match(place)).toEqual({ kind: "certain", id });
	});
});

describe("a row that leaves a doubt", () => {
	it.each([
		["another school's URN", { urn: "900001", name: "Crow Hill" }, "urn_of_another", ["saltmarsh"]],
		[
			"a URN nobody has",
			{ urn: "999999", name: "Saltmarsh Academy" },
			"urn_unknown",
			["saltmarsh"],
		],
		["no URN at all", { urn: "JET", name: "" }, "urn_unknown", []],
		[
			"a name of two",
			{ name: "Holy Trinity Primary School" },
			"same_name",
			["holy-maldon", "holy-grays"],
		],
		[
			"its name at another postcode",
			{ name: "Saltmarsh Academy", postcode: "CM1 0ZZ" },
			"other_postcode",
			["saltmarsh"],
		],
		["a name like it", { name: "Saltmarsh" }, "alike", ["saltmarsh"]],
		["a name like nothing", { name: "Zebra" }, "unknown", []],
		[
			"nothing but a postcode it shares",
			{ name: "Zebra", postcode: "CM9 0ZZ" },
			"alike",
			["saltmarsh"],
		],
	])("%s", (_, place, why, candidates) => {
		const found = match(place);
		expect(found).toMatchObject({ kind: "doubtful", why });
		expect(found.kind === "doubtful" && found.candidates.map(({ id }) => id)).toEqual(candidates);
	});
});

describe("a school and the one it became", () => {
	it.each([
		["academy", "2024-08-31", "unit"],
		["academy", "2024-09-01", "academy"],
		["unit", "2024-08-31", "unit"],
		["unit", "2024-09-01", "academy"],
		["saltmarsh", "1999-01-01", "saltmarsh"],
	])("%s on %s is %s", (id, day, expected) => {
		expect(venueOnDay(index, id, day)).toBe(expected);
	});

	it("goes round no circle", () => {
		const circle = indexVenues([
			venue("a", "A", { closeDate: "2020-01-01", successorId: "b" }),
			venue("b", "B", { closeDate: "2020-01-01", successorId: "a" }),
		]);
		expect(["a", "b"]).toContain(venueOnDay(circle, "a", "2021-01-01"));
	});
});
