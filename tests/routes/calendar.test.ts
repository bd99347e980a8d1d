import { afterAll, beforeAll, expect, it } from "vitest";
import { bookSession } from "#app/commands/book-session.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import {
	aBooking,
	aTeamThatCanBook,
	type TeamThatCanBook,
} from "#tests/factories/a-team-that-can-book.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { rowsOf, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

describeOnBothEngines("the calendar", (world) => {
	let site: Site;
	let coordinator: Visitor;
	let team: TeamThatCanBook;
	beforeAll(async () => {
		site = await openSite(world.database);
		coordinator = await site.signedIn("coordinator");
		team = await aTeamThatCanBook(world.database);
		const [one, two] = team.facilitators;
		const book = async (startsAt: string, facilitators: string[]) => {
			const input = sessionInput.parse(aBooking(team, { startsAt, facilitators, room: "Hall" }));
			const booked = await bookSession(world.context(), input, { needReasons: false });
			if (!booked.ok) throw new Error(booked.reason);
		};
		// A Sunday night in summer time that is still Sunday in London and no longer in UTC's week.
		await book("2027-06-13T23:30", [one.id]);
		await book("2027-06-14T09:00", [one.id]);
		await book("2027-06-16T13:15", [one.id, two.id]);
		await book("2027-06-18T10:00", []);
	});
	afterAll(() => site.close());

	const captions = (text: string) =>
		[...text.matchAll(/<caption[^>]*>([^<]*)/g)].map(([, words]) => words);

	it("lists the week of a date day by day, in wall time, with links to move for those who may", async () => {
		const page = await coordinator.get("/calendar?date=2027-06-17");
		const what = `${team.programme.name} at ${team.venue.name}`;
		const [one, two] = team.facilitators;
		expect(captions(page.text)).toEqual([
			"Monday 14 June 2027",
			"Wednesday 16 June 2027",
			"Friday 18 June 2027",
		]);
		expect(rowsOf(page)[0]?.slice(0, 5)).toEqual([
			"9:00am to 10:00am",
			what,
			"Hall",
			one.name,
			"Confirmed",
		]);
		expect(page.text).toContain(`${one.name}, ${two.name}`);
		const moves = [...page.page().querySelectorAll('main a[href$="/move"]')];
		expect(moves).toHaveLength(3);
		const manager = await (await site.signedIn("manager")).get("/calendar?date=2027-06-17");
		expect(manager.page().querySelectorAll('main a[href$="/move"]')).toHaveLength(0);
		expect(manager.text).not.toContain("Book a session");
	});

	it("goes on and back by links that keep the filters, and shows a day, a month and people", async () => {
		const [one, two, three] = team.facilitators;
		const filtered = `/calendar?view=week&date=2027-06-17&person=${two.id}`;
		const week = await coordinator.get(filtered);
		expect(captions(week.text)).toEqual(["Wednesday 16 June 2027"]);
		const hrefs = [...week.page().querySelectorAll(".tt-steps a")].map((a) =>
			a.getAttribute("href"),
		);
		expect(hrefs).toEqual([
			`/calendar?view=week&date=2027-06-07&person=${two.id}`,
			`/calendar?view=week&date=2026-11-25&person=${two.id}`,
			`/calendar?view=week&date=2027-06-21&person=${two.id}`,
		]);
		const day = await coordinator.get("/calendar?view=day&date=2027-06-13");
		expect(rowsOf(day)).toHaveLength(1);
		const month = await coordinator.get("/calendar?view=month&date=2027-06-02");
		expect(captions(month.text)).toHaveLength(4);
		const people = await coordinator.get(
			`/calendar?view=people&date=2027-06-17&team=${team.team.prefix}`,
		);
		const lane = (name: string) => rowsOf(people).find(([first]) => first?.startsWith(name)) ?? [];
		const filled = (name: string) => lane(name).map((words) => words !== "");
		expect(filled(one.name)).toEqual([true, true, false, true, false, false]);
		expect(filled(two.name)).toEqual([true, false, false, true, false, false]);
		expect(lane(three.name)[0]).toContain("Nothing this week");
		expect(filled("Nobody yet")).toEqual([true, false, false, false, false, true]);
	});

	it("says what is wrong with an address, and what is not there", async () => {
		for (const query of [
			"view=year",
			"date=2027-02-30",
			"date=9999-01-01",
			"person=nobody",
			"nonsense=1",
			`date=${"x".repeat(10_000)}`,
		]) {
			const page = await coordinator.get(`/calendar?${query}`);
			expect([page.status, page.errors().length], query.slice(0, 40)).toEqual([422, 1]);
		}
		const empty = await coordinator.get("/calendar?date=2031-01-01");
		expect(empty.status).toBe(200);
		expect(wordsOf(empty)).toContain("Nothing is booked here");
		expect((await coordinator.get("/calendar?date=2027-06-14&date=x")).status).toBe(200);
	});

	it("opens the page that moves a session with the time it was dropped at, hours that do not exist too", async () => {
		const week = await coordinator.get("/calendar?date=2027-06-14");
		const href = week.page().querySelector('main a[href$="/move"]')?.getAttribute("href") ?? "";
		const page = await coordinator.get(`${href}?date=2027-03-28&start=01:30`);
		expect(page.status).toBe(200);
		const form = page.page().querySelector("main form");
		const fields = [...(form?.querySelectorAll("input[name]") ?? [])].map((input) => [
			input.getAttribute("name") ?? "",
			input.getAttribute("value") ?? "",
		]);
		const sent = { ...Object.fromEntries(fields), hold: "", why: "", intent: "move" };
		const refused = await coordinator.post(href, sent);
		expect(refused.status).toBe(422);
		expect(refused.errors()[0]?.message).toContain("clocks go forward at 01:00 on 28 March 2027");
	});
});
