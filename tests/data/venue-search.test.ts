import { beforeAll, expect, it } from "vitest";
import { createVenue } from "#app/commands/create-venue.ts";
import { ensureDistricts } from "#app/commands/ensure-districts.ts";
import { retireVenue } from "#app/commands/retire-venue.ts";
import { searchVenues, type VenueFilter } from "#app/data/venue-search.ts";
import { venueInput } from "#app/domain/venues/venue-input.ts";
import { parseVenueQuery } from "#app/domain/venues/venue-search.ts";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";

const schools = [
	["Saltmarsh Academy", "Maldon", "CM9 0ZZ", "800001", "E07000074", "secondary"],
	[
		"St Osyth’s Café Lane Primary School",
		"Clacton-on-Sea",
		"CO15 0ZZ",
		"800002",
		"E07000076",
		"primary",
	],
	["Old Mill School", "Grays", "RM17 0ZZ", "800005", "E06000034", "all_through"],
	["old mill nursery", "Grays", "RM17 0ZZ", "800006", "E06000034", "nursery"],
	["Millbrook College 2", "Aveley", "RM15 0ZZ", "800008", "E06000034", "primary"],
	["Millbrook College", "Maldon", "CM9 0ZY", "800007", "E07000074", "sixteen_plus"],
] as const;

describeOnBothEngines("searchVenues", (world) => {
	async function names(typed: string, filter: Partial<VenueFilter> = {}): Promise<string[]> {
		const query = parseVenueQuery(typed);
		const { venues } = await searchVenues(world.database.client, {
			query,
			retired: "include",
			page: 1,
			pageSize: 50,
			...filter,
		});
		return venues.map(({ name }) => name);
	}

	beforeAll(async () => {
		await ensureDistricts(world.database);
		for (const [name, town, postcode, urn, district, phase] of schools) {
			const kind = "school";
			const input = venueInput.parse({ name, town, postcode, urn, district, phase, kind });
			const created = await createVenue(world.context(), input);
			if (!created.ok) throw new Error(created.reason);
			if (name === "Old Mill School") await retireVenue(world.context(), created.id);
		}
	});

	it("shows everything by name where nothing is asked, what is retired last", async () => {
		expect(await names("")).toEqual([
			"Millbrook College",
			"Millbrook College 2",
			"old mill nursery",
			"Saltmarsh Academy",
			"St Osyth’s Café Lane Primary School",
			"Old Mill School",
		]);
		expect(await names("", { retired: "exclude" })).not.toContain("Old Mill School");
	});

	it.each([
		["part of the name", "marsh"],
		["words in any order", "academy saltmarsh"],
		["the town", "maldon academy"],
		["the postcode", "CM9 0ZZ"],
		["the postcode without its space", "cm90zz"],
		["the URN", "800001"],
		["name and postcode", "salt cm90zz"],
	])("finds a venue by %s", async (_, typed) => {
		expect(await names(typed)).toEqual(["Saltmarsh Academy"]);
	});

	it("does not read what is typed as a pattern, and finds accents by plain letters", async () => {
		expect(await names("st_osyths%")).toEqual(["St Osyth’s Café Lane Primary School"]);
		expect(await names("cafe OSYTHS")).toEqual(["St Osyth’s Café Lane Primary School"]);
	});

	it("puts the venue whose postcode was typed whole first, and an open one before a retired one", async () => {
		expect(await names("rm17 0zz")).toEqual(["old mill nursery", "Old Mill School"]);
		const lane = venueInput.parse({ name: "A CM90ZZ Lane Hall", kind: "other", town: "Maldon" });
		await createVenue(world.context(), lane);
		expect(await names("CM9 0ZZ")).toEqual(["Saltmarsh Academy", "A CM90ZZ Lane Hall"]);
	});

	it("filters by district, kind and phase, and gives pages of one stable order", async () => {
		expect(await names("", { districtCode: "E07000076" })).toEqual([
			"St Osyth’s Café Lane Primary School",
		]);
		expect(await names("", { phase: "nursery" })).toEqual(["old mill nursery"]);
		expect(await names("", { kind: "other" })).toEqual(["A CM90ZZ Lane Hall"]);
		const query = parseVenueQuery("");
		const pages = [1, 2, 3, 4, 5].map((page) =>
			searchVenues(world.database.client, { query, retired: "include", page, pageSize: 2 }),
		);
		const found = await Promise.all(pages);
		expect(found.flatMap(({ venues }) => venues.map(({ name }) => name))).toEqual(await names(""));
		expect(found.map(({ venues }) => venues.length)).toEqual([2, 2, 2, 1, 0]);
		expect(found.map(({ total }) => total)).toEqual([7, 7, 7, 7, 7]);
	});

	it("says when each was last delivered to, and how many contacts it has", async () => {
		const team = await aTeamThatCanBook(world.database);
		const deliver = (day: string, status: "delivered" | "cancelled") =>
			aSession(world.database, team, { startsAt: new Date(`${day}T09:00:00Z`), status });
		await deliver("2026-03-02", "delivered");
		await deliver("2026-05-04", "delivered");
		await deliver("2026-06-08", "cancelled");
		const { venues } = await searchVenues(world.database.client, {
			query: parseVenueQuery(team.venue.urn ?? ""),
			retired: "include",
			page: 1,
			pageSize: 50,
		});
		expect(venues.find(({ id }) => id === team.venue.id)).toMatchObject({
			lastDelivered: "2026-05-04",
			contacts: 2,
			districtName: "Basildon",
		});
	});
});
