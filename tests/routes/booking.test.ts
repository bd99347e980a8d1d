import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findSession } from "#app/data/sessions.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aPerson } from "#tests/factories/people.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { aContact, aVenue } from "#tests/factories/venues.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { held, messageAt, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

/** The form as a browser without scripts sends it. */
function filledIn(team: TeamThatCanBook, changed: Record<string, string | string[]> = {}) {
	return {
		once: randomUUID(),
		programme: team.programme.id,
		venueQuery: "",
		venue: team.venue.id,
		yearGroups: ["Y8", "Y9"],
		expectedYoungPeople: "30",
		contacts: [team.contacts[0].id],
		date: "2027-01-14",
		start: "09:00",
		end: "",
		room: "Hall",
		team: team.team.id,
		facilitators: [team.facilitators[0].id],
		notes: "Bring the spare cable",
		intent: "book",
		...changed,
	};
}

describeOnBothEngines("booking a session on its page", (world) => {
	let site: Site;
	let coordinator: Visitor;
	beforeAll(async () => {
		site = await openSite(world.database);
		coordinator = await site.signedIn("coordinator");
	});
	afterAll(() => site.close());

	const written = async () => {
		const { client } = world.database;
		return {
			sessions: await client.session.count(),
			messages: await client.outboxMessage.count(),
			counters: await client.referenceCounter.findMany(),
			history: await client.historyEntry.count({ where: { subject: "session" } }),
		};
	};

	it("goes from an empty form to a session, by search and check, with every answer kept", async () => {
		const team = await aTeamThatCanBook(world.database);
		const { name } = team.venue;
		const empty = await coordinator.get("/sessions/new");
		expect(empty.heading()).toBe("Book a session");
		const once = held(empty, "once");

		const { venue: _none, ...form } = filledIn(team, {
			once,
			venueQuery: name.toLowerCase(),
			contacts: [],
			facilitators: [],
			intent: "find",
		});
		const found = await coordinator.post("/sessions/new", form);
		expect(found.status).toBe(200);
		expect(found.errors()).toEqual([]);
		const offered = [...found.page().querySelectorAll('[name="venue"]')].map((radio) =>
			radio.getAttribute("value"),
		);
		expect(offered).toContain(team.venue.id);
		for (const [field, value] of Object.entries({
			once,
			programme: [team.programme.id],
			yearGroups: ["Y8", "Y9"],
			expectedYoungPeople: "30",
			date: "2027-01-14",
			start: "09:00",
			room: "Hall",
			notes: "Bring the spare cable",
		})) {
			expect(held(found, field), field).toEqual(value);
		}

		const checked = await coordinator.post(
			"/sessions/new",
			filledIn(team, { once, intent: "check" }),
		);
		expect(checked.status).toBe(200);
		expect(checked.errors()).toEqual([]);
		const words = wordsOf(checked);
		expect(words).toContain("Ends at 10:00am");
		expect(words).toContain("Thursday 14 January 2027");
		expect(words).toContain(`See the message to ${team.contacts[0].name}`);
		expect(words).toContain(`Invitation: ${team.programme.name} at ${name}`);
		expect(words).not.toContain("Reason to go ahead");
		expect(await world.database.client.session.count({ where: { venueId: team.venue.id } })).toBe(
			0,
		);

		const booked = await coordinator.post("/sessions/new", filledIn(team, { once }));
		expect(booked.status).toBe(303);
		expect(booked.location).toMatch(/^\/sessions\/JET-2026-\d{4}$/);
		const page = wordsOf(await coordinator.get(booked.location ?? ""));
		expect(page).toContain("Booked: JET-2026-");
		expect(page).toContain("2 invites on the way");
		expect(page).toContain("Thursday 14 January 2027, 9:00am to 10:00am, Hall");
		expect(page).toContain("Bring the spare cable");

		const session = await findSession(
			world.database.client,
			(booked.location ?? "").replace("/sessions/", ""),
		);
		expect(session).toMatchObject({
			status: "confirmed",
			startsAt: new Date("2027-01-14T09:00:00Z"),
			endsAt: new Date("2027-01-14T10:00:00Z"),
			localDate: "2027-01-14",
			room: "Hall",
			expectedYoungPeople: 30,
			yearGroups: ["Y8", "Y9"],
			notes: "Bring the spare cable",
			uid: `${once}@termtime.test`,
		});
	});

	it("books once however often the same form is sent", async () => {
		const team = await aTeamThatCanBook(world.database);
		const form = filledIn(team, { facilitators: [], "override.too_few_facilitators": "To follow" });
		const answers = await Promise.all([1, 2, 3].map(() => coordinator.post("/sessions/new", form)));
		expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
		expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
		expect(await world.database.client.session.count({ where: { venueId: team.venue.id } })).toBe(
			1,
		);
	});

	it("keeps a session as provisional, and holds its invites back", async () => {
		const team = await aTeamThatCanBook(world.database);
		const form = filledIn(team, { intent: "provisional", hold: "on" });
		const { location } = await coordinator.post("/sessions/new", form);
		const page = wordsOf(await coordinator.get(location ?? ""));
		expect(page).toContain("Kept as provisional");
		expect(page).toContain("2 invites held back until you send them");
		const messages = await world.database.client.outboxMessage.findMany({
			where: { invite: { session: { venueId: team.venue.id } } },
		});
		expect(messages.map(({ status }) => status)).toEqual(["held", "held"]);
	});

	it("lets whoever is chosen to lead lead", async () => {
		const team = await aTeamThatCanBook(world.database);
		const [first, second] = team.facilitators;
		const form = filledIn(team, { facilitators: [first.id, second.id], lead: second.id });
		const { location } = await coordinator.post("/sessions/new", form);
		const reference = (location ?? "").replace("/sessions/", "");
		const session = await findSession(world.database.client, reference);
		expect(session?.assignments.map(({ personId, lead }) => [personId, lead])).toEqual([
			[second.id, true],
			[first.id, false],
		]);
	});

	it("is filled in by its address, and cannot be upset by it", async () => {
		const team = await aTeamThatCanBook(world.database);
		const query = new URLSearchParams({
			programme: team.programme.id,
			venue: team.venue.id,
			date: "2027-01-14",
			start: "13:15",
			yearGroups: "Y8,Y9",
			facilitators: team.facilitators[1].id,
		});
		const page = await coordinator.get(`/sessions/new?${query}`);
		expect(held(page, "programme")).toEqual([team.programme.id]);
		expect(held(page, "venue")).toEqual([team.venue.id]);
		expect(held(page, "yearGroups")).toEqual(["Y8", "Y9"]);
		expect(held(page, "facilitators")).toEqual([team.facilitators[1].id]);
		expect(held(page, "start")).toBe("13:15");
		expect(page.errors()).toEqual([]);
		const odd = new URLSearchParams({
			programme: "x".repeat(5000),
			venue: "' OR 1=1 --",
			date: "never",
			start: "25:99",
			yearGroups: "Y99",
			expectedYoungPeople: "-1",
			facilitators: "nobody",
			venueQuery: "%_%",
		});
		expect((await coordinator.get(`/sessions/new?${odd}&date=2027-01-14`)).status).toBe(200);
	});

	it("says who is free, who is busy with what until when, and who is not qualified", async () => {
		const team = await aTeamThatCanBook(world.database);
		const stranger = await aPerson(world.database);
		const other = await aSession(world.database, team, { room: "Drama studio" });
		const page = await coordinator.post(
			"/sessions/new",
			filledIn(team, { start: "09:30", intent: "check", facilitators: [] }),
		);
		const group = (legend: string) =>
			[...page.page().querySelectorAll(".tt-facilitators fieldset")]
				.filter((set) => set.querySelector("legend")?.textContent === legend)
				.map((set) => set.textContent?.replace(/\s+/g, " ") ?? "")
				.join();
		const busy = group("Busy at that time");
		expect(busy).toContain(team.facilitators[0].name);
		expect(busy).toContain("Busy until 10:00am");
		expect(busy).toContain(`${team.programme.name} at ${team.venue.name}, 9:00am to 10:00am`);
		expect(page.text).toContain(`href="/sessions/${other.reference}"`);
		expect(group("Qualified and free at that time")).toContain(team.facilitators[1].name);
		expect(group("Not qualified for this programme")).toContain(stranger.name);
		expect(wordsOf(page)).toContain(`${team.venue.name} Drama studio`);
	});

	it("names the session that stands in the way, and books nothing", async () => {
		const team = await aTeamThatCanBook(world.database);
		const other = await aSession(world.database, team, { room: "Hall" });
		const before = await written();
		const form = filledIn(team, { start: "09:30", room: " hall " });
		const answer = await coordinator.post("/sessions/new", form);
		expect(answer.status).toBe(409);
		const what = `${team.programme.name} at ${team.venue.name}, 9:00am to 10:00am (${other.reference})`;
		expect(answer.errors()).toEqual([
			{
				field: "facilitators",
				message: `Choose somebody else or another time: ${team.facilitators[0].name} is busy with ${what}`,
			},
			{ field: "room", message: `Choose another room or time: Hall is taken by ${what}` },
		]);
		expect(messageAt(answer, "room")).toContain("Hall is taken");
		expect(answer.page().querySelector(".tt-clashes a")?.getAttribute("href")).toBe(
			`/sessions/${other.reference}`,
		);
		expect(held(answer, "notes")).toBe("Bring the spare cable");
		expect(await written()).toEqual(before);
		const after = await coordinator.post("/sessions/new", filledIn(team, { start: "10:00" }));
		expect(after.status).toBe(303);
	});

	it("asks for a reason for each warning, and keeps it with the session", async () => {
		const team = await aTeamThatCanBook(world.database);
		const unusual = { expectedYoungPeople: "150", start: "18:00", yearGroups: "Y11" };
		const before = await written();
		const asked = await coordinator.post(
			"/sessions/new",
			filledIn(team, { ...unusual, "override.too_large_group": "Two halls" }),
		);
		expect(asked.status).toBe(422);
		expect(asked.errors().map(({ field }) => field)).toEqual([
			"override-year_group_unusual",
			"override-outside_school_hours",
		]);
		expect(held(asked, "override.too_large_group")).toBe("Two halls");
		expect(await written()).toEqual(before);
		const answer = await coordinator.post(
			"/sessions/new",
			filledIn(team, {
				...unusual,
				"override.too_large_group": "Two halls",
				"override.year_group_unusual": "The school asks for it",
				"override.outside_school_hours": "Parents are invited",
			}),
		);
		expect(answer.status).toBe(303);
		const page = wordsOf(await coordinator.get(answer.location ?? ""));
		expect(page).toContain("Reason given: Parents are invited");
	});

	it("offers the venue's own rooms and contacts only", async () => {
		const team = await aTeamThatCanBook(world.database);
		const elsewhere = await aVenue(world.database);
		const foreign = await aContact(world.database, elsewhere.id);
		const before = await written();
		const answer = await coordinator.post(
			"/sessions/new",
			filledIn(team, { contacts: [foreign.id] }),
		);
		expect(answer.status).toBe(422);
		expect(answer.errors()).toEqual([
			{ field: "contacts", message: "Choose contacts of the venue" },
		]);
		expect(answer.text).not.toContain(foreign.email);
		expect(await written()).toEqual(before);
	});

	it("says what to do at a venue without contacts, and where nothing is found", async () => {
		const team = await aTeamThatCanBook(world.database);
		const lonely = await aVenue(world.database);
		const page = await coordinator.get(`/sessions/new?venue=${lonely.id}`);
		expect(wordsOf(page)).toContain(`${lonely.name} has no contacts yet`);
		const nothing = await coordinator.post(
			"/sessions/new",
			filledIn(team, { venueQuery: "nowhere at all", intent: "find" }),
		);
		expect(wordsOf(nothing)).toContain("No venue has all of “nowhere at all”");
	});

	it("lets nobody but the office in", async () => {
		const team = await aTeamThatCanBook(world.database);
		for (const role of ["facilitator", "manager"] as const) {
			const visitor = await site.signedIn(role);
			expect((await visitor.get("/sessions/new")).status).toBe(403);
			expect((await visitor.post("/sessions/new", filledIn(team))).status).toBe(403);
		}
		expect((await site.visitor().post("/sessions/new", filledIn(team))).status).toBe(401);
		expect(await world.database.client.session.count({ where: { venueId: team.venue.id } })).toBe(
			0,
		);
	});
});
