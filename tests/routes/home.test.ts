import { afterAll, beforeAll, expect, it } from "vitest";
import { bookSession } from "#app/commands/book-session.ts";
import { closeOutSession } from "#app/commands/close-out-session.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import {
	aBooking,
	aTeamThatCanBook,
	type TeamThatCanBook,
} from "#tests/factories/a-team-that-can-book.ts";
import { aProgramme } from "#tests/factories/programmes.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Answer } from "#tests/setup/visitor.ts";

/** The tests' day is Wednesday 25 November 2026, and it is nine in the morning. */
const today = "2026-11-25";

function at(local: string, hours = 1) {
	const startsAt = new Date(`${local}:00Z`);
	return {
		startsAt,
		endsAt: new Date(startsAt.getTime() + hours * 3_600_000),
		localDate: local.slice(0, 10),
	};
}

/** The number of a figure on the page, and where its link leads; null where it has none. */
function figure(answer: Answer, label: string) {
	const found = [...answer.page().querySelectorAll(".tt-stat")].find(
		(one) => one.querySelector(".tt-stat__label")?.textContent === label,
	);
	const href = found?.querySelector("a")?.getAttribute("href") ?? null;
	return { value: found?.querySelector(".tt-stat__value")?.textContent, href };
}

function referencesIn(href: string | null): string[] {
	return new URLSearchParams(href?.split("?")[1]).getAll("ref").sort();
}

function sectionOf(answer: Answer, title: string): Element | undefined {
	return [...answer.page().querySelectorAll("section")].find((one) =>
		one.querySelector("h2")?.textContent?.startsWith(title),
	);
}

