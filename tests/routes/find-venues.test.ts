import { afterAll, beforeAll, expect, it } from "vitest";
import { aVenue } from "#tests/factories/venues.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { rowsOf, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

describeOnBothEngines("finding venues", (world) => {
	let site: Site;
	let manager: Visitor;
	beforeAll(async () => {
		site = await openSite(world.database);
		manager = await site.signedIn("manager");
		for (let number = 1; number <= 51; number += 1) {
			await aVenue(world.database, { name: `Primary ${String(number).padStart(2, "0")}` });
		}
		await aVenue(world.database, {
			name: "Saltmarsh Academy",
			town: "Maldon",
			postcode: "CM9 0ZZ",
			urn: "800001",
			kind: "college",
		});
		await aVenue(world.database, { name: "Saltmarsh Old Site", retiredAt: new Date() });
	});
	afterAll(() => site.close());

	const found = async (query: string) =>
		rowsOf(await manager.get(`/venues?${query}`)).map(([name]) => name?.split(" Basildon")[0]);

	it.each([
		"q=saltmarsh",
		"q=MALDON",
		"q=cm9+0zz",
		"q=CM90ZZ",
		"q=800001",
		"q=salt+cm9",
		"kind=college",
	])("finds by %s", async (query) => {
		expect(await found(query)).toEqual(["Saltmarsh Academy Maldon, CM9 0ZZ"]);
	});

	it("shows retired ones when asked, last and marked", async () => {
		expect(await found("q=saltmarsh&retired=yes")).toEqual([
			"Saltmarsh Academy Maldon, CM9 0ZZ",
			"Saltmarsh Old Site Retired",
		]);
	});

	it("gives fifty a page, and keeps the search in the links to the others", async () => {
		const first = await manager.get("/venues?q=primary");
		expect(rowsOf(first)).toHaveLength(50);
		expect(wordsOf(first)).toContain("Showing 1 to 50 of 51 venues");
		const next = first.page().querySelector('a[rel="next"]')?.getAttribute("href") ?? "";
		expect(rowsOf(await manager.get(next)).map(([name]) => name)).toEqual([
			"Primary 51 Basildon, SS14 0ZZ",
		]);
	});

	it.each([
		"q=nothing+like+it",
		"q=%25",
		"q=_",
		`q=${"a".repeat(5000)}`,
		"q=%F0%9F%8F%AB",
		"page=999",
		"page=-1",
		"page=x",
		"page=1e9",
		"district=nowhere&kind=castle&phase=9",
		"q=a&q=b&page=1&page=2",
	])("bears %s", async (query) => {
		const page = await manager.get(`/venues?${query}`);
		expect(page.status).toBe(200);
		expect(page.heading()).toBe("Venues");
	});

	it("says what to do where nothing is found", async () => {
		expect(wordsOf(await manager.get("/venues?q=zzz"))).toContain("No venue was found");
		expect(wordsOf(await manager.get("/venues?page=9"))).toContain("no such page");
	});
});
