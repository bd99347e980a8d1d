import { afterAll, beforeAll, expect, it } from "vitest";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { describeOnOneEngine } from "#tests/setup/databases.ts";
import { held, messageAt } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

const long = "x".repeat(10_000);
const unknown = "00000000-0000-4000-8000-000000000000";
const beforeStart = "The end must be after the start";
const skipped = "Enter a start time that exists: clocks go forward at 01:00 on 28 March 2027";

type Case = [
	what: string,
	changed: Record<string, string | string[]>,
	field: string,
	message: string,
];

const cases: Case[] = [
	["an hour that clocks skip", { date: "2027-03-28", start: "01:30" }, "start", skipped],
	[
		"a day that no month has",
		{ date: "2027-02-30" },
		"date",
		"Enter the date as a real date, like 2027-01-31",
	],
	["no day", { date: "" }, "date", "Enter the date, like 2027-01-31"],
	[
		"a day in another writing",
		{ date: "14/01/2027" },
		"date",
		"Enter the date as a real date, like 2027-01-31",
	],
	[
		"a day of another age",
		{ date: "1889-01-14" },
		"date",
		"Enter the date as a day in 1990 or later",
	],
	[
		"a time that no clock shows",
		{ start: "25:00" },
		"start",
		"Enter the start time as a time of day, like 09:00",
	],
	["no start", { start: " " }, "start", "Enter the start time, like 09:00"],
	["an end before the start", { end: "08:00" }, "end", beforeStart],
	["an end at the start", { end: "09:00" }, "end", beforeStart],
	[
		"an end eleven hours on",
		{ end: "20:00" },
		"end",
		"Enter an end no more than 10 hours after the start",
	],
	["letters for an end", { end: "ten" }, "end", "Enter the end time as a time of day, like 10:00"],
	[
		"a negative number",
		{ expectedYoungPeople: "-1" },
		"expectedYoungPeople",
		"Enter the expected number of young people as 0 or more",
	],
	[
		"letters for a number",
		{ expectedYoungPeople: "thirty" },
		"expectedYoungPeople",
		"Enter the expected number of young people as a whole number, like 28",
	],
	[
		"half a person",
		{ expectedYoungPeople: "2.5" },
		"expectedYoungPeople",
		"Enter the expected number of young people as a whole number, like 28",
	],
	[
		"2,001",
		{ expectedYoungPeople: "2,001" },
		"expectedYoungPeople",
		"Enter the expected number of young people as 2,000 or fewer",
	],
	[
		"a NUL in a number",
		{ expectedYoungPeople: "3\0" },
		"expectedYoungPeople",
		"Enter the expected number of young people as a whole number, like 28",
	],
	["no year group", { yearGroups: [] }, "yearGroups", "Choose at least one year group"],
	[
		"a year group that no school has",
		{ yearGroups: ["Y8", "Y99"] },
		"yearGroups",
		"Choose a year group",
	],
	["an unknown programme", { programme: unknown }, "programme", "Choose a programme"],
	["no programme", { programme: "" }, "programme", "Choose a programme"],
	["a programme with a NUL", { programme: "a\0b" }, "programme", "Choose a programme"],
	["10,000 characters of programme", { programme: long }, "programme", "Choose a programme"],
	["two programmes", { programme: [unknown, unknown] }, "programme", "Choose a programme"],
	["an unknown venue", { venue: unknown }, "venue", "Choose a venue"],
	["two venues", { venue: ["a", "b"] }, "venue", "Choose a venue"],
	["an unknown team", { team: unknown }, "team", "Choose a team"],
	[
		"an unknown facilitator",
		{ facilitators: unknown },
		"facilitators",
		"Choose facilitators who still deliver",
	],
	["a facilitator with a NUL", { facilitators: ["a\0b"] }, "facilitators", "Choose a facilitator"],
	[
		"21 facilitators",
		{ facilitators: Array.from({ length: 21 }, (_, at) => `p${at}`) },
		"facilitators",
		"Choose 20 facilitators or fewer",
	],
	["an unknown contact", { contacts: unknown }, "contacts", "Choose contacts of the venue"],
	[
		"a room of 10,000 characters",
		{ room: long },
		"room",
		"Shorten the room to 80 characters or fewer",
	],
	["two rooms", { room: ["Hall", "Gym"] }, "room", "Enter the room"],
	[
		"notes of 10,000 characters",
		{ notes: long },
		"notes",
		"Shorten the notes to 4,000 characters or fewer",
	],
	["two dates", { date: ["2027-01-14", "2027-01-15"] }, "date", "Enter the date, like 2027-01-31"],
	["two starts", { start: ["09:00", "10:00"] }, "start", "Enter the start time, like 09:00"],
	[
		"a reason of two letters",
		{ "override.short_notice": "ok" },
		"override.short_notice",
		"Enter a reason for going ahead of 3 characters or more",
	],
];