describeOnBothEngines("the first page", (world) => {
	let site: Site;
	let team: TeamThatCanBook;
	let declined: string;
	let short: string;
	let waiting: string;
	let now: string;

	beforeAll(async () => {
		site = await openSite(world.database);
		team = await aTeamThatCanBook(world.database);
		const booked = await bookSession(
			world.context(),
			sessionInput.parse(aBooking(team, { startsAt: "2026-12-03T09:00" })),
			{ needReasons: true },
		);
		if (!booked.ok) throw new Error(booked.reason);
		declined = booked.reference;
		const { client } = world.database;
		await client.outboxMessage.updateMany({ data: { status: "sent" } });
		await client.invite.updateMany({ where: { kind: "contact" }, data: { answer: "declined" } });
		const forTwo = await aProgramme(world.database, { facilitatorsNeeded: 2 });
		const shortSession = await aSession(world.database, team, {
			...at("2026-12-04T10:00"),
			programmeId: forTwo.id,
		});
		short = shortSession.reference;
		waiting = (await aSession(world.database, team, at("2026-11-20T10:00"))).reference;
		now = (await aSession(world.database, team, at(`${today}T13:00`))).reference;
		await aSession(world.database, team, {
			...at(`${today}T15:00`),
			status: "cancelled",
			cancelledBy: "school",
			endReason: "Ofsted",
		});
	});
	afterAll(() => site.close());

	it("counts what needs a coordinator, and each number leads to exactly those sessions", async () => {
		const home = await (await site.signedIn("coordinator")).get("/");
		const untold = figure(home, "Invites failed or out of date");
		expect(untold).toEqual({ value: "0", href: null });
		const refused = figure(home, "Declined, or another time");
		expect([refused.value, referencesIn(refused.href)]).toEqual(["1", [declined]]);
		const few = figure(home, "Too few facilitators");
		expect([few.value, referencesIn(few.href)]).toEqual(["1", [short]]);
		expect(figure(home, "Awaiting close-out")).toEqual({
			value: "1",
			href: "/sessions?status=awaiting_close_out",
		});
	});

	it("names what to put right, soonest first, with its next step", async () => {
		const home = await (await site.signedIn("coordinator")).get("/");
		const rows = [...(sectionOf(home, "To put right")?.querySelectorAll("tbody tr") ?? [])];
		const links = rows.map((row) =>
			[...row.querySelectorAll("a")].map((link) => link.getAttribute("href")),
		);
		expect(links).toEqual([
			[`/sessions/${declined}`, `/sessions/${declined}/move`],
			[`/sessions/${short}`, `/sessions/${short}/people/edit`],
		]);
		expect(rows[0]?.textContent).toContain(team.contacts[0].name);
	});

	it("says whose message failed", async () => {
		const { client } = world.database;
		const where = { toAddress: team.contacts[0].email };
		await client.outboxMessage.updateMany({ where, data: { status: "failed" } });
		const home = await (await site.signedIn("coordinator")).get("/");
		const untold = figure(home, "Invites failed or out of date");
		expect([untold.value, referencesIn(untold.href)]).toEqual(["1", [declined]]);
		await client.outboxMessage.updateMany({ where, data: { status: "sent" } });
	});

	it("lists today in order and counts the days of two weeks, those called off apart", async () => {
		const home = await (await site.signedIn("coordinator")).get("/");
		const list = sectionOf(home, "Today");
		expect(list?.textContent).toContain("All 2 sessions today");
		const times = [...(list?.querySelectorAll("tbody th") ?? [])].map((cell) =>
			cell.textContent?.slice(0, 15),
		);
		expect(times).toEqual(["1:00pm to 2:00p", "3:00pm to 4:00p"]);
		const days = [...home.page().querySelectorAll(".tt-strip__day")].map((day) => [
			day.querySelector("a")?.getAttribute("href") ?? null,
			day.querySelector(".tt-strip__count")?.textContent,
			day.querySelector(".tt-strip__note")?.textContent ?? null,
		]);
		const on = (date: string) => `/sessions?from=${date}&to=${date}`;
		expect(days).toHaveLength(10);
		expect(days.filter(([href]) => href !== null)).toEqual([
			[on(today), "2", "1 cancelled"],
			[on("2026-12-03"), "1", null],
			[on("2026-12-04"), "1", null],
		]);
	});

	it("shows a facilitator their own next session, today, and what they have not closed out", async () => {
		const [mine, other] = team.facilitators;
		const own = await site.as(await site.user("facilitator", { personId: mine.id }));
		const home = await own.get("/");
		expect(sectionOf(home, "Next")?.querySelector("h3 a")?.getAttribute("href")).toBe(
			`/sessions/${now}`,
		);
		const close = sectionOf(home, "Awaiting my close-out");
		expect(close?.querySelector("tbody .govuk-button")?.getAttribute("href")).toBe(
			`/sessions/${waiting}/close-out`,
		);
		expect(close?.querySelector(".tt-section__head a")?.getAttribute("href")).toBe(
			`/sessions?status=awaiting_close_out&person=${mine.id}`,
		);
		const idle = await site.as(await site.user("facilitator", { personId: other.id }));
		const nothing = await idle.get("/");
		expect(nothing.text).toContain("Nothing to come");
		expect(nothing.text).toContain("All closed out");
		const stranger = await (await site.signedIn("facilitator")).get("/");
		expect(stranger.text).toContain("Your account is not joined to a facilitator");
	});

	it("compares a manager's year with the same days of the last one", async () => {
		const deliver = async (local: string, youngPeople: number) => {
			const session = await aSession(world.database, team, at(local));
			const outcome = await closeOutSession(world.context(), session, {
				outcome: "delivered",
				counted: "counted",
				adults: 1,
				headcounts: [{ yearGroup: "Y8", youngPeople }],
				followUps: [],
				note: undefined,
			});
			if (!outcome.ok) throw new Error(outcome.reason);
		};
		await deliver("2026-09-01T08:00", 30);
		await deliver("2026-11-24T08:00", 25);
		await deliver("2026-08-31T08:00", 500); // The academic year before.
		await deliver("2025-11-25T08:00", 40);
		await deliver("2025-11-26T08:00", 600); // A day later than today, a year ago.
		const home = await (await site.signedIn("manager")).get("/");
		const reach = figure(home, "Young people reached");
		expect(reach).toEqual({
			value: "55",
			href: `/sessions?from=2026-09-01&to=${today}&status=delivered`,
		});
		expect(home.text).toContain("15 more than by 25 November 2025");
		const cells = [...home.page().querySelectorAll("tbody tr")].map((row) =>
			[...row.querySelectorAll("td, th")].map((cell) => cell.textContent),
		);
		const row = ["2 sessions", "1 session", "55 young people", "40 young people"];
		expect(cells).toEqual([
			[team.theme.name, ...row],
			["All themes", ...row],
		]);
	});
});

