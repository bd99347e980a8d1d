import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { held, messageAt, rowsOf, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Answer, Visitor } from "#tests/setup/visitor.ts";

type Form = Record<string, string | string[]>;

/** The description as a browser without scripts sends it. */
function described(team: TeamThatCanBook, changed: Form = {}): Form {
	return {
		once: randomUUID(),
		programme: team.programme.id,
		venueQuery: "",
		venue: team.venue.id,
		yearGroups: ["Y8"],
		expectedYoungPeople: "30",
		contacts: [team.contacts[0].id],
		date: "2027-01-14",
		times: "09:00, 10:00, 11:30",
		every: "",
		until: "",
		days: "",
		skip: "",
		room: "Hall",
		team: team.team.id,
		facilitators: [team.facilitators[0].id],
		notes: "",
		intent: "list",
		...changed,
	};
}

/** All that the page's form would send, as it stands. */
function asShown(answer: Answer): Form {
	const form: Form = {};
	for (const control of answer.page().querySelectorAll("main input, main textarea, main select")) {
		const name = control.getAttribute("name") ?? "";
		const ticks = /^(checkbox|radio)$/.test(control.getAttribute("type") ?? "");
		if (name === "" || (ticks && !control.hasAttribute("checked"))) continue;
		const value = control.getAttribute("value") ?? "";
		form[name] =
			control.tagName === "INPUT" ? [...[form[name] ?? []].flat(), value] : held(answer, name);
	}
	return form;
}

