import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseVenueQuery, searchWords, venueSearchText } from "#app/domain/venues/venue-search.ts";

const saltmarsh = {
	name: "St Osyth’s Café Lane School",
	town: "Clacton-on-Sea",
	postcode: "CO15 0ZZ",
	urn: "900002",
};
const text = venueSearchText(saltmarsh);

function finds(typed: string): boolean {
	return parseVenueQuery(typed).terms.every((term) => text.includes(term));
}

describe("venueSearchText", () => {
	it("holds name, town, postcode both ways and URN, in the letters of a plain keyboard", () => {
		expect(text).toBe("st osyths cafe lane school  clacton on sea  co15 0zz  co150zz  900002");
	});

	it("leaves out what a venue does not have", () => {
		expect(venueSearchText({ name: "Youth club", town: "", postcode: "", urn: null })).toBe(
			"youth club",
		);
	});
});

describe("parseVenueQuery", () => {
	it.each([
		"osyth",
		"St. Osyth's",
		"st osyth’s cafe",
		"CAFÉ",
		"school clacton",
		"clacton on sea",
		"Clacton-on-Sea",
		"CO15 0ZZ",
		"co150zz",
		"co15 0",
		"co15 0z",
		"co15",
		"lane co15 0zz",
		"lane co150zz",
		"900002",
		"9000",
		"",
		"   ",
		"%",
	])("finds the venue by %j", (typed) => {
		expect(finds(typed)).toBe(true);
	});

	it.each(["osyths colchester", "co15 1", "co16 0zz", "900003", "100%zz"])(
		"does not find it by %j",
		(typed) => {
			expect(finds(typed)).toBe(false);
		},
	);

	it.each([
		["900002", { terms: ["900002"], urn: "900002", postcode: null }],
		["co15 0zz", { terms: ["co150zz"], urn: null, postcode: "CO15 0ZZ" }],
		["co15 0", { terms: ["co150"], urn: null, postcode: null }],
		["Lane lane", { terms: ["lane"], urn: null, postcode: null }],
	])("reads %j as %j", (typed, query) => {
		expect(parseVenueQuery(typed)).toEqual(query);
	});

	it("bears anything at all, and leaves no wildcard", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 400 }), (typed) => {
				const { terms } = parseVenueQuery(typed);
				expect(terms.length).toBeLessThanOrEqual(8);
				for (const term of terms) expect(term).toMatch(/^[\p{L}\p{N}]+$/u);
			}),
		);
		expect(parseVenueQuery("a".repeat(10_000)).terms[0]?.length).toBe(200);
	});
});

describe("searchWords", () => {
	it("changes nothing twice", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (typed) => {
				expect(searchWords(searchWords(typed))).toBe(searchWords(typed));
			}),
		);
	});
});
