import { afterAll, beforeAll, expect, it } from "vitest";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aProgramme, aTheme } from "#tests/factories/programmes.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { held, rowsOf, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

describeOnBothEngines("the pages of programmes", (world) => {
	let site: Site;
	let coordinator: Visitor;
	beforeAll(async () => {
		site = await openSite(world.database);
		coordinator = await site.signedIn("coordinator");
	});
	afterAll(() => site.close());

	async function form(overrides: Record<string, string | string[]> = {}) {
		const { theme, agency } = await aTeamThatCanBook(world.database);
		return {
			name: "Aftermath",
			theme: theme.id,
			summary: "After an arrest",
			lengthMinutes: "50",
			largestGroup: "",
			yearGroups: ["Y10", "Y9"],
			facilitatorsNeeded: "2",
			agenciesNeeded: agency.id,
			schoolProvides: "A projector\r\nA member of staff",
			bring: "Cards\r\nSpeaker",
			...overrides,
		};
	}

	it("add a programme, show it under its theme, and fill its form again", async () => {
		const answer = await coordinator.post("/programmes/new", await form());
		expect(answer.status).toBe(303);
		const page = await coordinator.get(answer.location ?? "");
		expect(page.heading()).toBe("Aftermath");
		for (const fact of [
			"Aftermath was added and can be booked",
			"50 minutes",
			"Years 9 and 10",
			"Any size",
			"2, with Northmoor Police",
			"A member of staff",
			"We bringCardsSpeaker",
			"Nobody yet",
		]) {
			expect(wordsOf(page)).toContain(fact);
		}
		expect(rowsOf(await coordinator.get("/programmes"))).toContainEqual([
			"Aftermath",
			"50 minutes",
			"Years 9 and 10",
			"Any size",
			"2, with Northmoor Police",
		]);
		const edit = await coordinator.get(`${answer.location}/edit`);
		expect(held(edit, "yearGroups")).toEqual(["Y9", "Y10"]);
		expect(held(edit, "schoolProvides")).toBe("A projector\nA member of staff");
		expect(held(edit, "bring")).toBe("Cards\nSpeaker");
		expect(held(edit, "largestGroup")).toBe("");
	});

	it("say what is wrong, keep what was typed, and write nothing", async () => {
		const before = await world.database.client.programme.count();
		const wrong = await form({ name: "", lengthMinutes: "3", facilitatorsNeeded: "0", theme: "" });
		const answer = await coordinator.post("/programmes/new", wrong);
		expect([answer.status, answer.errors()]).toEqual([
			422,
			[
				{ field: "name", message: "Enter the name of the programme" },
				{ field: "theme", message: "Choose a theme" },
				{ field: "lengthMinutes", message: "Enter the length in minutes as 5 or more" },
				{
					field: "facilitatorsNeeded",
					message: "Enter the number of facilitators as 1 or more",
				},
			],
		]);
		expect(held(answer, "yearGroups")).toEqual(["Y9", "Y10"]);
		expect(held(answer, "summary")).toBe("After an arrest");
		const taken = await aProgramme(world.database);
		const twin = await coordinator.post(
			"/programmes/new",
			await form({ name: ` ${taken.name.toUpperCase()} ` }),
		);
		expect(twin.errors()).toEqual([
			{
				field: "name",
				message: `Enter another name: there is already a programme called ${taken.name}`,
			},
		]);
		const unknown = await coordinator.post(
			"/programmes/new",
			await form({ name: "New", theme: "no-such-theme" }),
		);
		expect(unknown.errors()).toEqual([
			{ field: "theme", message: "Choose a theme that is still in use" },
		]);
		expect(await world.database.client.programme.count()).toBeLessThanOrEqual(before + 4);
		expect(await world.database.client.programme.count({ where: { name: "New" } })).toBe(0);
	});

	it("tell, before a name changes, whose calendars are corrected", async () => {
		const team = await aTeamThatCanBook(world.database);
		await aSession(world.database, team);
		const path = `/programmes/${team.programme.id}`;
		expect(wordsOf(await coordinator.get(`${path}/edit`))).toContain("1 upcoming session");
		const answer = await coordinator.post(`${path}/edit`, await form({ name: "Renamed" }));
		expect([answer.status, answer.location]).toEqual([303, path]);
		const page = await coordinator.get(path);
		expect(page.heading()).toBe("Renamed");
		expect(wordsOf(page)).toContain(team.facilitators[0].name);
	});

	it("retire and bring back a programme, and not while sessions of it are to come", async () => {
		const team = await aTeamThatCanBook(world.database);
		const session = await aSession(world.database, team);
		const path = `/programmes/${team.programme.id}`;
		expect((await coordinator.get(`${path}/retire`)).heading()).toContain("cannot be retired yet");
		expect((await coordinator.post(`${path}/retire`, { intent: "retire" })).status).toBe(422);
		site.setClock(session.endsAt);
		const later = await site.signedIn("coordinator");
		expect((await later.post(`${path}/retire`, { intent: "retire" })).status).toBe(303);
		const names = async (query: string) =>
			[...(await later.get(`/programmes${query}`)).page().querySelectorAll("tbody th")].map(
				(cell) => cell.textContent?.trim(),
			);
		expect(await names("")).not.toContain(team.programme.name);
		expect(await names("?retired=yes")).toContain(`${team.programme.name} Retired`);
		expect((await later.post(`${path}/retire`, { intent: "restore" })).status).toBe(303);
		expect(await names("")).toContain(team.programme.name);
	});

	it("do not bring back a programme whose theme is retired", async () => {
		const theme = await aTheme(world.database, { name: "Gone theme", retiredAt: new Date() });
		const { id } = await aProgramme(world.database, { themeId: theme.id, retiredAt: new Date() });
		const answer = await coordinator.post(`/programmes/${id}/retire`, { intent: "restore" });
		expect([answer.status, answer.errors()[0]?.message]).toEqual([
			422,
			"Gone theme is retired. Bring that back first.",
		]);
	});

	it("are read by everybody and changed by the office; answer by slug, and 404 for nothing", async () => {
		const programme = await aProgramme(world.database);
		const manager = await site.signedIn("manager");
		const page = await manager.get(`/programmes/${programme.slug}`);
		expect(page.heading()).toBe(programme.name);
		expect(page.text).not.toContain(`/programmes/${programme.id}/edit`);
		expect((await manager.get("/programmes/new")).status).toBe(403);
		expect((await manager.post("/programmes/new", await form({ name: "Y" }))).status).toBe(403);
		const path = `/programmes/${programme.id}`;
		expect((await manager.post(`${path}/edit`, await form({ name: "Y" }))).status).toBe(403);
		expect((await manager.post(`${path}/retire`, { intent: "retire" })).status).toBe(403);
		for (const verb of ["", "/edit", "/retire"]) {
			expect((await coordinator.get(`/programmes/nothing${verb}`)).status).toBe(404);
		}
		expect((await coordinator.post("/programmes/nothing/edit", await form())).status).toBe(404);
	});
});
