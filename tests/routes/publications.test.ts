import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { correctCloseOut } from "#app/commands/correct-close-out.ts";
import { closeOut } from "#app/domain/sessions/close-out.ts";
import {
	aDeliveredSession,
	type Fact,
	insertRegister,
	replaceSessions,
} from "#tests/factories/random-sessions.ts";
import { describeOnBothEngines, testNow } from "#tests/setup/databases.ts";
import { held, messageAt, rowsOf, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Answer, Visitor } from "#tests/setup/visitor.ts";

/** Autumn 2025 of the Joint Education Team: 30 + 20 + 40 on knife crime and 12 on county lines. */
const sessions = [
	aDeliveredSession({ localDate: "2025-10-01", heads: [["Y8", 30]] }),
	aDeliveredSession({
		localDate: "2025-10-02",
		heads: [
			["Y8", 18],
			["Y9", 2],
		],
	}),
	aDeliveredSession({ localDate: "2025-11-03", programme: 1, heads: [["Y8", 40]], adults: 6 }),
	aDeliveredSession({ localDate: "2025-11-04", programme: 2, venue: 1, heads: [["Y7", 12]] }),
	aDeliveredSession({ localDate: "2025-11-05", status: "confirmed" }),
	aDeliveredSession({ localDate: "2025-11-06", team: 1, heads: [["Y9", 500]] }),
	aDeliveredSession({ localDate: "2024-11-06", programme: 2, heads: [["Y9", 3]] }),
];
const autumn = "from=2025-09-01&to=2025-12-31&team=JET";
const line =
	"In the autumn term 2025 the Joint Education Team delivered 3 sessions on knife crime, reaching 90 young people, and 1 session on gangs and county lines, reaching 12 young people.";
const schools = ["Marsh Lane Academy", "Crow Hill School"];

