import { afterAll, beforeAll, expect, it } from "vitest";
import { ensureDistricts } from "#app/commands/ensure-districts.ts";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { aVenue, aVenueForm as saltmarsh } from "#tests/factories/venues.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { held, messageAt, rowsOf, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

describeOnBothEngines("the pages of venues", (world) => {
	let site: Site;
	let coordinator: Visitor;
	let manager: Visitor;
	beforeAll(async () => {
		site = await openSite(world.database);
		await ensureDistricts(world.database);
		coordinator = await site.signedIn("coordinator");
		manager = await site.signedIn("manager");
	});
	afterAll(() => site.close());

	const count = () => world.database.client.venue.count();

	it("add a venue, show it, and say what to do next", async () => {
		const answer = await coordinator.post("/venues/new", saltmarsh);
		expect(answer.status).toBe(303);
		const page = await coordinator.get(answer.location ?? "");
		expect(page.heading()).toBe("Saltmarsh Academy");
		const words = wordsOf(page);
		for (const fact of [
			"Saltmarsh Academy was added",
			"Add a contact",
			"Secondary school, Maldon",
			"Mill Lane, Maldon, CM9 0ZZ",
			"Behind the gym",
			"Main entrance",
			"Hall, Drama studio",
			"URN800001",
			"Ages11 to 18",
			"1,184",
			"14.2%",
			"Ask the DSL before mentioning May",
			"never sent to anyone",
		]) {
			expect(words).toContain(fact);
		}
		expect((await coordinator.get(`${answer.location}/edit`)).heading()).toBe(
			"Edit Saltmarsh Academy",
		);
	});

	it("fill the form of an edit with what is kept, and save what is typed", async () => {
		const { id } = await aVenue(world.database, { fsmPercent: 9.5, districtCode: "E07000070" });
		const form = await coordinator.get(`/venues/${id}/edit`);
		expect(held(form, "district")).toBe("E07000070");
		expect(held(form, "kind")).toEqual(["school"]);
		expect(held(form, "fsmPercent")).toBe("9.5");
		expect(held(form, "rooms")).toBe("Hall\nDrama studio");
		const edit = { ...saltmarsh, urn: "800777", name: "Renamed" };
		const answer = await coordinator.post(`/venues/${id}/edit`, edit);
		expect([answer.status, answer.location]).toEqual([303, `/venues/${id}`]);
		const page = await coordinator.get(`/venues/${id}`);
		expect(wordsOf(page)).toContain("Renamed was saved");
		expect(wordsOf(page)).toContain("Edited by Uma coordinator");
	});

	it("say at the field and at the top what is wrong, keep what was typed, and write nothing", async () => {
		const before = await count();
		const wrong = { ...saltmarsh, name: " ", urn: "12", postcode: "nowhere", lowAge: "many" };
		const answer = await coordinator.post("/venues/new", wrong);
		expect(answer.status).toBe(422);
		expect(answer.errors()).toEqual([
			{ field: "name", message: "Enter the name of the venue" },
			{ field: "urn", message: "Enter a URN of 6 digits, like 123456" },
			{ field: "lowAge", message: "Enter the lowest age as a whole number, like 28" },
			{ field: "postcode", message: "Enter a full UK postcode, like CM9 4AA" },
		]);
		expect(messageAt(answer, "urn")).toBe("Enter a URN of 6 digits, like 123456");
		expect(answer.page().querySelector("title")?.textContent).toMatch(/^Error: /);
		expect(held(answer, "urn")).toBe("12");
		expect(held(answer, "kind")).toEqual(["school"]);
		expect(held(answer, "district")).toBe("E07000074");
		expect(held(answer, "rooms")).toBe("Hall\nDrama studio");
		expect(await count()).toBe(before);
	});

	it("refuse a URN and a name that are taken, and name who has them", async () => {
		const venue = await aVenue(world.database, { postcode: "SS9 0ZZ" });
		const before = await count();
		const urn = await coordinator.post("/venues/new", { ...saltmarsh, urn: venue.urn ?? "" });
		expect([urn.status, urn.errors()]).toEqual([
			422,
			[{ field: "urn", message: `Enter another URN: ${venue.name} already has this one` }],
		]);
		const twin = { ...saltmarsh, urn: "", name: venue.name, postcode: "ss9 0zz" };
		const name = await coordinator.post("/venues/new", twin);
		expect(name.errors()).toEqual([
			{
				field: "name",
				message: `Enter another name or postcode: there is already a venue called ${venue.name}`,
			},
		]);
		expect(await count()).toBe(before);
	});

	it("say before it happens who gets a corrected entry, and afterwards how many", async () => {
		const team = await aTeamThatCanBook(world.database);
		const session = await aSession(world.database, team);
		await world.database.client.invite.create({
			data: {
				sessionId: session.id,
				kind: "contact",
				contactId: team.contacts[0].id,
				name: team.contacts[0].name,
				address: team.contacts[0].email,
				lastSequence: 0,
			},
		});
		const form = await coordinator.get(`/venues/${team.venue.id}/edit`);
		expect(wordsOf(form)).toContain("everybody invited to 1 upcoming session here");
		const edit = { ...saltmarsh, urn: team.venue.urn ?? "", name: "Moved School" };
		await coordinator.post(`/venues/${team.venue.id}/edit`, edit);
		const page = await coordinator.get(`/venues/${team.venue.id}`);
		expect(wordsOf(page)).toContain(
			"Moved School was saved. 1 corrected invite for 1 session will be sent.",
		);
	});

	it("retire a venue after saying what will happen, and bring it back", async () => {
		const { id, name } = await aVenue(world.database);
		const before = await coordinator.get(`/venues/${id}/retire`);
		expect(before.heading()).toBe(`Retire ${name}`);
		expect(wordsOf(before)).toContain("stays counted in reach");
		const answer = await coordinator.post(`/venues/${id}/retire`, { intent: "retire" });
		expect([answer.status, answer.location]).toEqual([303, `/venues/${id}`]);
		const page = await coordinator.get(`/venues/${id}`);
		expect(wordsOf(page)).toContain(`${name} is retired and can no longer be chosen`);
		expect(page.page().querySelector(`a[href="/venues/${id}/edit"]`)).toBeNull();
		expect((await coordinator.get(`/venues/${id}/edit`)).location).toBe(`/venues/${id}`);
		const late = await coordinator.post(`/venues/${id}/edit`, { ...saltmarsh, urn: "800666" });
		expect([late.status, late.location]).toEqual([303, `/venues/${id}`]);
		expect(wordsOf(await coordinator.get(`/venues/${id}`))).toContain(
			"This venue is retired. Bring it back before you change anything.",
		);
		expect((await coordinator.get(`/venues/${id}`)).heading()).toBe(name);
		expect((await coordinator.get(`/venues/${id}/retire`)).heading()).toBe(`Bring back ${name}`);
		await coordinator.post(`/venues/${id}/retire`, { intent: "restore" });
		const back = await world.database.client.venue.findUnique({ where: { id } });
		expect(back?.retiredAt).toBeNull();
	});

	it("do not retire a venue with sessions to come, and list them", async () => {
		const team = await aTeamThatCanBook(world.database);
		const session = await aSession(world.database, team);
		const path = `/venues/${team.venue.id}/retire`;
		const page = await coordinator.get(path);
		expect(page.heading()).toBe(`${team.venue.name} cannot be retired yet`);
		expect(page.page().querySelector(`a[href="/sessions/${session.reference}"]`)).not.toBeNull();
		expect(page.page().querySelector("main form")).toBeNull();
		const answer = await coordinator.post(path, { intent: "retire" });
		expect([answer.status, answer.errors()[0]?.message]).toEqual([
			422,
			"Move or cancel 1 upcoming session first",
		]);
		const venue = await world.database.client.venue.findUnique({ where: { id: team.venue.id } });
		expect(venue?.retiredAt).toBeNull();
		expect((await coordinator.post(path, { intent: "delete" })).status).toBe(400);
		expect((await coordinator.post(path, {})).status).toBe(400);
	});

	it("answer 404 for what is not there, in every verb", async () => {
		for (const path of ["", "/edit", "/retire", "/contacts/new"]) {
			expect((await coordinator.get(`/venues/nothing${path}`)).status).toBe(404);
		}
		expect((await coordinator.post("/venues/nothing/edit", saltmarsh)).status).toBe(404);
		const contact = { name: "A", email: "a@school.test" };
		expect((await coordinator.post("/venues/nothing/contacts/new", contact)).status).toBe(404);
		expect((await coordinator.get("/contacts/nothing/edit")).status).toBe(404);
		expect((await coordinator.post("/contacts/nothing/retire", { intent: "retire" })).status).toBe(
			404,
		);
	});

	it("show what was delivered by year group and academic year", async () => {
		const team = await aTeamThatCanBook(world.database);
		const session = await aSession(world.database, team, {
			status: "delivered",
			startsAt: new Date("2026-10-01T08:00:00Z"),
		});
		await world.database.client.closeOut.create({
			data: {
				sessionId: session.id,
				revision: 1,
				current: true,
				outcome: "delivered",
				counted: "counted",
				youngPeople: 1210,
				adults: 1,
				recordedByName: "Ravi",
				recordedAt: new Date("2026-10-01T10:00:00Z"),
				headcounts: { create: [{ yearGroup: "Y9", youngPeople: 1210 }] },
			},
		});
		const page = await manager.get(`/venues/${team.venue.id}`);
		expect(rowsOf(page)).toContainEqual(["Year 9", "Knife crime: 1,210"]);
		expect(wordsOf(page)).toContain("1 session here");
	});
});
