import { afterAll, beforeAll, expect, it } from "vitest";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aPerson } from "#tests/factories/people.ts";
import { aProgramme } from "#tests/factories/programmes.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { held, messageAt, rowsOf, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

describeOnBothEngines("the pages of people", (world) => {
	let site: Site;
	let coordinator: Visitor;
	beforeAll(async () => {
		site = await openSite(world.database);
		coordinator = await site.signedIn("coordinator");
	});
	afterAll(() => site.close());

	it("add a person with what they may deliver and until when", async () => {
		const { agency, team, programme } = await aTeamThatCanBook(world.database);
		const endless = await aProgramme(world.database);
		const form = {
			name: "Priya Shah",
			email: "Priya.Shah@team.test",
			phone: "07700 900001",
			agency: agency.id,
			teams: team.id,
			programmes: [programme.id, endless.id],
			[`until.${programme.id}`]: "2026-11-24",
			[`until.${endless.id}`]: "",
		};
		const answer = await coordinator.post("/people/new", form);
		expect(answer.status).toBe(303);
		const page = await coordinator.get(answer.location ?? "");
		expect(page.heading()).toBe("Priya Shah");
		expect(wordsOf(page)).toContain("priya.shah@team.test");
		expect(rowsOf(page)).toEqual([
			[programme.name, "24 November 2026 (yesterday)", "Expired"],
			[endless.name, "No end", "Qualified"],
		]);
		const edit = await coordinator.get(`${answer.location}/edit`);
		expect(held(edit, "programmes")).toEqual([programme.id, endless.id]);
		expect(held(edit, `until.${programme.id}`)).toBe("2026-11-24");
		expect(held(edit, "teams")).toEqual([team.id]);
		expect(held(edit, "agency")).toBe(agency.id);
	});

	it("say at the field what is wrong, at a programme's last day too, and keep what was typed", async () => {
		const { agency, programme } = await aTeamThatCanBook(world.database);
		const before = await world.database.client.person.count();
		const answer = await coordinator.post("/people/new", {
			name: "Priya Shah",
			email: "priya",
			agency: "",
			programmes: programme.id,
			[`until.${programme.id}`]: "2027-02-30",
		});
		expect(answer.status).toBe(422);
		expect(answer.errors()).toEqual([
			{
				field: "email",
				message: "Enter an email address in the correct format, like name@example.com",
			},
			{ field: "agency", message: "Choose the agency that employs them" },
			{
				field: `until-${programme.id}`,
				message: "Enter the last day as a real date, like 2027-01-31",
			},
		]);
		expect(messageAt(answer, `until.${programme.id}`)).toContain("real date");
		expect(held(answer, `until.${programme.id}`)).toBe("2027-02-30");
		expect(held(answer, "programmes")).toEqual([programme.id]);
		expect(held(answer, "name")).toBe("Priya Shah");
		const unknown = await coordinator.post("/people/new", {
			name: "Priya Shah",
			email: "priya@team.test",
			agency: agency.id,
			programmes: [programme.id, "no-such-programme"],
		});
		expect(unknown.errors()).toEqual([
			{ field: "programmes", message: "Choose programmes that are still in use" },
		]);
		expect(await world.database.client.person.count()).toBe(before);
	});

	it("refuse an address that somebody has, and say that they are retired", async () => {
		const { agency } = await aTeamThatCanBook(world.database);
		const gone = await aPerson(world.database, { retiredAt: new Date() });
		const form = { name: "Twin", email: gone.email.toUpperCase(), agency: agency.id };
		const answer = await coordinator.post("/people/new", form);
		expect([answer.status, answer.errors()]).toEqual([
			422,
			[
				{
					field: "email",
					message: `Enter another email address: ${gone.name} already has this one (retired, and can be brought back)`,
				},
			],
		]);
	});

	it("save an edit, and tell that invites keep their address", async () => {
		const team = await aTeamThatCanBook(world.database);
		const [person] = team.facilitators;
		await aSession(world.database, team);
		const path = `/people/${person.id}`;
		expect(wordsOf(await coordinator.get(`${path}/edit`))).toContain(
			"delivers 1 upcoming session, invited at the address they have now",
		);
		const form = { name: "Renamed", email: "renamed@team.test", agency: team.agency.id };
		const answer = await coordinator.post(`${path}/edit`, form);
		expect([answer.status, answer.location]).toEqual([303, path]);
		const page = await coordinator.get(path);
		expect(wordsOf(page)).toContain("Renamed was saved");
		expect(wordsOf(page)).toContain("Email address: changed");
		expect(wordsOf(page)).not.toContain(`from ${person.email}`);
	});

	it("retire and bring back a person, and not while sessions of theirs are to come", async () => {
		const team = await aTeamThatCanBook(world.database);
		const [busy, free] = team.facilitators;
		const session = await aSession(world.database, team);
		const blocked = await coordinator.get(`/people/${busy.id}/retire`);
		expect(blocked.heading()).toBe(`${busy.name} cannot be retired yet`);
		expect(wordsOf(blocked)).toContain(session.reference);
		const refused = await coordinator.post(`/people/${busy.id}/retire`, { intent: "retire" });
		expect(refused.status).toBe(422);
		await coordinator.post(`/people/${free.id}/retire`, { intent: "retire" });
		const names = async (query: string) =>
			rowsOf(await coordinator.get(`/people${query}`)).map(([name]) => name);
		expect(await names("")).not.toContain(free.name);
		expect(await names("?retired=yes")).toContain(`${free.name} Retired`);
		expect((await coordinator.get(`/people/${free.id}/edit`)).location).toBe(`/people/${free.id}`);
		await coordinator.post(`/people/${free.id}/retire`, { intent: "restore" });
		expect(await names("")).toContain(free.name);
		expect(await names("")).toContain(busy.name);
	});

	it("say that a sign-in stays open when its person is retired", async () => {
		const person = await aPerson(world.database);
		await site.user("facilitator", { personId: person.id });
		expect(wordsOf(await coordinator.get(`/people/${person.id}/retire`))).toContain(
			"They can still sign in",
		);
	});

	it("do not bring somebody back to an agency that is retired", async () => {
		const { id: agencyId } = await world.database.client.agency.create({
			data: { name: "Gone agency", retiredAt: new Date() },
		});
		const person = await aPerson(world.database, { agencyId, retiredAt: new Date() });
		const answer = await coordinator.post(`/people/${person.id}/retire`, { intent: "restore" });
		expect([answer.status, answer.errors()[0]?.message]).toEqual([
			422,
			"Gone agency is retired. Bring that back first.",
		]);
	});

	it("give addresses and numbers only to those who may have them, and 404 for nobody", async () => {
		const person = await aPerson(world.database, { phone: "07700 900999" });
		const manager = await site.signedIn("manager");
		const facilitator = await site.signedIn("facilitator");
		for (const path of ["/people", `/people/${person.id}`]) {
			expect((await manager.get(path)).text).not.toMatch(/07700 900999|facilitator-\d+@team\.test/);
			expect((await facilitator.get(path)).text).toContain("07700 900999");
		}
		for (const visitor of [manager, facilitator]) {
			expect((await visitor.get("/people/new")).status).toBe(403);
			expect((await visitor.post(`/people/${person.id}/edit`, { name: "x" })).status).toBe(403);
			expect((await visitor.post(`/people/${person.id}/retire`, { intent: "retire" })).status).toBe(
				403,
			);
		}
		expect((await coordinator.get("/people/nobody")).status).toBe(404);
		expect((await coordinator.get("/people/nobody/edit")).status).toBe(404);
		expect((await coordinator.get("/people/nobody/retire")).status).toBe(404);
	});
});