describeOnBothEngines("booking several sessions on their page", (world) => {
	let site: Site;
	let coordinator: Visitor;
	let team: TeamThatCanBook;
	beforeAll(async () => {
		site = await openSite(world.database);
		coordinator = await site.signedIn("coordinator");
	});
	beforeEach(async () => {
		team = await aTeamThatCanBook(world.database);
	});
	afterAll(() => site.close());

	const send = (form: Form) => coordinator.post("/sessions/several", form);
	const press = (answer: Answer, intent: string, changed: Form = {}) =>
		send({ ...asShown(answer), ...changed, intent });
	const booked = () =>
		world.database.client.session.findMany({
			where: { venueId: team.venue.id },
			include: { assignments: true, yearGroups: true },
			orderBy: { startsAt: "asc" },
		});

	it("goes from a description by a repaired list to sessions that were told of", async () => {
		const [one, two] = team.facilitators;
		const list = await send(described(team, { times: "09:00, 09:30, 11:30" }));
		expect(list.status).toBe(200);
		expect(rowsOf(list).map(([when, , , , standing]) => [when, standing])).toEqual([
			[
				"1. Thursday 14 January 2027, 9:00am to 10:00am",
				`No: ${one.name} is on session 2 of this list at that time No: Session 2 of this list is in the same room at that time`,
			],
			[
				"2. Thursday 14 January 2027, 9:30am to 10:30am",
				`No: ${one.name} is on session 1 of this list at that time No: Session 1 of this list is in the same room at that time`,
			],
			["3. Thursday 14 January 2027, 11:30am to 12:30pm", "Yes"],
		]);
		const refused = await press(list, "book");
		expect(refused.status).toBe(409);
		expect(refused.errors()[0]).toEqual({
			field: "row-0",
			message: `Session 1: ${one.name} is on session 2 of this list at that time`,
		});
		expect(await booked()).toEqual([]);

		const row = await press(refused, "change.1");
		expect(row.heading()).toBe("Change session 2");
		expect(held(row, "start")).toBe("09:30");
		const wrong = await press(row, "keep.1", { start: "25:00" });
		expect(wrong.status).toBe(422);
		expect(messageAt(wrong, "start")).toBe("Enter the start time as a time of day, like 09:00");
		const changed = { start: "10:15", yearGroups: ["Y9"], facilitators: [two.id], room: "Gym" };
		const mended = await press(wrong, "keep.1", changed);
		expect(rowsOf(mended).map((cells) => cells.slice(1, 5))).toEqual([
			[`${team.programme.name}Hall`, "Year 8, 30", one.name, "Yes"],
			[`${team.programme.name}Gym`, "Year 9, 30", two.name, "Yes"],
			[`${team.programme.name}Hall`, "Year 8, 30", one.name, "Yes"],
		]);
		const fewer = await press(mended, "remove.2");
		const twice = await Promise.all([press(fewer, "book"), press(fewer, "book")]);
		const sessions = await booked();
		const references = sessions.map(({ reference }) => `ref=${reference}`).join("&");
		expect(twice.map(({ status, location }) => [status, location])).toEqual([
			[303, `/sessions?${references}`],
			[303, `/sessions?${references}`],
		]);
		expect(sessions).toMatchObject([
			{ room: "Hall", startsAt: new Date("2027-01-14T09:00:00Z"), status: "confirmed" },
			{
				room: "Gym",
				startsAt: new Date("2027-01-14T10:15:00Z"),
				yearGroups: [{ yearGroup: "Y9" }],
				assignments: [{ personId: two.id }],
			},
		]);
		const where = { invite: { session: { venueId: team.venue.id } } };
		expect(await world.database.client.outboxMessage.count({ where })).toBe(4);
		const shown = await coordinator.get(twice[0]?.location ?? "");
		expect(shown.text).toContain("4 invites on the way");
		const first = await coordinator.get(`/sessions/${sessions[0]?.reference}`);
		expect(wordsOf(first)).toContain(
			"Booked together with 1 otherThursday 14 January 2027, 10:15am",
		);
		const next = `/sessions/new?programme=${team.programme.id}`;
		const later = `&venue=${team.venue.id}&yearGroups=Y9&date=2027-09-16&start=09:00`;
		const form = await coordinator.get(`${next}${later}`);
		const { name } = team.programme;
		expect(wordsOf(form)).toContain("booked for 14 January 2027, as Year 8");
		expect(wordsOf(form)).toContain(
			`Year 8 here have ${name} booked for 14 January 2027; they will be Year 9 by then`,
		);
	});

	it("asks for a reason once for all that need it, and keeps hours through summer time", async () => {
		const weekly = { times: "09:00", every: "1", days: "3", date: "2027-03-18" };
		const list = await send(described(team, { ...weekly, skip: "2027-03-25" }));
		expect(rowsOf(list).map(([when]) => when)).toEqual([
			"1. Thursday 18 March 2027, 9:00am to 10:00am",
			"2. Thursday 1 April 2027, 9:00am to 10:00am",
			"3. Thursday 8 April 2027, 9:00am to 10:00am",
		]);
		const refused = await press(list, "provisional");
		expect(refused.status).toBe(422);
		expect(refused.errors().map(({ field }) => field)).toContain("override-same_cohort");
		const reasons = Object.fromEntries(
			refused.errors().map(({ field }) => [field.replace("-", "."), "Another class each week"]),
		);
		// A reason survives a look at one of the sessions.
		const looked = await press(refused, "change.0", reasons);
		const back = await press(looked, "check");
		const done = await press(back, "provisional");
		expect(done.status).toBe(303);
		const sessions = await booked();
		expect(sessions.map(({ startsAt }) => startsAt.toISOString().slice(11, 16))).toEqual([
			"09:00",
			"08:00",
			"08:00",
		]);
		expect(sessions.map(({ status }) => status)).toEqual(Array(3).fill("provisional"));
		expect(sessions.map(({ overrides }) => overrides.includes("Another class"))).toEqual([
			false,
			true,
			true,
		]);
	});

	it("refuses what cannot be listed, at its field, and keeps what was typed", async () => {
		const cases: [Form, string][] = [
			[{ times: "" }, "times"],
			[{ every: "1", days: "500" }, "days"],
			[{ programme: "" }, "programme"],
			[{ venue: ["a", "b"] }, "venue"],
			[{ skip: "\ud83d", every: "1", days: "2" }, "skip"],
			[{ every: "x".repeat(10_000), days: "2" }, "every"],
		];
		for (const [changed, field] of cases) {
			const answer = await send(described(team, changed));
			expect(answer.status).toBe(422);
			expect(answer.heading()).toBe("Book several sessions");
			expect(answer.errors().map((error) => error.field)).toContain(field);
			expect(held(answer, "expectedYoungPeople")).toBe("30");
		}
		expect(await booked()).toEqual([]);
	});

	it("refuses hours that do not exist, at the session that has one", async () => {
		const list = await send(described(team, { date: "2027-03-28", times: "01:30, 03:30" }));
		expect(rowsOf(list)[0]?.[4]).toContain("clocks go forward at 01:00 on 28 March 2027");
		expect((await press(list, "book")).status).toBe(422);
		expect(await booked()).toEqual([]);
	});

	it("refuses too many rows, rows of nonsense, and places that are not there", async () => {
		const list = await send(described(team));
		const row = { date: "2027-01-14", start: "09:00", programme: ["a", "b"], facilitators: "x" };
		const rows = Array.from({ length: 500 }, (_, at) =>
			Object.entries(row).map(([name, value]) => [`row.${at}.${name}`, value]),
		);
		const many = await press(list, "book", Object.fromEntries(rows.flat()));
		expect(many.status).toBe(422);
		expect(many.errors()[0]?.message).toContain("up to 40 sessions can be booked at once");
		const none = await press(await press(list, "remove.0"), "remove.0");
		const empty = await press(await press(none, "remove.0"), "book");
		expect(empty.errors()).toEqual([{ field: "", message: "Add at least one session" }]);
		for (const intent of ["change.99", "keep.77", "remove.-1", "nonsense", "change.x"]) {
			expect([200, 422]).toContain((await press(list, intent)).status);
		}
		const unknown = { "row.0.facilitators": randomUUID(), "row.1.programme": randomUUID() };
		const strangers = await press(list, "book", unknown);
		expect(strangers.status).toBe(422);
		expect(strangers.errors().map(({ message }) => message)).toEqual([
			"Session 1: Choose facilitators who still deliver",
			"Session 2: Choose a programme",
		]);
		expect(await booked()).toEqual([]);
	});
});
