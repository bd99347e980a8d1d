import { afterAll, beforeAll, expect, it } from "vitest";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { aVenue } from "#tests/factories/venues.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { held, messageAt, rowsOf, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

describeOnBothEngines("people's time", (world) => {
	let site: Site;
	let coordinator: Visitor;
	let team: TeamThatCanBook;
	beforeAll(async () => {
		site = await openSite(world.database);
		coordinator = await site.signedIn("coordinator");
		team = await aTeamThatCanBook(world.database);
	});
	afterAll(() => site.close());

	const week = { "day.4.starts": "8.30", "day.4.ends": "16:30" };

	it("is kept by the office with a base, and shown to the person and to nobody else", async () => {
		const { id, name } = team.facilitators[0];
		const base = await coordinator.post("/settings/bases/new", {
			name: "Basildon station",
			near: team.venue.urn ?? "",
		});
		expect(base.location).toBe("/settings/bases");
		expect(rowsOf(await coordinator.get("/settings/bases"))[0]?.slice(0, 2)).toEqual([
			"Basildon station",
			expect.stringContaining("189,000"),
		]);
		const [row] = await world.database.client.base.findMany();
		const saved = await coordinator.post(`/people/${id}/time`, {
			...week,
			vettedUntil: "2026-11-24",
			base: row?.id ?? "",
			dailySessions: "3",
			weeklyHours: "",
		});
		expect(saved.location).toBe(`/people/${id}`);
		const page = wordsOf(await coordinator.get(`/people/${id}`));
		expect(page).toContain("Thursday, 8:30am to 4:30pm");
		expect(page).toContain("3 sessions a day, 25 hours a week");
		expect(page).toContain("Until 24 November 2026 Run out");
		const form = await coordinator.get(`/people/${id}/time`);
		expect(["day.4.starts", "dailySessions", "base"].map((field) => held(form, field))).toEqual([
			"08:30",
			"3",
			row?.id,
		]);
		const own = await site.as(await site.user("facilitator", { personId: id, name }));
		expect(wordsOf(await own.get(`/people/${id}`))).toContain("Working time");
		expect((await own.get(`/people/${id}/time`)).status).toBe(403);
		const manager = await site.signedIn("manager");
		expect(wordsOf(await manager.get(`/people/${id}`))).not.toContain("Working time");
		const needed = await coordinator.post(`/settings/bases/${row?.id}`, { intent: "remove" });
		expect(needed.errors()[0]?.message).toContain(`1 person (${name})`);
	});

	it("says at its box what is wrong and writes nothing", async () => {
		const { id } = team.facilitators[1];
		const answer = await coordinator.post(`/people/${id}/time`, {
			...week,
			"day.5.starts": ["9:00", "10:00"],
			"day.6.ends": "x".repeat(10_000),
			base: "\u0000",
			weeklyHours: "-1",
		});
		expect(answer.status).toBe(422);
		expect(messageAt(answer, "day.5.starts")).toContain("Enter when work starts on Friday");
		expect(messageAt(answer, "day.6.ends")).toContain("as a time of day");
		expect(messageAt(answer, "weeklyHours")).toContain("as 0 or more");
		expect(messageAt(answer, "base")).toContain("Choose a base");
		const unknown = await coordinator.post(`/people/${id}/time`, { ...week, base: "nowhere" });
		expect(messageAt(unknown, "base")).toContain("Choose a base from the list");
		expect(await world.database.client.workingDay.count({ where: { personId: id } })).toBe(0);
		expect((await coordinator.post("/people/nobody/time", week)).status).toBe(404);
	});

	it("of somebody who goes away lists their sessions, the hardest first, with who could stand in", async () => {
		const [away, free, busy] = team.facilitators;
		const at = (hour: string) => new Date(`2027-03-04T${hour}:00:00Z`);
		const easy = await aSession(world.database, team, {
			startsAt: at("09"),
			endsAt: at("10"),
			facilitatorIds: [away.id],
		});
		const hard = await aSession(world.database, team, {
			startsAt: at("13"),
			endsAt: at("14"),
			facilitatorIds: [away.id],
		});
		const elsewhere = await aVenue(world.database);
		for (const one of [free, busy]) {
			const hours = one === free ? ["13", "14"] : ["08", "14"];
			await aSession(world.database, team, {
				venueId: elsewhere.id,
				startsAt: at(hours[0] ?? ""),
				endsAt: at(hours[1] ?? ""),
				facilitatorIds: [one.id],
			});
		}
		const path = `/people/${away.id}/absences/new`;
		const wrong = await coordinator.post(path, {
			kind: "sick",
			from: "2027-03-04",
			to: "2027-03-03",
		});
		expect(messageAt(wrong, "to")).toContain("the same as or after the first day");
		const added = await coordinator.post(path, { kind: "sick", from: "2027-03-04", to: "" });
		const page = await coordinator.get(added.location ?? "");
		expect(page.heading()).toBe(`${away.name} is away`);
		const rows = rowsOf(page).map(([what, , standIns]) => [what, standIns]);
		const what = `${team.programme.name} at ${team.venue.name}`;
		expect(rows).toEqual([
			[what, "Nobody is qualified and free"],
			[what, `${free.name} on ${what}`],
		]);
		const links = [...page.page().querySelectorAll("table a")].map((a) => a.getAttribute("href"));
		expect(links[0]).toBe(`/sessions/${hard.reference}`);
		const offer = links.find((href) =>
			href?.startsWith(`/sessions/${easy.reference}/people/edit?`),
		);
		const edit = await coordinator.get(offer ?? "");
		expect(held(edit, "facilitators")).toEqual([free.id]);
		const twice = await coordinator.post(path, {
			kind: "leave",
			from: "2027-03-01",
			to: "2027-03-05",
		});
		expect(messageAt(twice, "from")).toContain(
			"They are away then already: Off sick, Thursday 4 March 2027",
		);
		const history = await world.database.client.historyEntry.findMany({
			where: { subjectId: away.id },
		});
		expect(JSON.stringify(history)).not.toContain("sick");
		const moved = await coordinator.post(`${added.location}/edit`, {
			kind: "training",
			from: "2027-03-04",
			starts: "08:00",
			ends: "12:00",
		});
		expect(rowsOf(await coordinator.get(moved.location ?? ""))).toHaveLength(1);
		const chosen = wordsOf(await coordinator.get(`/sessions/${easy.reference}/people/edit`));
		expect(chosen).toContain("At training from 8:00am to 12:00pm that day");
		await coordinator.post(added.location ?? "", { intent: "remove" });
		expect((await coordinator.get(added.location ?? "")).status).toBe(404);
	});

	it("weighs travel by settings that an administrator changes", async () => {
		const administrator = await site.signedIn("administrator");
		const usual = {
			speedKmh: "40",
			roadFactor: "1.3",
			setUpMinutes: "15",
			changeMinutes: "0",
			dailySessions: "6",
			weeklyHours: "25",
		};
		const wrong = await administrator.post("/settings/travel", { ...usual, roadFactor: "0" });
		expect(messageAt(wrong, "roadFactor")).toContain("from 1 to 3");
		expect((await coordinator.post("/settings/travel", usual)).status).toBe(403);
		const far = await aVenue(world.database, { easting: 600_000, northing: 189_000 });
		const near = await aVenue(world.database, { easting: 590_000, northing: 189_000 });
		const person = team.facilitators[2];
		await aSession(world.database, team, {
			venueId: far.id,
			startsAt: new Date("2027-03-11T09:00:00Z"),
			endsAt: new Date("2027-03-11T10:00:00Z"),
			facilitatorIds: [person.id],
		});
		const draft = new URLSearchParams({
			programme: team.programme.id,
			venue: near.id,
			date: "2027-03-11",
			start: "10:20",
			facilitators: person.id,
		});
		// 10 km are 19.5 minutes of road at 40 km/h, and 15 to set up; at 60 km/h 13, and 5.
		const ask = async () => wordsOf(await coordinator.get(`/sessions/new?${draft}`));
		expect(await ask()).toContain(
			`20 minutes between the session at ${far.name} and this one, about 35 needed`,
		);
		await administrator.post("/settings/travel", { ...usual, speedKmh: "60", setUpMinutes: "5" });
		const after = await ask();
		expect(after).not.toContain("20 minutes between");
		expect(after).toContain(`From ${far.name} about 18 minutes, 20 between`);
	});
});
