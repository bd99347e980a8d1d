import { afterAll, beforeAll, expect, it } from "vitest";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aMessage } from "#tests/factories/messages.ts";
import { aContact, aVenue } from "#tests/factories/venues.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Answer } from "#tests/setup/visitor.ts";

const lines = ({ text }: Answer) =>
	text
		.replace(/^\uFEFF/, "")
		.trimEnd()
		.split("\n");

describeOnBothEngines("lists as files", (world) => {
	let site: Site;
	beforeAll(async () => {
		site = await openSite(world.database);
	});
	afterAll(() => site.close());

	it("have the rows of their pages, defused, and of people only what the reader may see", async () => {
		const { facilitators, programme } = await aTeamThatCanBook(world.database);
		const venue = await aVenue(world.database, { name: "=Zinnia Hall", town: "Oldmere" });
		await aVenue(world.database, { name: "Zinnia Barn", retiredAt: new Date() });
		await aContact(world.database, venue.id, { name: "Grace Lyle", email: "grace@school.test" });
		const coordinator = await site.signedIn("coordinator");
		const manager = await site.signedIn("manager");

		const venues = await coordinator.get("/venues.csv?q=zinnia");
		expect(venues.headers.get("content-type")).toBe("text/csv; charset=utf-8");
		expect(venues.text.startsWith("urn,name,kind,")).toBe(true);
		expect(lines(venues)).toHaveLength(2);
		expect(venues.text).toContain(",'=Zinnia Hall,");
		expect(lines(await coordinator.get("/venues.csv?q=zinnia&retired=yes"))).toHaveLength(3);

		expect(lines(await coordinator.get("/contacts.csv?q=zinnia")).slice(1)).toEqual([
			expect.stringMatching(/^'=Zinnia Hall,\d*,Grace Lyle,.*,grace@school\.test,/),
		]);
		for (const role of ["manager", "facilitator"] as const) {
			const asked = await (await site.signedIn(role)).get("/contacts.csv");
			expect(asked.status).toBe(403);
		}

		const [lead] = facilitators;
		const people = await coordinator.get("/people.csv");
		expect(people.text).toContain(lead.email);
		const unreachable = await manager.get("/people.csv");
		expect(unreachable.text).toContain(lead.name);
		expect(unreachable.text).not.toContain(lead.email);
		expect((await manager.get("/programmes.csv")).text).toContain(programme.name);
	});

	it("of the outbox hold what was sent to whom, without its words, and nothing about accounts", async () => {
		await aMessage(world.database, {
			subject: "Knife crime",
			why: "updated",
			toAddress: "a@school.test",
		});
		await aMessage(world.database, { subject: "Your account" });
		const coordinator = await site.signedIn("coordinator");
		const file = await coordinator.get("/outbox.csv");
		expect(file.text).toContain("a@school.test,Knife crime,");
		expect(file.text).not.toContain("Your account");
		expect(lines(await coordinator.get("/outbox.csv?q=nobody"))).toHaveLength(1);
		expect((await coordinator.get("/outbox.csv?show=out-of-date")).status).toBe(200);
		expect((await (await site.signedIn("manager")).get("/outbox.csv")).status).toBe(403);
	});
});