describeOnBothEngines("my day", (world) => {
	let site: Site;
	let team: TeamThatCanBook;
	const telephone = "01632 960200";
	const sensitivity = "Leave out the bus-stop film";

	beforeAll(async () => {
		site = await openSite(world.database);
		team = await aTeamThatCanBook(world.database);
		await world.database.client.venue.update({
			where: { id: team.venue.id },
			data: { sensitivities: sensitivity, parking: "Behind the gym" },
		});
		await world.database.client.programme.update({
			where: { id: team.programme.id },
			data: { bring: "Scenario cards\nSpeaker" },
		});
		const book = async (startsAt: string) => {
			const input = sessionInput.parse(aBooking(team, { startsAt, notes: "Bring our own cable" }));
			const booked = await bookSession(
				world.context({ now: new Date("2026-11-02T09:00:00Z") }),
				input,
				{ needReasons: false },
			);
			if (!booked.ok) throw new Error(booked.reason);
			return booked.reference;
		};
		await book(`${today}T08:30`);
		await book(`${today}T14:00`);
		await book("2026-12-02T09:00");
		await book("2026-12-03T09:00"); // Further ahead than the page looks.
	});
	afterAll(() => site.close());

	it("has what is needed on the way to each session, and a button for what is under way", async () => {
		const [mine] = team.facilitators;
		const page = await (await site.as(await site.user("facilitator", { personId: mine.id }))).get(
			"/my-day",
		);
		const stops = [...page.page().querySelectorAll(".tt-stop")];
		expect(stops.map((stop) => stop.querySelector(".tt-stop__time")?.textContent)).toEqual([
			"8:30am to 9:30am",
			"2:00pm to 3:00pm",
			"9:00am to 10:00am",
		]);
		const [first, second, third] = stops;
		expect(first?.querySelectorAll(".govuk-button")).toHaveLength(1);
		expect(second?.querySelectorAll(".govuk-button")).toHaveLength(0);
		for (const words of [
			telephone,
			"Behind the gym",
			sensitivity,
			"Bring our own cable",
			"Scenario cards; Speaker",
			"Year 8",
		]) {
			expect(first?.textContent).toContain(words);
			expect(third?.textContent).toContain(words);
		}
		// The second is at the same place on the same day: what was read on the way is not repeated.
		expect(second?.textContent).not.toContain("Behind the gym");
		expect(second?.textContent).toContain("Bring our own cable");
	});

	it("keeps telephone numbers and sensitivities from those who may not read them", async () => {
		const [mine] = team.facilitators;
		const { client } = world.database;
		await client.user.updateMany({ where: { personId: mine.id }, data: { personId: null } });
		const manager = await site.as(await site.user("manager", { personId: mine.id }));
		const page = await manager.get("/my-day");
		expect(page.text).toContain("8:30am to 9:30am");
		for (const secret of [telephone, sensitivity, "Bring our own cable"]) {
			expect(page.text).not.toContain(secret);
			expect((await manager.get("/my-day.data")).text).not.toContain(secret);
		}
	});

	it("says what it is for to those who deliver nothing", async () => {
		const page = await (await site.signedIn("coordinator")).get("/my-day");
		expect(page.text).toContain("This page is for those who deliver sessions");
	});
});
