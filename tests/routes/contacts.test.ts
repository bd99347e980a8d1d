import { afterAll, beforeAll, expect, it } from "vitest";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { aContact, aVenue } from "#tests/factories/venues.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { held, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

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
