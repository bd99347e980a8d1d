import { afterAll, beforeAll, expect, it } from "vitest";
import { readSettings } from "#app/data/settings.ts";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { held, rowsOf, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

describeOnBothEngines("settings", (world) => {
	let site: Site;
	let administrator: Visitor;
	let coordinator: Visitor;
	beforeAll(async () => {
		site = await openSite(world.database);
		administrator = await site.signedIn("administrator");
		coordinator = await site.signedIn("coordinator");
	});
	afterAll(() => site.close());

	it("list only what somebody may enter", async () => {
		const links = async (visitor: Visitor) =>
			[...(await visitor.get("/settings")).page().querySelectorAll("main li a")].map((link) =>
				link.getAttribute("href"),
			);
		expect(await links(administrator)).toContain("/settings/partnership");
		expect(await links(coordinator)).not.toContain("/settings/partnership");
		for (const href of await links(coordinator)) {
			expect((await coordinator.get(href ?? "")).status).toBe(200);
		}
		for (const href of await links(administrator)) {
			expect((await administrator.get(href ?? "")).status).toBe(200);
		}
	});

	it("are read by coordinators and changed by administrators alone", async () => {
		const { team } = await aTeamThatCanBook(world.database);
		const manager = await site.signedIn("manager");
		expect((await manager.get("/settings")).status).toBe(403);
		expect((await manager.get("/settings/teams")).status).toBe(403);
		const list = await coordinator.get("/settings/teams");
		expect(wordsOf(list)).toContain(team.name);
		expect(list.text).not.toContain("/settings/teams/new");
		for (const path of [
			"/settings/partnership",
			"/settings/agencies/new",
			`/settings/teams/${team.id}`,
			`/settings/teams/${team.id}/retire`,
			"/settings/themes/new",
		]) {
			expect((await coordinator.get(path)).status).toBe(403);
			expect((await coordinator.post(path, { name: "X", intent: "retire" })).status).toBe(403);
		}
	});

	it("change the partnership's name, zone and reminders, and say what is wrong", async () => {
		const path = "/settings/partnership";
		const wrong = { partnership: "", zone: "Europe/Atlantis", reminderDays: "99" };
		const refused = await administrator.post(path, wrong);
		expect([refused.status, refused.errors().map(({ field }) => field)]).toEqual([
			422,
			["partnership", "zone", "reminderDays"],
		]);
		expect(held(refused, "zone")).toBe("Europe/Atlantis");
		const right = { partnership: "Essex together", zone: "Europe/London", reminderDays: "" };
		expect((await administrator.post(path, right)).status).toBe(303);
		expect((await administrator.get("/settings")).text).toContain("Essex together");
		expect(await readSettings(world.database.client)).toMatchObject({ reminderDays: null });
		await aSession(world.database, await aTeamThatCanBook(world.database));
		const moved = await administrator.post(path, { ...right, zone: "Europe/Paris" });
		expect([moved.status, moved.errors()]).toEqual([
			422,
			[
				{
					field: "zone",
					message: "Leave the time zone at Europe/London: sessions are booked in it",
				},
			],
		]);
		expect((await readSettings(world.database.client)).zone).toBe("Europe/London");
	});

	it.each([
		["agencies", "agency", {}],
		["themes", "theme", { position: "4" }],
		["teams", "team", { prefix: "abc", email: "abc@team.test" }],
	])("add, edit, retire and bring back in /settings/%s", async (plural, noun, more) => {
		const path = `/settings/${plural}`;
		const empty = await administrator.post(`${path}/new`, { ...more, name: "" });
		expect([empty.status, empty.errors()]).toEqual([
			422,
			[{ field: "name", message: `Enter the name of the ${noun}` }],
		]);
		const added = await administrator.post(`${path}/new`, { ...more, name: `First ${noun}` });
		expect([added.status, added.location]).toEqual([303, path]);
		const list = await administrator.get(path);
		expect(wordsOf(list)).toContain(`First ${noun} was added`);
		const link = [...list.page().querySelectorAll("main th a")].find(
			({ textContent }) => textContent === `First ${noun}`,
		);
		const one = link?.getAttribute("href") ?? "";
		expect(held(await administrator.get(one), "name")).toBe(`First ${noun}`);
		const twin = { ...more, name: `first  ${noun.toUpperCase()}`, prefix: "xyz" };
		expect((await administrator.post(`${path}/new`, twin)).errors()).toEqual([
			{
				field: "name",
				message: `Enter another name: there is already a ${noun} called First ${noun}`,
			},
		]);
		await administrator.post(one, { ...more, name: `Second ${noun}` });
		expect(wordsOf(await administrator.get(one))).toContain("Edited by Uma administrator");
		expect(wordsOf(await administrator.get(`${one}/retire`))).toContain("can no longer be chosen");
		await administrator.post(`${one}/retire`, { intent: "retire" });
		const rows = async () => rowsOf(await administrator.get(path)).map(([name]) => name);
		expect(await rows()).toContain(`Second ${noun} Retired`);
		expect((await administrator.get(one)).location).toBe(`${one}/retire`);
		const late = await administrator.post(one, { ...more, name: "Third" });
		expect([late.status, late.location]).toEqual([303, path]);
		await administrator.post(`${one}/retire`, { intent: "restore" });
		expect(await rows()).toContain(`Second ${noun}`);
		for (const verb of ["", "/retire"]) {
			expect((await administrator.get(`${path}/nothing${verb}`)).status).toBe(404);
		}
		expect((await administrator.post(`${path}/nothing`, { ...more, name: "N" })).status).toBe(404);
	});

	it("keep what is in use, and name what needs it", async () => {
		const team = await aTeamThatCanBook(world.database);
		await aSession(world.database, team, { startsAt: new Date("2027-03-01T09:00:00Z") });
		const agency = `/settings/agencies/${team.agency.id}/retire`;
		expect(wordsOf(await administrator.get(agency))).toContain(`1 team (${team.team.name})`);
		const refused = await administrator.post(agency, { intent: "retire" });
		expect(refused.status).toBe(422);
		expect(refused.errors()[0]?.message).toMatch(/^This agency is still needed by \d+ people/);
		const theme = `/settings/themes/${team.theme.id}/retire`;
		expect((await administrator.get(theme)).heading()).toBe("Knife crime cannot be retired yet");
		expect((await administrator.post(theme, { intent: "retire" })).status).toBe(422);
		const own = `/settings/teams/${team.team.id}/retire`;
		expect((await administrator.post(own, { intent: "retire" })).status).toBe(422);
		const prefix = await administrator.post("/settings/teams/new", {
			name: "Another",
			prefix: "jet",
			email: "another@team.test",
		});
		expect(prefix.errors()).toEqual([
			{
				field: "prefix",
				message: `Enter another reference prefix: ${team.team.name} already has this one`,
			},
		]);
	});
});
