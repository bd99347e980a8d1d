import { afterAll, beforeAll, expect, it } from "vitest";
import { type CoverageScene, coverageScene } from "#tests/factories/coverage-scene.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { held, messageAt, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Answer, Visitor } from "#tests/setup/visitor.ts";

describeOnBothEngines("coverage", (world) => {
	let site: Site;
	let scene: CoverageScene;
	let coordinator: Visitor;
	let manager: Visitor;
	let administrator: Visitor;
	beforeAll(async () => {
		scene = await coverageScene(world.database);
		site = await openSite(world.database);
		coordinator = await site.signedIn("coordinator");
		manager = await site.signedIn("manager");
		administrator = await site.signedIn("administrator");
	});
	afterAll(() => site.close());

	it("has each school in its state, those on free school meals first", async () => {
		const page = await manager.get("/coverage");
		expect(states(page)).toEqual([
			["Birch School", "Overdue"],
			["Dogwood School", "Booked"],
			["Cedar School", "Declined"],
			["Alder School", "Covered"],
			['=Elm "School"', "Never"],
		]);
		const words = wordsOf(page);
		expect(words).toContain("since 26 November 2025");
		expect(words).toContain("Schools reached20%1 of 5 schools");
		expect(words).toContain("Of 3,500 on roll, not only those who were there");
		expect(words).toContain("1 school without a number left out");
		expect(words).not.toContain("Fir School");
		const byName = states(await manager.get("/coverage?sort=name")).map(([name]) => name);
		expect(byName.slice(1)).toEqual([
			"Alder School",
			"Birch School",
			"Cedar School",
			"Dogwood School",
		]);
	});

	// why on one engine: that both count alike is for tests/data/coverage.test.ts to say.
	it.runIf(world.engine === "sqlite")("leads from every number to as many lines", async () => {
		const pages = [
			"/coverage",
			"/coverage?by=year_group&show=groups&district=Braintree&state=gap&year=2026",
		];
		const lengths = new Map<string, number>();
		let followed = 0;
		for (const path of pages) {
			for (const { count, href } of numbers(await manager.get(path))) {
				if (!lengths.has(href)) lengths.set(href, lines(await manager.get(href)).length);
				expect({ href, count }).toEqual({ href, count: lengths.get(href) });
				followed += 1;
			}
		}
		expect(followed).toBeGreaterThan(60);
	});

	it.each([
		["state=gap", ["Birch School", "Cedar School", '=Elm "School"']],
		["state=covered", ["Alder School"]],
		["district=Braintree", ["Dogwood School", "Cedar School"]],
		["district=none", ['=Elm "School"']],
		["priority=high_fsm", ["Birch School"]],
		["priority=unknown", ['=Elm "School"']],
		["phase=primary", []],
		["year=2025&state=covered", ["Birch School"]],
		["year=2026&state=booked", ["Dogwood School"]],
		["year=2025&state=booked", []],
		["theme=Gangs&state=covered", []],
		["year_group=Y8&state=booked", ["Dogwood School"]],
		["year_group=Y9&state=booked", []],
	])("takes the filter %s", async (query, names) => {
		expect(states(await manager.get(`/coverage?${query}`)).map(([name]) => name)).toEqual(names);
	});

	it.each([
		["state=none", "state"],
		["yearGroup=Y14", "yearGroup"],
		["district=Narnia", "district"],
		[`theme=${"x".repeat(6000)}`, "theme"],
		["phase=upper", "phase"],
		["priority=1", "priority"],
		["year=1066", "year"],
		["year=twenty", "year"],
		["page=0", "page"],
		["show=pupils", "show"],
		["state=never&state=covered", "state"],
		["statte=never", ""],
	])("refuses %.40s, and says which", async (query, field) => {
		const page = await manager.get(`/coverage?${query}`);
		expect([page.status, page.errors().map((error) => error.field)]).toEqual([422, [field]]);
		const file = await manager.get(`/coverage.csv?${query}`);
		expect([file.status, file.text.trim()]).toEqual([422, page.errors()[0]?.message]);
	});

	it("offers a gap to be booked to those who may, filled in", async () => {
		const href = (page: Answer) =>
			[...page.page().querySelectorAll("#list tbody a")]
				.find((link) => link.textContent?.includes("Book this: Knife crime"))
				?.getAttribute("href") ?? null;
		const query =
			"/coverage?show=groups&yearGroup=Y9&theme=Knife+crime&state=never&district=Braintree";
		expect(href(await manager.get(query))).toBeNull();
		const form = await coordinator.get(href(await coordinator.get(query)) ?? "");
		expect(form.status).toBe(200);
		expect(held(form, "yearGroups")).toEqual(["Y9"]);
		expect(held(form, "programme")).toEqual([scene.team.programme.id]);
		expect(held(form, "venue")).toEqual([scene.schools.dogwood.id]);
	});

	it("says when the same young people had it, a school year ago", async () => {
		const page = await manager.get(
			"/coverage?show=groups&yearGroup=Y9&district=Basildon&theme=Knife+crime",
		);
		expect(lines(page).map((line) => line.textContent)).toEqual([
			expect.stringContaining("The same young people as Year 8: 7 October 2025"),
			expect.not.stringContaining("The same young people"),
		]);
	});

	it("counts a request that was declined, and leads those to it who may read it", async () => {
		const query = "/coverage?show=groups&yearGroup=Y10&state=declined";
		for (const [visitor, links] of [
			[manager, 0],
			[coordinator, 1],
		] as const) {
			const [line] = lines(await visitor.get(query));
			expect(line?.textContent).toContain("Request declined, for 12 January 2027");
			const found = line?.querySelectorAll('a[href="/requests/REQ-2026-0001"]').length;
			expect(found).toBe(links);
		}
		expect(lines(await manager.get(`${query}&year=2025`))).toEqual([]);
	});

	it("draws each school that has a place, and names those that have none", async () => {
		const page = (await manager.get("/coverage?district=E07000067")).page();
		const dots = [...page.querySelectorAll("svg.tt-map a")];
		expect(dots.map((dot) => [dot.getAttribute("aria-label"), dot.getAttribute("href")])).toEqual([
			["Dogwood School: booked", `/venues/${scene.schools.dogwood.id}`],
			["Cedar School: declined", `/venues/${scene.schools.cedar.id}`],
		]);
		expect(wordsOf(await manager.get("/coverage"))).toContain("1 school has no place on record");
	});

	it("comes as a file of the same lines, with formulas defused", async () => {
		const file = await manager.get("/coverage.csv?state=gap");
		expect(file.text.split("\n")).toEqual([
			"school,urn,district,phase,pupils,fsm_percent,priority,state,never,overdue,declined,booked,covered",
			`Birch School,${scene.schools.birch.urn},Basildon,secondary,500,45,no,overdue,Knife crime: Y7 Y9; Gangs: Y10,Knife crime: Y8,,,`,
			`Cedar School,${scene.schools.cedar.urn},Braintree,secondary,1000,10,no,declined,Knife crime: Y7 Y9,,Knife crime: Y8; Gangs: Y10,,`,
			`"'=Elm ""School""",${scene.schools.elm.urn},,secondary,,,no,never,Knife crime: Y7 Y8 Y9; Gangs: Y10,,,,`,
			"",
		]);
		const groups = await manager.get("/coverage.csv?show=groups&yearGroup=Y8");
		const rows = groups.text.split("\n").map((row) => row.split(",").slice(-10).join(","));
		expect(rows.slice(1, -1)).toEqual([
			"overdue,Knife crime,Y8,2025-10-07,JET-2025-0001,,,,,",
			"booked,Knife crime,Y8,,,2027-01-14,JET-2027-0001,,,",
			"declined,Knife crime,Y8,,,,,2026-11-03,JET-2026-0002,",
			"covered,Knife crime,Y8,2026-10-06,JET-2026-0001,,,,,",
			"never,Knife crime,Y8,,,,,,,JET-2026-0003",
		]);
	});

	it("is for those who may see reach", async () => {
		const facilitator = await site.signedIn("facilitator");
		for (const path of ["/coverage", "/coverage.csv"]) {
			expect((await facilitator.get(path)).status).toBe(403);
		}
		const { alder } = scene.schools;
		expect(wordsOf(await facilitator.get(`/venues/${alder.id}`))).not.toContain("Who had what");
		const page = wordsOf(await manager.get(`/venues/${alder.id}`));
		expect(page).toContain("Knife crimeNever: Years 7 and 9Covered: Year 8");
		expect(wordsOf(await manager.get("/"))).toContain("Schools with a gap3");
	});

	it("puts a school first that the office marks, and says why", async () => {
		const { cedar } = scene.schools;
		const path = `/venues/${cedar.id}/priority`;
		expect((await manager.post(path, { intent: "mark", reason: "x" })).status).toBe(403);
		const blank = await coordinator.post(path, { intent: "mark", reason: " " });
		expect([blank.status, messageAt(blank, "reason")]).toEqual([422, "Enter why it comes first"]);
		expect((await coordinator.post(path, { reason: "No intent" })).status).toBe(400);
		expect((await coordinator.post("/venues/nobody/priority", { intent: "mark" })).status).toBe(
			404,
		);
		const marked = await coordinator.post(path, { intent: "mark", reason: "Asked by the chair" });
		expect(marked.location).toBe(`/venues/${cedar.id}`);
		const [first] = states(await manager.get("/coverage"));
		expect(first).toEqual(["Cedar School", "Declined"]);
		const venue = wordsOf(await coordinator.get(`/venues/${cedar.id}`));
		expect(venue).toContain("Marked as priority");
		expect(venue).toContain("Asked by the chair");
		await coordinator.post(path, { intent: "unmark", reason: "" });
		expect(states(await manager.get("/coverage"))[0]).toEqual(["Birch School", "Overdue"]);
		expect(wordsOf(await coordinator.get(`/venues/${cedar.id}`))).toContain(
			"Is no longer a priority",
		);
	});

	it("goes by the settings, which administrators change", async () => {
		const path = "/settings/coverage";
		expect((await coordinator.get(path)).status).toBe(403);
		for (const [field, value] of [
			["coverageMonths", "0"],
			["coverageMonths", "121"],
			["coverageMonths", ["12", "24"]],
			["highFsmPercent", "101"],
			["highFsmPercent", "-1"],
		] as const) {
			const usual = { coverageMonths: "12", highFsmPercent: "30" };
			const refused = await administrator.post(path, { ...usual, [field]: value });
			expect([refused.status, messageAt(refused, field)]).toEqual([422, expect.any(String)]);
		}
		const set = (coverageMonths: string, highFsmPercent: string) =>
			administrator.post(path, { coverageMonths, highFsmPercent });
		expect((await set("36", "10")).status).toBe(303);
		const longer = await manager.get("/coverage?priority=high_fsm");
		expect(states(longer)).toEqual([
			["Birch School", "Covered"],
			["Dogwood School", "Booked"],
			["Cedar School", "Declined"],
		]);
		await set("12", "30");
		expect(wordsOf(await administrator.get(path))).toContain("Edited");
	});
});

function lines(page: Answer): Element[] {
	return [...page.page().querySelectorAll("#list tbody tr")];
}

/** The school and the state of each line. */
function states(page: Answer): string[][] {
	return lines(page).map((line) => [
		line.querySelector("th a")?.textContent ?? "",
		line.querySelector("td .govuk-tag:not(.govuk-tag--purple)")?.textContent ?? "",
	]);
}

/** Every number of the page that leads into the list. */
function numbers(page: Answer): { count: number; href: string }[] {
	const links = [...page.page().querySelectorAll('main a[href*="#list"]')];
	return links.flatMap((link) => {
		const counted = link.querySelector(".tt-count") ?? link;
		const stat = link.closest(".tt-stat")?.querySelector(".tt-stat__value");
		const text = (stat ?? counted).textContent ?? "";
		const href = link.getAttribute("href")?.replace(/#.*/, "") ?? "";
		return /^\d+(?!\d*%)/.test(text) ? [{ count: Number.parseInt(text, 10), href }] : [];
	});
}
