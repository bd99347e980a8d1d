import { afterAll, beforeAll, expect, it } from "vitest";
import type { SessionRecord } from "#app/data/sessions.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";

describeOnBothEngines("day sheets", (world) => {
	let site: Site;
	let team: TeamThatCanBook;
	let first: SessionRecord;
	let second: SessionRecord;
	beforeAll(async () => {
		site = await openSite(world.database);
		team = await aTeamThatCanBook(world.database);
		await world.database.client.venue.update({
			where: { id: team.venue.id },
			data: { parking: "Behind the gym", sensitivities: "A pupil was hurt in May" },
		});
		second = await aSession(world.database, team, {
			startsAt: new Date("2027-01-14T11:00:00Z"),
			facilitatorIds: [team.facilitators[1].id],
			notes: "Ask for the deputy",
		});
		first = await aSession(world.database, team, {
			room: "Hall",
			notes: "Bring the film",
			yearGroups: ["Y7", "Y8"],
		});
	});
	afterAll(() => site.close());

	const path = () => `/sessions/day-sheets?ref=${second.reference}&ref=${first.reference}`;

	it("stand in order of time with all that a facilitator needs", async () => {
		const coordinator = await site.signedIn("coordinator");
		const page = await coordinator.get(path());
		const sheets = [...page.page().querySelectorAll("article")];
		expect(sheets.map((sheet) => /JET-\d+-\d+/.exec(sheet.textContent ?? "")?.[0])).toEqual([
			first.reference,
			second.reference,
		]);
		const words = sheets[0]?.textContent ?? "";
		expect(words).toContain("Thursday 14 January 2027, 9:00am to 10:00am");
		for (const part of ["Hall", "Behind the gym", "Years 7 and 8", "Bring the film", "projector"]) {
			expect(words).toContain(part);
		}
		expect(words).toContain(`${team.facilitators[0].name} (Northmoor Police, lead, 07700 900123)`);
		expect(words).toContain("A pupil was hurt in May");
		expect(words).toMatch(/Year 7.*Year 8.*Adults.*Counted.*Estimated/s);
	});

	it("show notes only to those who may read them, and telephone numbers too", async () => {
		const [{ id: personId }] = team.facilitators;
		const facilitator = await site.as(await site.user("facilitator", { personId }));
		const own = wordsOf(await facilitator.get(path()));
		expect(own).toContain("Bring the film");
		expect(own).not.toContain("Ask for the deputy");
		const manager = wordsOf(await (await site.signedIn("manager")).get(path()));
		expect(manager).not.toMatch(/Bring the film|Ask for the deputy|hurt in May|07700/);
		expect(manager).toContain(team.facilitators[0].name);
	});

	it("say what to do when nothing, or nonsense, is selected", async () => {
		const coordinator = await site.signedIn("coordinator");
		const nothing = await coordinator.get("/sessions/day-sheets");
		expect(nothing.status).toBe(422);
		expect(nothing.errors()).toEqual([
			{ field: "", message: "Select at least one session to print" },
		]);
		const nonsense = await coordinator.get("/sessions/day-sheets?ref=x");
		expect(nonsense.status).toBe(422);
		const unknown = await coordinator.get("/sessions/day-sheets?ref=JET-1999-0001");
		expect(wordsOf(unknown)).toContain("No sheets to print");
		const many = Array.from({ length: 201 }, (_, at) => `ref=JET-2026-${1000 + at}`).join("&");
		expect((await coordinator.get(`/sessions/day-sheets?${many}`)).status).toBe(422);
	});
});