describeOnBothEngines("publications", (world) => {
	let site: Site;
	let manager: Visitor;
	let facts: Fact[];
	beforeAll(async () => {
		await insertRegister(world.database);
		facts = await replaceSessions(world.database, sessions);
		site = await openSite(world.database);
		manager = await site.signedIn("manager");
	});
	afterAll(() => site.close());

	const newPage = (query: string) => manager.get(`/publications/new?${query}`);
	const quoted = (answer: Answer) =>
		answer.page().querySelector("blockquote")?.textContent?.trim() ?? null;
	const formOf = (answer: Answer) => ({
		draft: String(held(answer, "draft")),
		seen: String(held(answer, "seen")),
	});
	const published = () => world.database.client.publication.count();

	async function correct(number: number, recorded: object, reason: string) {
		const { reference } = facts[number] ?? { reference: "" };
		const { version } = await world.database.client.session.findUniqueOrThrow({
			where: { reference },
		});
		const later = world.context({ now: new Date(testNow.getTime() + 3_600_000) });
		const record = closeOut.parse({ adults: 1, counted: "counted", ...recorded });
		const outcome = await correctCloseOut(
			later,
			{ reference, version },
			{ closeOut: record, reason },
		);
		if (!outcome.ok) throw new Error(outcome.reason);
	}

	it.each([
		["", line],
		["&theme=Knife+crime", "3 sessions on knife crime, reaching 90 young people."],
		[
			"&theme=theme-gangs&theme=theme-knife&split=together&say=places&say=adults&say=estimated",
			"4 sessions, reaching 102 young people. By estimate these were 62 different young people. The sessions took place at 2 schools. 9 adults took part besides.",
		],
		["&split=together&count=people&wording=rounded", "4 sessions, reaching more than 110 people."],
		["&split=together&count=people&wording=nearest", "4 sessions, reaching more than 110 people."],
	])("words the line that the address %s asks for", async (query, words) => {
		const page = await newPage(`${autumn}${query}`);
		expect(page.status).toBe(200);
		expect(quoted(page)?.endsWith(words)).toBe(true);
	});

	it.each([
		["from=2025-13-01&to=2025-12-31", "from", /date/],
		["from=2025-12-31&to=2025-01-01", "to", /same as or after/],
		[`${autumn}&team=PPP`, "team", /only one value/],
		["team=nobody", "team", /exists/],
		[`${autumn}&theme=nothing`, "theme", /exists/],
		[`${autumn}&wording=loud`, "wording", /exact, rounded, nearest/],
		[`${autumn}&say=everything`, "say", /estimated, places, adults/],
		[`${autumn}&district=Basildon`, "", /cannot be told in a line/],
	])("refuses %s", async (query, field, message) => {
		const page = await newPage(query);
		expect([page.status, page.errors()[0]?.field]).toEqual([422, field]);
		expect(page.errors()[0]?.message).toMatch(message);
	});

	it("refuses an absurd address when it is sent too", async () => {
		const form = { draft: crypto.randomUUID(), seen: "a".repeat(43) };
		for (const query of [`theme=${"x".repeat(10_000)}`, "from=2025-12-31&to=2025-01-01"]) {
			expect((await manager.post(`/publications/new?${query}`, form)).status).toBe(422);
		}
		expect(await published()).toBe(0);
	});

	it("has nothing to publish where nothing was delivered, and says so", async () => {
		const page = await newPage("from=2023-01-01&to=2023-12-31");
		expect(wordsOf(page)).toContain("Nothing was delivered in this period");
	});

	it("refuses what no page of ours sends, and a line that tells of fewer than 5", async () => {
		const forms: Record<string, string | string[]>[] = [
			{},
			{ draft: "x", seen: "y" },
			{ draft: ["a", "b"], seen: "\0" },
		];
		for (const form of forms) {
			expect((await manager.post(`/publications/new?${autumn}`, form)).status).toBe(400);
		}
		const few = "from=2024-11-01&to=2024-11-30";
		const page = await newPage(few);
		expect(wordsOf(page)).toContain("it would tell of fewer than 5 people");
		expect(page.page().querySelector("[name=seen]")).toBeNull();
		expect(await published()).toBe(0);
	});

	it("publishes nothing but what the page showed", async () => {
		const page = await newPage(autumn);
		await correct(
			3,
			{ outcome: "delivered", headcounts: [{ yearGroup: "Y7", youngPeople: 11 }] },
			"One less",
		);
		const refused = await manager.post(`/publications/new?${autumn}`, formOf(page));
		expect(refused.status).toBe(422);
		expect(refused.errors()[0]?.message).toContain("the records have changed");
		expect(quoted(refused)).toContain("reaching 11 young people");
		expect(await published()).toBe(0);
		await correct(
			3,
			{ outcome: "delivered", headcounts: [{ yearGroup: "Y7", youngPeople: 12 }] },
			"It was right",
		);
	});

	describe("once published", () => {
		let path: string;
		let publicPath: string;
		const asAnybody = () => site.visitor().get(publicPath);
		beforeAll(async () => {
			const page = await newPage(autumn);
			const form = formOf(page);
			const both = await Promise.all(
				[1, 2].map(() => manager.post(`/publications/new?${autumn}`, form)),
			);
			path = both[0]?.location ?? "";
			// why: whoever presses twice publishes once.
			expect(both.map(({ location }) => location)).toEqual([path, path]);
			expect(await published()).toBe(1);
			const shown = await manager.get(path);
			publicPath = shown.page().querySelector('a[href^="/published/"]')?.getAttribute("href") ?? "";
		});

		it("shows line, figures and list, to staff by name and to anybody in totals", async () => {
			const shown = await manager.get(path);
			expect(quoted(shown)).toBe(line);
			expect(wordsOf(shown)).toContain("The records say today what was published");
			const file = (await manager.get(`${path}/sessions.csv`)).text.split("\n");
			expect(file).toHaveLength(6);
			expect(file[2]).toBe(
				`${facts[1]?.reference},2025-10-02,Knife crime,Choices,Marsh Lane Academy,Basildon,Joint Education Team,Y8 Y9,20,1,counted`,
			);
			const open = await asAnybody();
			expect([open.status, quoted(open)]).toEqual([200, line]);
			expect(rowsOf(open)).toContainEqual(["All", "4", "102", "62", "9"]);
			expect(wordsOf(open)).not.toContain("corrected since");
		});

		it("keeps small numbers, schools and people of the team out of the public page", async () => {
			const open = await asAnybody();
			for (const name of [
				...schools,
				"Uma",
				"Person",
				...facts.map(({ reference }) => reference),
			]) {
				expect(open.text).not.toContain(name);
			}
			const rows = rowsOf(open);
			// 12 of Year 7, 88 of Year 8 and 2 of Year 9; 8 adults and 1.
			expect(rows).toContainEqual(["Year 9", "fewer than 5"]);
			expect(rows).toContainEqual(["Year 7", "not shown"]);
			expect(rows).toContainEqual(["Year 8", "88"]);
			expect(rows.find(([theme]) => theme === "Gangs and county lines")?.at(-1)).toBe(
				"fewer than 5",
			);
			expect(rows.find(([theme]) => theme === "Knife crime")?.at(-1)).toBe("not shown");
		});

		it("states what was corrected, added and fell out since, and changes nothing frozen", async () => {
			const page = await manager.get(`/sessions/${facts[0]?.reference}/correct`);
			expect(page.status).toBe(403);
			const coordinator = await site.signedIn("coordinator");
			const warned = await coordinator.get(`/sessions/${facts[0]?.reference}/correct`);
			expect(wordsOf(warned)).toContain("This session is counted in a publication");
			const free = await coordinator.get(`/sessions/${facts[5]?.reference}/correct`);
			expect(wordsOf(free)).not.toContain("counted in a publication");

			await correct(
				0,
				{ outcome: "delivered", headcounts: [{ yearGroup: "Y8", youngPeople: 28 }] },
				"Counted twice",
			);
			await correct(2, { outcome: "not_delivered", reason: "school_closed" }, "Snow");
			const late = closeOut.parse({
				outcome: "delivered",
				adults: 0,
				counted: "estimated",
				headcounts: [{ yearGroup: "Y8", youngPeople: 7 }],
			});
			const waiting = facts[4]?.reference;
			const closing = await coordinator.post(`/sessions/${waiting}/close-out`, {
				...{ version: 1, outcome: "delivered", adults: 0, counted: "estimated" },
				...{ "headcounts.Y8": 7, note: late.note ?? "" },
			});
			expect(closing.status).toBe(303);

			const shown = await manager.get(path);
			expect(quoted(shown)).toBe(line);
			const rows = rowsOf(shown);
			expect(rows).toContainEqual(["Young people", "102", "67", "35 fewer"]);
			expect(rows).toContainEqual(["Sessions delivered", "4", "4", "the same"]);
			const [first, , third] = facts;
			expect(wordsOf(shown)).toContain(
				"1 session was corrected, 1 session was added and 1 session fell out",
			);
			const why = (what: string) => rows.find((row) => row[1] === what);
			expect(why("Changed")).toEqual([
				`${first?.reference} 1 October 2025`,
				"Changed",
				"30 young people, 1 adult (counted); Year 8: 30",
				"28 young people, 1 adult (counted); Year 8: 28",
				"Counted twice",
			]);
			expect(why("Fell out")?.slice(0, 1)).toEqual([`${third?.reference} 3 November 2025`]);
			expect(why("Fell out")?.slice(2)).toEqual([
				"40 young people, 6 adults (counted)",
				"Not counted",
				"Snow",
			]);
			expect(why("Added")?.[4]).toMatch(/^Recorded by Uma coordinator/);

			const open = wordsOf(await asAnybody());
			expect(open).toContain("Records behind this have been corrected since 25 November 2026");
			expect(open).toContain("Young people: now about 65");
			expect(open).not.toMatch(/\b67\b/);
			const file = (await manager.get(`${path}/sessions.csv`)).text.split("\n");
			expect(file[1]).toContain(",Y8,30,1,counted");
			expect(wordsOf(await manager.get("/publications"))).toContain("1 session was added");
		});

		it("is withdrawn once, with a reason that stays inside", async () => {
			const empty = await manager.post(`${path}/withdraw`, { reason: " " });
			expect([empty.status, messageAt(empty, "reason")]).toEqual([
				422,
				"Enter a reason for withdrawing it",
			]);
			const long = await manager.post(`${path}/withdraw`, { reason: "x".repeat(10_000) });
			expect([long.status, held(long, "reason")]).toEqual([422, "x".repeat(10_000)]);
			const both = await Promise.all(
				["Wrong team", "Wrong year"].map((reason) => manager.post(`${path}/withdraw`, { reason })),
			);
			expect(both.map(({ status }) => status)).toEqual([303, 303]);
			const shown = wordsOf(await manager.get(path));
			expect(shown).toMatch(/Withdrawn by Uma manager \d+ on .*: Wrong (team|year)/);
			const open = await asAnybody();
			expect(wordsOf(open)).toContain("This was withdrawn on 25 November 2026");
			expect(open.text).not.toMatch(/Wrong (team|year)/);
			expect(open.page().querySelector("table")).toBeNull();
			expect((await manager.get(`${path}/withdraw`)).location).toBe(path);
			expect(await world.database.client.historyEntry.count({ where: { what: "Withdrawn" } })).toBe(
				1,
			);
		});

		it("is frozen by the database itself", async () => {
			const { client } = world.database;
			const id = path.split("/").at(-1) ?? "";
			const [one] = await client.publishedSession.findMany({ where: { publicationId: id } });
			if (!one) throw new Error("Nothing is listed");
			const listed = { publicationId: id, sessionId: one.sessionId };
			const before = JSON.stringify(
				await client.publication.findMany({ include: { listed: true } }),
			);
			for (const [what, refused] of [
				[
					"publication_is_frozen",
					client.publication.update({ where: { id }, data: { line: "More" } }),
				],
				[
					"publication_is_frozen",
					client.publication.update({ where: { id }, data: { youngPeople: 9 } }),
				],
				[
					"publication_is_frozen",
					client.publication.update({ where: { id }, data: { sealed: false } }),
				],
				[
					"publication_is_frozen",
					client.publication.update({ where: { id }, data: { withdrawnReason: "No" } }),
				],
				["publication_is_frozen", client.publication.delete({ where: { id } })],
				[
					"publication_is_frozen",
					client.publishedSession.deleteMany({ where: { publicationId: id } }),
				],
				[
					"publication_is_frozen",
					client.publishedSession.updateMany({ where: listed, data: { youngPeople: 9 } }),
				],
				[
					"publication_is_frozen",
					client.publishedSession.create({ data: { ...one, sessionId: "another" } }),
				],
			] as const) {
				const said = await refused.then(
					() => "done",
					(error: unknown) => JSON.stringify(error) + String(error),
				);
				expect(said).toContain(what);
			}
			const data = {
				...(await client.publication.findUniqueOrThrow({ where: { id } })),
				id: "other",
			};
			const open = { ...data, token: "t", draft: "d", sealed: false };
			const born = client.publication.create({ data: { ...open, sealed: true } });
			await expect(
				born.catch((error: unknown) => String(JSON.stringify(error))),
			).resolves.toContain("does_not_add_up");
			const emptied = world.database.transaction(async (tx) => {
				await tx.publication.create({ data: open });
				await tx.publication.update({ where: { id: "other" }, data: { sealed: true } });
			});
			await expect(emptied).rejects.toThrow();
			expect(JSON.stringify(await client.publication.findMany({ include: { listed: true } }))).toBe(
				before,
			);
		});
	});

	it("is not there where nothing was published", async () => {
		for (const none of [
			"/publications/none",
			"/publications/none/sessions.csv",
			"/published/none",
		]) {
			expect((await manager.get(none)).status).toBe(404);
		}
		expect((await manager.post("/publications/none/withdraw", { reason: "x" })).status).toBe(404);
	});
});
