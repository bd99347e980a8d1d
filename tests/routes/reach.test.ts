import { afterAll, beforeAll, expect, it } from "vitest";
import { groupings } from "#app/domain/reach/groupings.ts";
import {
	aDeliveredSession,
	insertRegister,
	replaceSessions,
} from "#tests/factories/random-sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { messageAt, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Answer, Visitor } from "#tests/setup/visitor.ts";

/**
 * The academic year 2026 to 2027 on 25 November 2026. Delivered: 30 + 20 of Year 8 had Choices at
 * Marsh Lane and then 40 of them First aid by both agencies, so 50 different ones; 10 of Year 8 and
 * 15 of Year 9 had County lines at Crow Hill by the other team. The rest was not delivered.
 */
const sessions = [
	aDeliveredSession(),
	aDeliveredSession({ localDate: "2026-10-06", heads: [["Y8", 20]] }),
	aDeliveredSession({
		localDate: "2026-11-02",
		programme: 1,
		heads: [["Y8", 40]],
		people: [0, 2],
		counted: "estimated",
	}),
	aDeliveredSession({
		localDate: "2026-11-03",
		programme: 2,
		venue: 1,
		team: 1,
		heads: [
			["Y8", 10],
			["Y9", 15],
		],
		people: [2],
		adults: 3,
		corrected: true,
	}),
	aDeliveredSession({ localDate: "2026-11-10", status: "confirmed" }),
	aDeliveredSession({ localDate: "2026-11-11", status: "cancelled", cancelledBy: "school" }),
	aDeliveredSession({ localDate: "2026-11-12", status: "not_delivered" }),
	aDeliveredSession({ localDate: "2026-12-01", status: "confirmed" }),
	aDeliveredSession({ localDate: "2026-12-02", status: "provisional" }),
	aDeliveredSession({ localDate: "2025-10-01", heads: [["Y8", 7]], adults: 0 }),
];

const year = "from=2026-09-01&to=2027-08-31";
const head = "sessions,young_people,young_people_estimated_distinct,adults";

function figure(answer: Answer, label: string) {
	const stat = [...answer.page().querySelectorAll(".tt-stat")].find(
		(one) => one.querySelector(".tt-stat__label")?.textContent === label,
	);
	return {
		value: stat?.querySelector(".tt-stat__value")?.textContent,
		change: [...(stat?.querySelectorAll(".tt-stat__change") ?? [])].at(-1)?.textContent,
		href: stat?.querySelector("a")?.getAttribute("href") ?? "",
	};
}

