import { afterAll, beforeAll, expect, it } from "vitest";
import {
	aDeliveredSession,
	insertRegister,
	register,
	replaceSessions,
} from "#tests/factories/random-sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { rowsOf, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

const header =
	"reference,date,start,end,theme,programme,venue,district,team,status,year_groups,expected_young_people,young_people,adults,counted";

const sessions = [
	aDeliveredSession({
		localDate: "2026-06-01",
		heads: [
			["Y8", 30],
			["Y9", 12],
		],
		booked: ["Y8"],
	}),
	aDeliveredSession({ localDate: "2026-11-20", status: "confirmed", venue: 3, people: [] }),
	aDeliveredSession({ localDate: "2026-11-26", status: "confirmed", team: 1, programme: 2 }),
	aDeliveredSession({ localDate: "2026-12-03", status: "provisional", people: [2, 3] }),
];

describeOnBothEngines("the list of sessions", (world) => {
	let site: Site;
	let coordinator: Visitor;
	beforeAll(async () => {
		await insertRegister(world.database);
		await replaceSessions(world.database, sessions);
		site = await openSite(world.database);
		coordinator = await site.signedIn("coordinator");
	});
	afterAll(() => site.close());

	const referencesAt = async (path: string) => {
		const { text } = await coordinator.get(path);
		return [...text.matchAll(/name="ref" value="([^"]+)"/g)].map(([, reference]) => reference);
	};

	it("opens with what is coming up, and shows all when asked", async () => {
		expect(await referencesAt("/sessions")).toEqual(["PPP-2026-0003", "JET-2026-0004"]);
		expect(await referencesAt("/sessions?sort=-date")).toEqual([
			"JET-2026-0004",
			"PPP-2026-0003",
			"JET-2026-0002",
			"JET-2026-0001",
		]);
	});

	it.each([
		["status=awaiting_close_out", ["JET-2026-0002"]],
		["status=confirmed", ["PPP-2026-0003"]],
		["q=ferry", []],
		["q=Marsh+lane", ["JET-2026-0001", "PPP-2026-0003", "JET-2026-0004"]],
		["q=person+d", ["JET-2026-0004"]],
		["q=ppp-2026", ["PPP-2026-0003"]],
		["q=%25_", []],
		["venue=Wren+Park+Youth+Club", ["JET-2026-0002"]],
		["agency=none", ["JET-2026-0002"]],
		["ref=jet-2026-0004&ref=JET-2026-0001", ["JET-2026-0001", "JET-2026-0004"]],
		["yearGroup=Y9", ["JET-2026-0001"]],
	])("%s finds %j", async (query, found) => {
		expect(await referencesAt(`/sessions?${query}`)).toEqual(found);
	});

	it("shows each session in a line: when, what, where, who, how it stands, how many", async () => {
		const rows = rowsOf(await coordinator.get("/sessions?sort=date"));
		expect(rows[0]?.slice(1)).toEqual([
			"Mon 1 Jun 2026, JET-2026-000110:00am to 10:00am",
			"ChoicesYears 8 and 9",
			"Marsh Lane AcademyBasildon",
			"Person A",
			"Delivered",
			"500",
			"42",
			"",
		]);
		expect(rows[1]?.[4]).toBe("Nobody yet");
		expect(rows[1]?.[5]).toBe("Awaiting close-out");
		const ninth = await coordinator.get("/sessions?yearGroup=Y9");
		expect(wordsOf(ninth)).toContain("Came, Year 9");
		expect(rowsOf(ninth)[0]?.[7]).toBe("12");
	});

	it("says what narrows it, with a way out of each", async () => {
		const page = await coordinator.get("/sessions?theme=Knife+crime&yearGroup=Y9&from=2026-01-01");
		const chips = [...page.page().querySelectorAll(".tt-words__item")].map((chip) => [
			chip.firstChild?.textContent,
			chip.querySelector("a")?.getAttribute("href"),
		]);
		expect(chips).toEqual([
			["From 1 January 2026", "/sessions?theme=theme-knife&yearGroup=Y9"],
			["Knife crime", "/sessions?from=2026-01-01&yearGroup=Y9"],
			["Year 9", "/sessions?from=2026-01-01&theme=theme-knife"],
		]);
		const all = await coordinator.get("/sessions?q=zzz");
		expect(wordsOf(all)).toContain("No sessions fit these filters");
	});

	it("refuses what it cannot understand, and keeps the form", async () => {
		const page = await coordinator.get("/sessions?from=2026-02-30&to=2026-01-01&team=JET");
		expect(page.status).toBe(422);
		expect(page.errors()).toEqual([
			{ field: "from", message: "Enter the start date as a real date, like 2027-01-31" },
		]);
		expect(page.page().querySelector("#from")?.getAttribute("value")).toBe("2026-02-30");
		expect(rowsOf(page)).toEqual([]);
		for (const bad of ["page=0", "page=x", "sort=name", "ref=1", "status=x", "person=none"]) {
			expect((await coordinator.get(`/sessions?${bad}`)).status).toBe(422);
		}
		for (const odd of ["q=%E2%80%8B", `q=${"x".repeat(99)}`, "q='%3B--", "q=%F0%9F%98%80"]) {
			expect((await coordinator.get(`/sessions?${odd}`)).status).toBe(200);
		}
		const beyond = await coordinator.get("/sessions?sort=date&page=7");
		expect(wordsOf(beyond)).toContain("There is no page 7: the list ends at page 1");
	});

	it("is written to a file with the columns that programs rely on", async () => {
		const { text, headers } = await coordinator.get("/sessions.csv");
		expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
		expect(headers.get("content-disposition")).toBe(
			'attachment; filename="sessions-2026-11-25.csv"',
		);
		expect(text.split("\n")).toEqual([
			header,
			"JET-2026-0001,2026-06-01,10:00,10:00,Knife crime,Choices,Marsh Lane Academy,Basildon,Joint Education Team,delivered,Y8 Y9,500,42,1,counted",
			"JET-2026-0002,2026-11-20,09:00,09:00,Knife crime,Choices,Wren Park Youth Club,,Joint Education Team,awaiting_close_out,Y8,500,,,",
			"PPP-2026-0003,2026-11-26,09:00,09:00,Gangs and county lines,County lines,Marsh Lane Academy,Basildon,PPP team,confirmed,Y8,500,,,",
			"JET-2026-0004,2026-12-03,09:00,09:00,Knife crime,Choices,Marsh Lane Academy,Basildon,Joint Education Team,provisional,Y8,500,,,",
			"",
		]);
		const some = await coordinator.get("/sessions.csv?yearGroup=Y9&by=theme");
		expect(some.text.split("\n").slice(1)).toEqual([
			expect.stringContaining(",Y8 Y9,500,12,1,counted"),
			"",
		]);
		const none = await coordinator.get("/sessions.csv?q=zzz");
		expect(none.text).toBe(`${header}\n`);
		const wrong = await coordinator.get("/sessions.csv?tema=JET");
		expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining("is not a filter")]);
	});

	it("carries the mark that Excel knows UTF-8 by, and no formula", async () => {
		const names = ['=cmd|"/c calc"!A1', "+1", "-1", "@SUM(1)", "\tTab", 'Ysgol "Ŵyl", Harlow'];
		for (const [at, name] of names.entries()) {
			const id = register.venues[at % 3]?.id ?? "";
			await world.database.client.venue.update({ where: { id }, data: { name } });
			const path = "/sessions.csv?ref=JET-2026-0001";
			await world.database.client.session.update({
				where: { reference: "JET-2026-0001" },
				data: { venueId: id },
			});
			const cookie = [...coordinator.cookies].map(([key, value]) => `${key}=${value}`).join("; ");
			const bytes = new Uint8Array(
				await (await fetch(site.url + path, { headers: { cookie } })).arrayBuffer(),
			);
			expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
			const cells = /Choices,("(?:[^"]|"")*"|[^,]*),/.exec(new TextDecoder().decode(bytes));
			const cell = (cells?.[1] ?? "").replace(/^"|"$/g, "").replaceAll('""', '"');
			expect(cell).toBe(at === 5 ? name : `'${name}`);
		}
	});
});
