import { afterAll, beforeAll, expect, it } from "vitest";
import { bookSession } from "#app/commands/book-session.ts";
import { editSession } from "#app/commands/edit-session.ts";
import { moveSession } from "#app/commands/move-session.ts";
import { findSession, type SessionRecord } from "#app/data/sessions.ts";
import { editInput, moveInput } from "#app/domain/sessions/change-input.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import {
	aBooking,
	aTeamThatCanBook,
	type TeamThatCanBook,
} from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { held, messageAt, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Answer, Visitor } from "#tests/setup/visitor.ts";

/** All that a browser without scripts would send back of a page's form, with some of it changed. */
function formOf(answer: Answer, changed: Record<string, string | string[]>) {
	const form: Record<string, string | string[]> = {};
	for (const control of answer.page().querySelectorAll("main form [name]")) {
		const name = control.getAttribute("name") ?? "";
		if (control.tagName === "BUTTON") continue;
		if (control.getAttribute("type") === "hidden" && name in form) {
			form[name] = [form[name] ?? []].flat().concat(control.getAttribute("value") ?? "");
		} else if (!(name in form)) form[name] = held(answer, name);
	}
	return { ...form, ...changed };
}

describeOnBothEngines("changing a session on its pages", (world) => {
	let site: Site;
	let coordinator: Visitor;
	beforeAll(async () => {
		site = await openSite(world.database);
		coordinator = await site.signedIn("coordinator");
	});
	afterAll(() => site.close());

	async function aBookedSession(changed: object = {}) {
		const team = await aTeamThatCanBook(world.database);
		const input = sessionInput.parse(aBooking(team, { room: "Hall", ...changed }));
		const booked = await bookSession(world.context(), input, { needReasons: false });
		if (!booked.ok) throw new Error(`Not booked: ${booked.reason}`);
		const path = `/sessions/${booked.reference}`;
		return { team, path, reference: booked.reference, version: booked.version };
	}

	async function now(reference: string): Promise<SessionRecord> {
		const session = await findSession(world.database.client, reference);
		if (!session) throw new Error(`${reference} is gone`);
		return session;
	}

	const send = async (path: string, changed: Record<string, string | string[]>) =>
		coordinator.post(path, formOf(await coordinator.get(path), changed));

	it("moves it: old beside new, who is told, and the calendars' version before it happens", async () => {
		const { team, path, reference } = await aBookedSession();
		const page = await coordinator.get(`${path}/move`);
		expect(held(page, "date")).toBe("2027-01-14");
		expect(held(page, "start")).toBe("09:00");
		expect(held(page, "room")).toBe("Hall");
		const form = formOf(page, { date: "2027-01-15", start: "13:00", room: "Gym", intent: "check" });
		const checked = await coordinator.post(`${path}/move`, form);
		expect(checked.status).toBe(200);
		const words = wordsOf(checked);
		expect(words).toContain("NowWhenThursday 14 January 2027, 9:00am to 10:00am");
		expect(words).toContain("Friday 15 January 2027, 1:00pm to 2:00pm");
		expect(words).toContain(
			`${team.contacts[0].name} at ${team.venue.name} will be told of the change`,
		);
		expect(words).toContain(
			`${team.facilitators[0].name}, delivering it, will be told of the change`,
		);
		expect(words).toContain("version 2 of this session instead of version 1");
		expect((await now(reference)).version).toBe(1);

		const moved = await coordinator.post(`${path}/move`, {
			...form,
			intent: "move",
			why: "The hall is let",
		});
		expect([moved.status, moved.location]).toEqual([303, path]);
		expect(await now(reference)).toMatchObject({
			version: 2,
			sequence: 1,
			startsAt: new Date("2027-01-15T13:00:00Z"),
			endsAt: new Date("2027-01-15T14:00:00Z"),
			room: "Gym",
		});
		const history = wordsOf(await coordinator.get(`${path}/history`));
		expect(history).toContain("Reason: The hall is let");
	});

	it("refuses a move onto somebody else's time, names it, and moves nothing", async () => {
		const { team, path, reference } = await aBookedSession();
		const other = await aSession(world.database, team, {
			startsAt: new Date("2027-01-15T09:00:00Z"),
			room: "Drama studio",
		});
		const answer = await send(`${path}/move`, {
			date: "2027-01-15",
			start: "09:30",
			why: "They asked",
			intent: "move",
		});
		expect(answer.status).toBe(409);
		expect(answer.errors()).toEqual([
			{
				field: "facilitators",
				message: `Choose somebody else or another time: ${team.facilitators[0].name} is busy with ${team.programme.name} at ${team.venue.name}, 9:00am to 10:00am (${other.reference})`,
			},
		]);
		expect(answer.text).toContain(`href="/sessions/${other.reference}"`);
		expect(held(answer, "start")).toBe("09:30");
		expect(held(answer, "why")).toBe("They asked");
		expect(await now(reference)).toMatchObject({ version: 1, localDate: "2027-01-14" });
	});

	it("refuses a move into a room that is taken", async () => {
		const { team, path } = await aBookedSession();
		await aSession(world.database, team, {
			room: "Gym",
			facilitatorIds: [team.facilitators[1].id],
		});
		const answer = await send(`${path}/move`, { room: "gym", intent: "move" });
		expect(answer.status).toBe(409);
		expect(messageAt(answer, "room")).toContain("Gym is taken by");
	});

	it.each([
		[
			{ date: "2027-03-28", start: "01:30" },
			"start",
			"Enter a start time that exists: clocks go forward at 01:00 on 28 March 2027",
		],
		[{ date: "" }, "date", "Enter the date, like 2027-01-31"],
		[{ start: "noon" }, "start", "Enter the start time as a time of day, like 09:00"],
		[{ end: "08:00" }, "end", "The end must be after the start"],
		[{ room: "x".repeat(10_000) }, "room", "Shorten the room to 80 characters or fewer"],
		[{ room: ["a", "b"] }, "room", "Enter the room"],
		[{ why: "x".repeat(10_000) }, "why", "Shorten the reason to 500 characters or fewer"],
		[{ version: "" }, "", "Open the session again: its version is missing"],
		[{ version: ["1", "2"] }, "", "Open the session again: its version is missing"],
		[{ version: "one" }, "", "Open the session again: its version is missing"],
	] as const)("refuses a move with %j", async (changed, field, message) => {
		const { path, reference } = await aBookedSession();
		const form = Object.fromEntries(
			Object.entries(changed).map(([name, value]) => [
				name,
				typeof value === "string" ? value : [...value],
			]),
		);
		const answer = await send(`${path}/move`, { ...form, intent: "move" });
		expect(answer.status).toBe(422);
		expect(answer.errors()).toEqual([{ field, message }]);
		expect(await now(reference)).toMatchObject({ version: 1 });
	});

	it("asks for a reason where a move is unusual", async () => {
		const { path, reference } = await aBookedSession();
		const form = { start: "18:00", intent: "move" };
		const asked = await send(`${path}/move`, form);
		expect(asked.status).toBe(422);
		expect(asked.errors().map(({ field }) => field)).toEqual(["override-outside_school_hours"]);
		const reason = { "override.outside_school_hours": "Parents' evening" };
		expect((await send(`${path}/move`, { ...form, ...reason })).status).toBe(303);
		expect((await now(reference)).overrides).toEqual([
			{ code: "outside_school_hours", reason: "Parents' evening" },
		]);
	});

	it("edits what it is about, and sends nothing that calendars do not show", async () => {
		const { path, reference } = await aBookedSession();
		const answer = await send(`${path}/edit`, {
			yearGroups: ["Y7", "Y9"],
			expectedYoungPeople: "45",
			notes: "Mind the step\r\nat the door",
			intent: "edit",
		});
		expect(answer.status).toBe(303);
		expect(await now(reference)).toMatchObject({
			yearGroups: ["Y7", "Y9"],
			expectedYoungPeople: 45,
			notes: "Mind the step\nat the door",
			version: 2,
			sequence: 0,
		});
		expect(wordsOf(await coordinator.get(path))).toContain("Saved. Nobody needs to be told");
	});

	it("refuses an edit that could not be, field by field", async () => {
		const { path, reference } = await aBookedSession();
		const answer = await send(`${path}/edit`, {
			programme: "00000000-0000-4000-8000-000000000000",
			yearGroups: [],
			expectedYoungPeople: "2,001",
			prepare: "x".repeat(10_000),
			notes: ["a", "b"],
			intent: "edit",
		});
		expect(answer.status).toBe(422);
		expect(answer.errors().map(({ field }) => field)).toEqual([
			"yearGroups",
			"expectedYoungPeople",
			"prepare",
			"notes",
		]);
		const unknown = await send(`${path}/edit`, { programme: "nothing", intent: "edit" });
		expect(unknown.errors()).toEqual([{ field: "programme", message: "Choose a programme" }]);
		expect((await now(reference)).version).toBe(1);
	});

	it("changes people: invites the new, tells those who leave, keeps the lead", async () => {
		const { team, path, reference } = await aBookedSession();
		const [first, second] = team.facilitators;
		const form = { facilitators: [second.id, first.id], contacts: [team.contacts[1].id] };
		const checked = await send(`${path}/people/edit`, { ...form, intent: "check" });
		const words = wordsOf(checked);
		expect(words).toContain(`${team.contacts[1].name} at ${team.venue.name} will be invited`);
		expect(words).toContain(`${second.name}, delivering it, will be invited`);
		expect(words).toContain(
			`${team.contacts[0].name} at ${team.venue.name} will be told that it is no longer theirs`,
		);
		expect((await send(`${path}/people/edit`, { ...form, intent: "people" })).status).toBe(303);
		const session = await now(reference);
		expect(session.assignments.map(({ personId, lead }) => [personId, lead])).toEqual([
			[first.id, true],
			[second.id, false],
		]);
	});

	it("refuses somebody who is busy, and whom nobody knows", async () => {
		const { team, path, reference } = await aBookedSession();
		const [first, second] = team.facilitators;
		const other = await aSession(world.database, team, { facilitatorIds: [second.id] });
		const busy = await send(`${path}/people/edit`, {
			facilitators: [first.id, second.id],
			intent: "people",
		});
		expect(busy.status).toBe(409);
		expect(busy.errors()[0]?.message).toContain(`${second.name} is busy with`);
		expect(busy.text).toContain(`href="/sessions/${other.reference}"`);
		expect(held(busy, "facilitators")).toEqual(expect.arrayContaining([first.id, second.id]));
		for (const facilitators of ["nobody", "a\0b", "x".repeat(10_000)]) {
			const unknown = await send(`${path}/people/edit`, { facilitators, intent: "people" });
			expect(unknown.status).toBe(422);
			expect(unknown.errors().map(({ field }) => field)).toEqual(["facilitators"]);
		}
		expect((await now(reference)).version).toBe(1);
	});

	it("confirms what was provisional, once", async () => {
		const { path, reference } = await aBookedSession({ provisional: true });
		const page = await coordinator.get(`${path}/confirm`);
		expect(wordsOf(page)).toContain("will be told that it is confirmed");
		const answer = await coordinator.post(`${path}/confirm`, formOf(page, { intent: "confirm" }));
		expect(answer.status).toBe(303);
		expect(await now(reference)).toMatchObject({ status: "confirmed", sequence: 1 });
		const again = await coordinator.get(`${path}/confirm`);
		expect([again.status, again.location]).toEqual([303, path]);
	});

	it("cancels with a reason, after saying what that does to whom", async () => {
		const { team, path, reference } = await aBookedSession();
		const page = await coordinator.get(`${path}/cancel`);
		const words = wordsOf(page);
		expect(words).toContain(
			`${team.contacts[0].name} at ${team.venue.name} will be told that it is cancelled`,
		);
		expect(words).toContain("It is taken out of every calendar that holds it");
		const empty = await coordinator.post(`${path}/cancel`, formOf(page, { intent: "cancel" }));
		expect(empty.status).toBe(422);
		expect(empty.errors()).toEqual([
			{ field: "cancelledBy", message: "Choose who cancels the session" },
			{ field: "reason", message: "Enter the reason for cancelling" },
		]);
		const form = formOf(page, { cancelledBy: "school", reason: "Flooded", intent: "cancel" });
		expect((await coordinator.post(`${path}/cancel`, form)).status).toBe(303);
		expect(await now(reference)).toMatchObject({
			status: "cancelled",
			cancelledBy: "school",
			endReason: "Flooded",
		});
		const second = await coordinator.post(`${path}/cancel`, form);
		expect(second.location).toBe(path);
	});

	async function editedMeanwhile(
		session: { reference: string; version: number },
		team: TeamThatCanBook,
		changed: object,
	) {
		const before = await now(session.reference);
		const outcome = await editSession(
			world.context({ actor: { userId: "dana", name: "Dana Other" } }),
			session,
			editInput.parse({
				programme: team.programme.id,
				yearGroups: before.yearGroups,
				expectedYoungPeople: before.expectedYoungPeople,
				prepare: before.prepare,
				notes: before.notes,
				...changed,
			}),
			{ needReasons: false },
		);
		if (!outcome.ok) throw new Error(outcome.reason);
	}

	it("tells the second of two what the first changed, and loses neither's work", async () => {
		const { team, path, reference, version } = await aBookedSession();
		const page = await coordinator.get(`${path}/edit`);
		await editedMeanwhile({ reference, version }, team, { expectedYoungPeople: 60 });

		const form = formOf(page, { notes: "Mind the step", yearGroups: ["Y8", "Y9"], intent: "edit" });
		const stale = await coordinator.post(`${path}/edit`, form);
		expect(stale.status).toBe(409);
		const words = wordsOf(stale);
		expect(words).toContain("Dana Other changed this session while you were at it");
		expect(words).toContain("Expected young people: from 30 → to 60");
		expect(held(stale, "notes")).toBe("Mind the step");
		expect(held(stale, "yearGroups")).toEqual(["Y8", "Y9"]);
		expect(held(stale, "expectedYoungPeople")).toBe("60");
		expect(held(stale, "version")).toBe("2");
		expect(await now(reference)).toMatchObject({ version: 2, notes: "" });

		const saved = await coordinator.post(`${path}/edit`, formOf(stale, { intent: "edit" }));
		expect(saved.status).toBe(303);
		expect(await now(reference)).toMatchObject({
			version: 3,
			notes: "Mind the step",
			expectedYoungPeople: 60,
			yearGroups: ["Y8", "Y9"],
		});
	});

	it("points at what both changed, and lets the second decide", async () => {
		const { team, path, reference, version } = await aBookedSession();
		const page = await coordinator.get(`${path}/edit`);
		await editedMeanwhile({ reference, version }, team, { expectedYoungPeople: 60 });
		const form = formOf(page, { expectedYoungPeople: "45", intent: "edit" });
		const stale = await coordinator.post(`${path}/edit`, form);
		expect(wordsOf(stale)).toContain("Expected number is now 60");
		expect(held(stale, "expectedYoungPeople")).toBe("45");
		await coordinator.post(`${path}/edit`, formOf(stale, { intent: "edit" }));
		expect((await now(reference)).expectedYoungPeople).toBe(45);
	});

	it("does not move back, cancel or re-staff what somebody else just moved", async () => {
		const { team, path, reference, version } = await aBookedSession();
		const pages = {
			move: await coordinator.get(`${path}/move`),
			cancel: await coordinator.get(`${path}/cancel`),
			people: await coordinator.get(`${path}/people/edit`),
		};
		const input = moveInput.parse({ startsAt: "2027-01-18T11:00", room: "Hall" });
		await moveSession(world.context(), { reference, version }, input, { needReasons: false });

		const move = await coordinator.post(
			`${path}/move`,
			formOf(pages.move, { room: "Gym", intent: "move" }),
		);
		expect(move.status).toBe(409);
		expect([held(move, "date"), held(move, "start"), held(move, "room")]).toEqual([
			"2027-01-18",
			"11:00",
			"Gym",
		]);
		const cancel = await coordinator.post(
			`${path}/cancel`,
			formOf(pages.cancel, { cancelledBy: "us", reason: "Snow", intent: "cancel" }),
		);
		expect(cancel.status).toBe(409);
		expect(held(cancel, "reason")).toBe("Snow");
		expect(held(cancel, "cancelledBy")).toEqual(["us"]);
		const people = await coordinator.post(
			`${path}/people/edit`,
			formOf(pages.people, { facilitators: [team.facilitators[2].id], intent: "people" }),
		);
		expect(people.status).toBe(409);
		expect(held(people, "facilitators")).toEqual([team.facilitators[2].id]);
		expect(await now(reference)).toMatchObject({ status: "confirmed", version: 2 });
	});

	it("lets nobody but the office change anything", async () => {
		const { team, path, reference } = await aBookedSession();
		const deliverer = await site.as(
			await site.user("facilitator", { personId: team.facilitators[0].id }),
		);
		for (const visitor of [deliverer, await site.signedIn("manager")]) {
			for (const part of ["move", "edit", "people/edit", "confirm", "cancel"]) {
				expect((await visitor.get(`${path}/${part}`)).status).toBe(403);
				expect((await visitor.post(`${path}/${part}`, { version: 1 })).status).toBe(403);
			}
		}
		expect((await now(reference)).version).toBe(1);
	});
});
