import { afterAll, beforeAll, expect, it } from "vitest";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { aContact, aVenue, aVenueForm as saltmarsh } from "#tests/factories/venues.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { openSite, type Site } from "#tests/setup/site.ts";

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