function filledIn(team: TeamThatCanBook, changed: Record<string, string | string[]>) {
	return {
		programme: team.programme.id,
		venue: team.venue.id,
		team: team.team.id,
		yearGroups: ["Y8"],
		expectedYoungPeople: "30",
		contacts: [team.contacts[0].id],
		facilitators: [team.facilitators[0].id],
		date: "2027-01-14",
		start: "09:00",
		end: "10:00",
		room: "Hall",
		notes: "Ring the bell",
		intent: "book",
		...changed,
	};
}

describeOnOneEngine("what the booking page refuses", (world) => {
	let site: Site;
	let coordinator: Visitor;
	let team: TeamThatCanBook;
	beforeAll(async () => {
		site = await openSite(world.database);
		coordinator = await site.signedIn("coordinator");
		team = await aTeamThatCanBook(world.database);
	});
	afterAll(async () => {
		expect(await world.database.client.session.count()).toBe(0);
		expect(await world.database.client.outboxMessage.count()).toBe(0);
		expect(await world.database.client.referenceCounter.count()).toBe(0);
		await site.close();
	});

	it.each(cases)("%s", async (_what, changed, field, message) => {
		const answer = await coordinator.post("/sessions/new", filledIn(team, changed));
		expect(answer.status).toBe(422);
		expect(answer.errors()).toEqual([{ field: field.replace(/[^\w-]+/g, "-"), message }]);
		if (!field.startsWith("override.")) expect(messageAt(answer, field)).toBe(message);
		if (field !== "notes") expect(held(answer, "notes")).toBe("Ring the bell");
		if (field !== "date") expect(held(answer, "date")).toBe(changed.date ?? "2027-01-14");
	});

	it("shows again what was typed wrongly", async () => {
		const answer = await coordinator.post(
			"/sessions/new",
			filledIn(team, { expectedYoungPeople: "thirty", end: "08:00", room: long }),
		);
		expect(held(answer, "expectedYoungPeople")).toBe("thirty");
		expect(held(answer, "end")).toBe("08:00");
		expect(held(answer, "room")).toBe(long);
	});

	it("names everything that is missing, in the order of the page", async () => {
		const answer = await coordinator.post("/sessions/new", { intent: "book" });
		expect(answer.status).toBe(422);
		expect(answer.errors()).toEqual([
			{ field: "programme", message: "Choose a programme" },
			{ field: "venue", message: "Choose a venue" },
			{ field: "yearGroups", message: "Choose at least one year group" },
			{ field: "expectedYoungPeople", message: "Enter the expected number of young people" },
			{ field: "date", message: "Enter the date, like 2027-01-31" },
			{ field: "start", message: "Enter the start time, like 09:00" },
			{ field: "team", message: "Choose a team" },
		]);
		const ids = answer.errors().map(({ field }) => answer.page().getElementById(field)?.tagName);
		expect(ids.slice(0, 6)).toEqual(["INPUT", "INPUT", "INPUT", "INPUT", "INPUT", "INPUT"]);
	});

	it("does not scold whoever checks half-way, but for what is wrong already", async () => {
		const half = await coordinator.post("/sessions/new", { intent: "check", date: "2027-01-14" });
		expect([half.status, half.errors()]).toEqual([200, []]);
		const wrong = await coordinator.post("/sessions/new", {
			intent: "check",
			date: "2027-01-14",
			start: "9 o'clock",
		});
		expect(wrong.status).toBe(422);
		expect(wrong.errors().map(({ field }) => field)).toEqual(["start"]);
	});

	it("takes a form without any button for a check", async () => {
		const { intent: _none, ...form } = filledIn(team, {});
		expect((await coordinator.post("/sessions/new", form)).status).toBe(200);
	});

	it("refuses bytes that are no text as malformed", async () => {
		for (const body of ["notes=%ED%A0%80&intent=book", "notes=%FF&intent=book"]) {
			const headers = { "content-type": "application/x-www-form-urlencoded" };
			const answer = await coordinator.post("/sessions/new", {}, { body, headers });
			expect(answer.status).toBe(400);
		}
	});

	it("cleans what nobody meant to type", async () => {
		const answer = await coordinator.post(
			"/sessions/new",
			filledIn(team, { room: "Ha\0ll\n", intent: "check" }),
		);
		expect(answer.status).toBe(200);
		expect(answer.text).toContain("Hall");
	});
});
