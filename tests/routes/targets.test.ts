import { afterAll, beforeAll, expect, it } from "vitest";
import {
	aDeliveredSession,
	insertRegister,
	replaceSessions,
} from "#tests/factories/random-sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { held, messageAt, rowsOf, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

/**
 * On 25 November 2026, day 86 of the academic year: 90 young people in 3 sessions of the Joint
 * Education Team on knife crime, 25 in one of the PPP team on county lines; 40 the year before.
 */
const sessions = [
	aDeliveredSession({ heads: [["Y8", 30]] }),
	aDeliveredSession({ localDate: "2026-10-06", heads: [["Y8", 20]] }),
	aDeliveredSession({ localDate: "2026-11-02", programme: 1, heads: [["Y8", 40]] }),
	aDeliveredSession({ localDate: "2026-11-03", programme: 2, team: 1, heads: [["Y9", 25]] }),
	aDeliveredSession({ localDate: "2026-11-10", status: "confirmed" }),
	aDeliveredSession({ localDate: "2026-03-10", heads: [["Y9", 40]] }),
];

describeOnBothEngines("targets", (world) => {
	let site: Site;
	let manager: Visitor;
	beforeAll(async () => {
		await insertRegister(world.database);
		await replaceSessions(world.database, sessions);
		site = await openSite(world.database);
		manager = await site.signedIn("manager");
	});
	afterAll(() => site.close());

	const knife = {
		...{ team: "team-jet", theme: "theme-knife", measure: "young_people", goal: "400" },
		period: "academic_year:2026",
	};
	const count = () => world.database.client.target.count();

	it.each([
		["nothing", {}, "measure", "Choose what is counted: sessions or young people"],
		["no target", { ...knife, goal: "" }, "goal", "Enter the target"],
		["a target of nothing", { ...knife, goal: "0" }, "goal", "Enter the target as 1 or more"],
		["-5", { ...knife, goal: "-5" }, "goal", "Enter the target as 0 or more"],
		["too much", { ...knife, goal: "10000001" }, "goal", /10,000,000 or fewer/],
		["no period", { ...knife, period: "" }, "period", "Choose a period"],
		["a period of nobody's", { ...knife, period: "fortnight:2026" }, "period", "Choose a period"],
		[
			"a year out of reach",
			{ ...knife, period: "academic_year:9999" },
			"period",
			"Choose a period",
		],
		["two periods", { ...knife, period: ["custom", "custom"] }, "period", "Choose a period"],
		[
			"dates the wrong way round",
			{ ...knife, period: "custom", from: "2026-12-01", to: "2026-11-01" },
			"to",
			/same as or after/,
		],
		["half a period", { ...knife, period: "custom", from: "2026-12-01" }, "to", /Enter/],
		["an unknown team", { ...knife, team: "nobody" }, "team", "Choose a team from the list"],
		["a NUL", { ...knife, theme: "a\0b" }, "theme", "Choose a theme from the list"],
		["a novel", { ...knife, team: "x".repeat(10_000) }, "team", "Choose a team from the list"],
	])("refuse %s next to the field, and keep the rest", async (_what, form, field, message) => {
		const answer = await manager.post("/targets/new", form);
		expect([answer.status, answer.errors()[0]?.field]).toEqual([422, field]);
		expect(messageAt(answer, field)).toMatch(message);
		if ("theme" in form && field !== "theme") expect(held(answer, "theme")).toBe("theme-knife");
		expect(await count()).toBe(0);
	});

	it("are added and measured by the figures of reach, worked out by hand", async () => {
		const forms = [
			knife,
			{ ...knife, team: "", theme: "", measure: "sessions", goal: "4" },
			{ ...knife, team: "", theme: "", goal: "487" },
			{ ...knife, period: "custom", from: "2026-03-01", to: "2026-03-31", goal: "41" },
			{ ...knife, period: "calendar_year:2027", goal: "1000" },
		];
		for (const form of forms) {
			expect((await manager.post("/targets/new", form)).location).toBe("/targets");
		}
		const page = await manager.get("/targets");
		const rows = rowsOf(page).map(([name, reached, pace]) => [
			name?.replace(/ (Academic|Calendar|March).*/, ""),
			reached?.replace(/:.*/, ""),
			pace,
		]);
		// 85 of 365 days are over: 93 of 400 would be pace, and 113 of 487.
		expect(rows).toEqual([
			[
				"Young people on Knife crime, Joint Education Team",
				"90 of 400",
				"Behind22% of the target with 23% of the time gone; at this pace 386 by 31 August 2027",
			],
			[
				"Sessions, all themes, all teams",
				"4 of 4",
				"Reached100% of the target with 23% of the time gone; at this pace 17 by 31 August 2027",
			],
			[
				"Young people, all themes, all teams",
				"115 of 487",
				"On pace23% of the target with 23% of the time gone; at this pace 493 by 31 August 2027",
			],
			[
				"Young people on Knife crime, Joint Education Team",
				"0 of 1,000",
				"To comeIts time has not begun",
			],
			[
				"Young people on Knife crime, Joint Education Team",
				"40 of 41",
				"Not reached97% of the target when its time was over",
			],
		]);
		const home = await manager.get("/");
		expect(wordsOf(home)).toContain("90 of 400");
		expect(wordsOf(home)).not.toContain("40 of 41");
		const href = page.page().querySelector('a[href*="theme=theme-knife"]')?.getAttribute("href");
		const behind = await manager.get((href ?? "").replace("/sessions", "/sessions.csv"));
		expect(behind.text.trim().split("\n").slice(1)).toHaveLength(3);
	});

	it("stand once for the same thing", async () => {
		const before = await count();
		const answer = await manager.post("/targets/new", { ...knife, goal: "5" });
		expect(messageAt(answer, "goal")).toContain("for this team, theme and period it is 400");
		expect(await count()).toBe(before);
	});

	it("are changed with a history, not over somebody else's change, and removed", async () => {
		const target = await world.database.client.target.findFirstOrThrow({ where: { goal: 400 } });
		const path = `/targets/${target.id}`;
		const form = await manager.get(path);
		expect([held(form, "goal"), held(form, "period")]).toEqual(["400", ["academic_year:2026"]]);
		const version = String(held(form, "version"));
		const first = await manager.post(path, { ...knife, version, goal: "450" });
		expect(first.location).toBe("/targets");
		const second = await manager.post(path, { ...knife, version, goal: "500" });
		expect([second.status, held(second, "goal")]).toEqual([422, "500"]);
		expect(second.errors()[0]?.message).toContain("Somebody has changed this target");
		expect(wordsOf(second)).toContain("Target: from 400 → to 450");
		const again = await manager.post(path, {
			...knife,
			version: held(second, "version"),
			goal: "500",
		});
		expect(again.location).toBe("/targets");

		const removed = await Promise.all([1, 2].map(() => manager.post(`${path}/remove`)));
		expect(removed.map(({ location }) => location)).toEqual(["/targets", "/targets"]);
		expect((await manager.get(path)).location).toBe(`${path}/remove`);
		const late = await manager.post(path, { ...knife, version: "9" });
		expect(late.location).toBe(`${path}/remove`);
		expect(wordsOf(await manager.get(`${path}/remove`))).toContain(
			"Somebody has removed this target",
		);
		expect(wordsOf(await manager.get("/targets"))).not.toContain("of 500");
		const history = await world.database.client.historyEntry.findMany({
			where: { subject: "target", subjectId: target.id },
			orderBy: { id: "asc" },
		});
		expect(history.map(({ what }) => what)).toEqual(["Added", "Changed", "Changed", "Removed"]);
	});

	it("are refused by the database itself where they make no sense, and are not there for all", async () => {
		const { client } = world.database;
		const data = {
			measure: "sessions",
			goal: 1,
			from: "2026-01-01",
			to: "2026-12-31",
			createdAt: new Date(),
		};
		for (const [rule, fields] of [
			["Target_goal", { goal: 0 }],
			["Target_measure", { measure: "smiles" }],
			["Target_period", { to: "2025-12-31" }],
		] as const) {
			const refused = client.target.create({ data: { ...data, ...fields } });
			const said = await refused.then(
				() => "",
				(error: unknown) => JSON.stringify(error) + String(error),
			);
			expect(said).toContain(rule);
		}
		for (const path of ["/targets/none", "/targets/none/remove"]) {
			expect((await manager.get(path)).status).toBe(404);
			expect((await manager.post(path, knife)).status).toBe(404);
		}
	});
});
