import { afterAll, beforeAll, expect, it } from "vitest";
import { ensureDistricts } from "#app/commands/ensure-districts.ts";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { aContact, aVenue } from "#tests/factories/venues.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { held, messageAt, rowsOf, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

const saltmarsh = {
	name: "Saltmarsh Academy",
	kind: "school",
	urn: "800001",
	phase: "secondary",
	lowAge: "11",
	highAge: "18",
	pupils: "1,184",
	fsmPercent: "14.2",
	street: "Mill Lane",
	town: "Maldon",
	postcode: "cm90zz",
	district: "E07000074",
	easting: "585200",
	northing: "206900",
	parking: "Behind the gym",
	reception: "Main entrance",
	rooms: "Hall\nDrama studio",
	sensitivities: "Ask the DSL before mentioning May",
};

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
		expect(wordsOf(page)).toContain("1 session was delivered here");
	});
});

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

describeOnBothEngines("who sees what of a venue", (world) => {
	let site: Site;
	beforeAll(async () => {
		site = await openSite(world.database);
	});
	afterAll(() => site.close());

	it("gives addresses, numbers and sensitivities only to those who may have them", async () => {
		const team = await aTeamThatCanBook(world.database);
		const { id } = team.venue;
		await world.database.client.venue.update({
			where: { id },
			data: { sensitivities: "Ask the DSL first", telephone: "01621 555000" },
		});
		await aContact(world.database, id, {
			name: "Grace Lyle",
			email: "grace.lyle@school.test",
			phone: "01632 960777",
		});
		await aSession(world.database, team);
		const [assigned, other] = team.facilitators;
		const visitors = {
			coordinator: await site.signedIn("coordinator"),
			manager: await site.signedIn("manager"),
			assigned: await site.as(await site.user("facilitator", { personId: assigned.id })),
			other: await site.as(await site.user("facilitator", { personId: other.id })),
		};
		const pages = Object.entries(visitors).map(async ([who, visitor]) => {
			// why the text: what a page does not show may still be in what it is made from.
			const { text } = await visitor.get(`/venues/${id}`);
			return [
				who,
				{
					reach: /grace\.lyle@school\.test/.test(text) && /01632 960777/.test(text),
					telephone: text.includes("01621 555000"),
					sensitivities: text.includes("Ask the DSL first"),
					changes: text.includes(`/venues/${id}/edit`),
				},
			];
		});
		expect(Object.fromEntries(await Promise.all(pages))).toEqual({
			coordinator: { reach: true, telephone: true, sensitivities: true, changes: true },
			manager: { reach: false, telephone: false, sensitivities: false, changes: false },
			assigned: { reach: true, telephone: true, sensitivities: true, changes: false },
			other: { reach: true, telephone: true, sensitivities: false, changes: false },
		});
		site.setClock(new Date("2027-01-14T10:00:00Z"));
		const afterwards = await visitors.assigned.get(`/venues/${id}`);
		expect(afterwards.text).not.toContain("Ask the DSL first");
	});

	it("lets nobody but the office change anything", async () => {
		const venue = await aVenue(world.database);
		const contact = await aContact(world.database, venue.id);
		for (const role of ["manager", "facilitator"] as const) {
			const visitor = await site.signedIn(role);
			for (const path of [
				"/venues/new",
				`/venues/${venue.id}/edit`,
				`/venues/${venue.id}/retire`,
				`/venues/${venue.id}/contacts/new`,
				`/contacts/${contact.id}/edit`,
				`/contacts/${contact.id}/retire`,
			]) {
				expect((await visitor.get(path)).status).toBe(403);
				expect((await visitor.post(path, { ...saltmarsh, intent: "retire" })).status).toBe(403);
			}
		}
		expect(await world.database.client.venue.findUnique({ where: { id: venue.id } })).toEqual(
			venue,
		);
	});
});

describeOnBothEngines("the pages of contacts", (world) => {
	let site: Site;
	let coordinator: Visitor;
	beforeAll(async () => {
		site = await openSite(world.database);
		coordinator = await site.signedIn("coordinator");
	});
	afterAll(() => site.close());

	const grace = {
		name: "Grace Lyle",
		role: "Head of Year 9",
		email: "Grace.Lyle@School.test",
		phone: "01632 960777",
	};

	it("add, edit, retire and bring back a contact", async () => {
		const venue = await aVenue(world.database);
		const added = await coordinator.post(`/venues/${venue.id}/contacts/new`, grace);
		expect([added.status, added.location]).toEqual([303, `/venues/${venue.id}`]);
		const page = await coordinator.get(`/venues/${venue.id}`);
		expect(wordsOf(page)).toContain("Grace Lyle was added");
		expect(wordsOf(page)).toContain("grace.lyle@school.test");
		const [contact] = await world.database.client.contact.findMany({
			where: { venueId: venue.id },
		});
		const path = `/contacts/${contact?.id}`;
		const form = await coordinator.get(`${path}/edit`);
		expect(held(form, "email")).toBe("grace.lyle@school.test");
		await coordinator.post(`${path}/edit`, { ...grace, role: "DSL" });
		expect(wordsOf(await coordinator.get(`/venues/${venue.id}`))).toContain(
			"Contact edited: Grace Lyle",
		);
		await coordinator.post(`${path}/retire`, { intent: "retire" });
		const retired = await coordinator.get(`/venues/${venue.id}`);
		expect(wordsOf(retired)).toContain("Retired contacts (1)");
		expect((await coordinator.get(`${path}/edit`)).location).toBe(`${path}/retire`);
		await coordinator.post(`${path}/retire`, { intent: "restore" });
		expect(wordsOf(await coordinator.get(`/venues/${venue.id}`))).not.toContain("Retired contacts");
	});

	it("say what is wrong, keep what was typed, and write nothing", async () => {
		const venue = await aVenue(world.database);
		const other = await aContact(world.database, venue.id);
		const path = `/venues/${venue.id}/contacts/new`;
		const wrong = await coordinator.post(path, {
			...grace,
			name: "",
			email: "grace",
			phone: "call",
		});
		expect([wrong.status, wrong.errors().map(({ field }) => field)]).toEqual([
			422,
			["name", "email", "phone"],
		]);
		expect(held(wrong, "role")).toBe("Head of Year 9");
		expect(held(wrong, "email")).toBe("grace");
		const taken = await coordinator.post(path, { ...grace, email: other.email });
		expect(taken.errors()).toEqual([
			{
				field: "email",
				message: `Enter another email address: ${other.name} already has this one`,
			},
		]);
		expect(await world.database.client.contact.count({ where: { venueId: venue.id } })).toBe(1);
	});

	it("say before it happens that invites stay as they are", async () => {
		const team = await aTeamThatCanBook(world.database);
		const session = await aSession(world.database, team);
		const [contact] = team.contacts;
		await world.database.client.invite.create({
			data: {
				sessionId: session.id,
				kind: "contact",
				contactId: contact.id,
				name: contact.name,
				address: contact.email,
			},
		});
		expect(wordsOf(await coordinator.get(`/contacts/${contact.id}/edit`))).toContain(
			"invited to 1 upcoming session at the address they have now",
		);
		expect(wordsOf(await coordinator.get(`/contacts/${contact.id}/retire`))).toContain(
			"goes on being told of changes",
		);
	});
});