describeOnBothEngines("reach", (world) => {
	let site: Site;
	let manager: Visitor;
	beforeAll(async () => {
		await insertRegister(world.database);
		await replaceSessions(world.database, sessions);
		site = await openSite(world.database);
		manager = await site.signedIn("manager");
	});
	afterAll(() => site.close());

	const csv = async (query: string) => (await manager.get(`/reach.csv?${query}`)).text;

	it.each([
		["theme", "Knife crime,3,90,50,3\nGangs and county lines,1,25,25,3\nNever delivered,0,0,0,0\n"],
		["programme", "Choices,2,50,50,2\nCounty lines,1,25,25,3\nFirst aid,1,40,40,1\n"],
		["district", "Basildon,4,115,75,6\n"],
		["phase", "primary,1,25,25,3\nsecondary,3,90,50,3\n"],
		["venue_type", "school,4,115,75,6\n"],
		["year_group", "Y8,4,100,60,6\nY9,1,15,15,3\n"],
		["term", "Autumn term 2026,4,115,75,6\nSpring term 2027,0,0,0,0\nSummer term 2027,0,0,0,0\n"],
		["agency", "Northmoor Fire and Rescue,2,65,65,4\nNorthmoor Police,3,90,50,3\n"],
		["venue", "Crow Hill School,1,25,25,3\nMarsh Lane Academy,3,90,50,3\n"],
		["team", "Joint Education Team,3,90,50,3\nPPP team,1,25,25,3\n"],
	])("by %s, worked out by hand", async (by, rows) => {
		expect(await csv(`${year}&by=${by}`)).toBe(`${by},${head}\n${rows}`);
	});

	it("by month has every month, and by theme is the usual", async () => {
		const months = (await csv(`${year}&by=month`)).split("\n");
		expect(months).toHaveLength(14);
		expect(months.slice(0, 5)).toEqual([
			`month,${head}`,
			"2026-09,0,0,0,0",
			"2026-10,2,50,50,2",
			"2026-11,2,65,65,4",
			"2026-12,0,0,0,0",
		]);
		expect(await csv(year)).toBe(await csv(`${year}&by=theme`));
		expect(await csv("")).toBe(await csv(year));
	});

	it.each([
		["team=PPP", "Gangs and county lines,1,25,25,3"],
		["team=joint+education+team", "Gangs and county lines,0,0,0,0"],
		["team=team-ppp&theme=Gangs+and+county+lines", "Gangs and county lines,1,25,25,3"],
		["year_group=Y9", "Gangs and county lines,1,15,15,3"],
		["counted=estimated", "Knife crime,1,40,40,1"],
		["person=Person+C", "Knife crime,1,40,40,1"],
		["district=none", "Knife crime,0,0,0,0"],
		["venue_type=school&phase=primary", "Gangs and county lines,1,25,25,3"],
		["venue_type=youth_club", "Knife crime,0,0,0,0"],
		["venue=Marsh+Lane+Academy&agency=Northmoor+Fire+and+Rescue", "Knife crime,1,40,40,1"],
		["imported=yes", "Knife crime,0,0,0,0"],
		["q=marsh", "Gangs and county lines,0,0,0,0"],
	])("takes the filter %s", async (filter, row) => {
		expect((await csv(`${year}&${filter}`)).split("\n")).toContain(row);
	});

	it("shows nothing of sessions that are only expected, cancelled or not closed out", async () => {
		for (const period of ["from=2026-12-01&to=2026-12-31", "from=2026-11-10&to=2026-11-12"]) {
			const rows = (await csv(period)).trim().split("\n").slice(1);
			expect(rows.map((row) => row.replace(/^[^,]+/, ""))).toEqual([
				",0,0,0,0",
				",0,0,0,0",
				",0,0,0,0",
			]);
			const page = await manager.get(`/reach?${period}`);
			expect(figure(page, "Young people").value).toBe("0");
			expect(figure(page, "Sessions delivered").value).toBe("0");
			expect(wordsOf(page)).not.toMatch(/\b500\b/);
		}
	});

	it("says the line for the press, and what speaks against sending it", async () => {
		const page = await manager.get(`/reach?${year}`);
		const line = page.page().querySelector("blockquote")?.textContent;
		expect(line).toBe(
			"In the academic year 2026 to 2027 the Joint Education Partnership delivered 3 sessions on knife crime, reaching 90 young people, and 1 session on gangs and county lines, reaching 25 young people.",
		);
		const words = wordsOf(page);
		expect(words).toContain("The period is not over: it ends on 31 August 2027.");
		expect(words).toContain("1 session is not in it: nobody has recorded yet what happened.");
		expect(words).toContain("The headcounts of 1 session are estimated.");
		const team = await manager.get(`/reach?${year}&team=PPP&by=team`);
		expect(team.page().querySelector("blockquote")?.textContent).toContain(
			"the PPP team delivered 1",
		);
		const narrow = await manager.get(`/reach?${year}&district=E07000066`);
		expect(narrow.page().querySelector("blockquote")).toBeNull();
	});

	it("compares a year that has begun with the same days of the year before", async () => {
		const page = await manager.get(`/reach?${year}`);
		const than = "than between 1 September 2025 and 25 November 2025";
		expect(figure(page, "Sessions delivered")).toMatchObject({
			value: "4",
			change: `▲ 3 more ${than}`,
		});
		expect(figure(page, "Young people")).toMatchObject({
			value: "115",
			change: `▲ 108 more ${than}`,
		});
		expect(figure(page, "Young people, estimated").value).toBe("75");
		expect(figure(page, "Schools and other places").value).toBe("2");
		expect(figure(page, "Adults")).toMatchObject({ value: "6", change: `▲ 6 more ${than}` });
	});

	it("goes to any period by name, with its filters, and to the ones beside it", async () => {
		const chosen = await manager.get("/reach?period=2026-09-01..2026-12-31&team=JET&by=phase");
		expect(chosen.status).toBe(302);
		const page = await manager.get(chosen.headers.get("location") ?? "");
		expect(page.heading()).toBe("Reach: Autumn term 2026");
		expect(figure(page, "Young people").value).toBe("90");
		expect(figure(page, "Young people in a session").value).toBe("30");
		const beside = page.page().querySelectorAll("[aria-label^='The period before'] a");
		expect([...beside].map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
			["← Summer term 2026", "/reach?from=2026-04-01&to=2026-08-31&team=JET&by=phase"],
			["Spring term 2027 →", "/reach?from=2027-01-01&to=2027-03-31&team=JET&by=phase"],
		]);
		for (const period of ["2024", "2026-12-31..2026-01-01", "2026-02-30..2026-03-01"]) {
			expect((await manager.get(`/reach?period=${period}`)).status).toBe(422);
		}
	});

	it("adds two agencies up in words", async () => {
		const words = wordsOf(await manager.get(`/reach?${year}&by=agency`));
		expect(words).toContain(
			"In sessions: Northmoor Fire and Rescue 2 + Northmoor Police 3 − 1 counted by more than one = 4.",
		);
		expect(words).toContain(
			"In young people: Northmoor Fire and Rescue 65 + Northmoor Police 90 − 40 counted by more than one = 115.",
		);
	});

	it("says when parts share sessions, and only then", async () => {
		const words = async (query: string) => wordsOf(await manager.get(`/reach?${year}&${query}`));
		expect(await words("by=agency")).toContain("two agencies gave together count once in each");
		expect(await words("by=year_group")).toContain("A session with several year groups");
		expect(await words("by=agency&team=PPP")).not.toContain("two agencies gave together");
		expect(await words("by=district")).not.toContain("add up to more");
	});

	it.each(groupings)(
		"by %s, every number of sessions is the length of the list it leads to",
		async (by) => {
			const page = await manager.get(`/reach?${year}&by=${by}`);
			const links = [...page.page().querySelectorAll("main a[href^='/sessions?']")];
			expect(links.length).toBeGreaterThan(5);
			const lists = new Map<string, Answer>();
			for (const link of links) {
				const href = link.getAttribute("href") ?? "";
				const list = lists.get(href) ?? (await manager.get(href));
				lists.set(href, list);
				expect([href, list.status]).toEqual([href, 200]);
				const [number, what] = link.textContent?.split(" ") ?? [];
				const shown = list.page().querySelector(".tt-words__summary")?.textContent;
				if (what === "Sessions,")
					expect(`${href} ${shown}`).toMatch(new RegExp(` ${number} sessions?:`));
			}
		},
	);

	it.each([
		[
			"from=2026-12-31&to=2026-01-01",
			"to",
			"Enter an end date that is the same as or after the start date",
		],
		["from=2026-01-01", "to", "Enter the end date, like 2027-01-31"],
		["to=2026-01-01", "from", "Enter the start date, like 2027-01-31"],
		[
			"from=1990-01-01&to=2090-01-01",
			"to",
			"Enter an end date no more than 50 years after the start date",
		],
		[
			"from=2026-13-01&to=2026-01-01",
			"from",
			"Enter the start date as a real date, like 2027-01-31",
		],
		["team=Nobody", "team", "Choose a team that exists: “Nobody” is not one"],
		["agency=%E2%80%8B", "agency", "Enter the agency"],
		["team=JET&team=PPP", "team", "Choose only one value for team"],
		["status=confirmed", "status", "Leave the status out: only delivered sessions are reach"],
		["from=0001-01-01&to=2026-01-01", "from", "Enter the start date as a day in 1990 or later"],
		[
			"from=2026-02-30&to=2026-03-01",
			"from",
			"Enter the start date as a real date, like 2027-01-31",
		],
		["venue_type=castle", "venueType", expect.stringContaining("Choose the venue type as one of")],
		["by=colour", "by", expect.stringContaining("Choose one of theme")],
		["tema=1", "", expect.stringContaining("“tema” is not a filter")],
	])("refuses %s with words, on the page and for the file", async (query, field, message) => {
		const page = await manager.get(`/reach?${query}`);
		expect([page.status, page.errors()]).toEqual([422, [{ field, message }]]);
		if (["from", "to", "team"].includes(field)) expect(messageAt(page, field)).toBe(message);
		expect(page.page().querySelector(".tt-stat")).toBeNull();
		const file = await manager.get(`/reach.csv?${query}`);
		expect([file.status, file.headers.get("content-type")]).toEqual([
			422,
			"text/plain; charset=utf-8",
		]);
		expect(file.text.trim()).toEqual(message);
	});

	it("is not for facilitators", async () => {
		const facilitator = await site.signedIn("facilitator");
		for (const path of ["/reach", "/reach.csv", `/reach.csv?${year}&by=agency`]) {
			expect((await facilitator.get(path)).status).toBe(403);
			expect((await site.visitor().get(path)).status).toBe(path.includes("csv") ? 401 : 303);
		}
	});
});
