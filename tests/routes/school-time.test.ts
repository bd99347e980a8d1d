import { afterAll, beforeAll, expect, it } from "vitest";
import { createApiToken } from "#app/commands/create-api-token.ts";
import { findSession } from "#app/data/sessions.ts";
import {
	aBooking,
	aTeamThatCanBook,
	type TeamThatCanBook,
} from "#tests/factories/a-team-that-can-book.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { held, messageAt, rowsOf, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

const header = "local_authority,urn,kind,name,from,to,year_groups";
const essex = [
	"Essex,,term,Autumn term,2026-09-02,2026-12-18,",
	"Essex,,term,Spring term,2027-01-04,2027-03-25,",
	"Essex,,half_term,,2027-02-15,2027-02-19,",
	"Essex,,exams,Mocks,2027-01-18,2027-01-29,Y11",
];

describeOnBothEngines("school time", (world) => {
	let site: Site;
	let coordinator: Visitor;
	let team: TeamThatCanBook;
	beforeAll(async () => {
		site = await openSite(world.database);
		coordinator = await site.signedIn("coordinator");
		team = await aTeamThatCanBook(world.database);
	});
	afterAll(() => site.close());

	const everyDate = () =>
		world.database.client.schoolDate.findMany({ orderBy: [{ from: "asc" }, { kind: "asc" }] });
	const send = (fields: Record<string, string | Blob>) => {
		const body = new FormData();
		for (const [name, value] of Object.entries(fields)) body.append(name, value);
		return coordinator.post("/settings/terms/load", {}, { body });
	};
	const check = (...lines: string[]) =>
		send({ intent: "check", file: new File([[header, ...lines].join("\r\n")], "dates.csv") });

	it("is loaded from a file: looked at first, then all of it, and again without effect", async () => {
		const looked = await check(...essex);
		expect(looked.status).toBe(200);
		expect(wordsOf(looked)).toContain(
			"Added: Term: Autumn term, 2 September 2026 to 18 December 2026",
		);
		expect(await everyDate()).toEqual([]);
		const text = held(looked, "text");
		const applied = await send({ intent: "apply", text: String(text) });
		expect(applied.location).toBe("/settings/terms");
		expect((await everyDate()).map(({ kind, from }) => `${kind} ${from}`)).toEqual([
			"term 2026-09-02",
			"term 2027-01-04",
			"exams 2027-01-18",
			"half_term 2027-02-15",
		]);
		const current = await coordinator.get("/settings/terms.csv");
		const again = await send({ intent: "check", file: new File([current.text], "term-dates.csv") });
		expect(wordsOf(again)).toContain("3 entries stay as before");
		expect(wordsOf(again)).toContain("Nothing would change");
		const list = await coordinator.get("/settings/terms");
		expect(rowsOf(list)[0]).toEqual([
			"Essex",
			"1",
			"2 terms, 1 half-term and 1 exam entry",
			"Missing",
		]);
	});

	it("replaces what the file names, keeps the rest, and takes none of a file that is wrong", async () => {
		const before = await everyDate();
		const refused = await check(
			"Essex,,term,Autumn term,2026-12-18,2026-09-02,",
			"Kent,,inset,,2026-11-27,,",
			"Essex,,inset,\u0000,2026-02-30,,",
		);
		expect(refused.status).toBe(422);
		expect(refused.errors().map(({ message }) => message)).toEqual([
			"Line 2: Enter a last day that is the same as or after the first day",
			"Line 3: No place on record is in the local authority Kent",
			"Line 4: Enter the first day as a real date, like 2027-01-31",
		]);
		for (const [body, message] of [
			["", "Choose a CSV file"],
			[
				"kind,from\nterm,2026-09-02",
				"The header line lacks local_authority, urn, name, to and year_groups",
			],
			[`${header}\n"Essex,,term`, "Line 2: a quotation mark is opened and never closed"],
			[new Uint8Array([0xff, 0xfe, 0x80]), "Choose a CSV file in UTF-8: save it as “CSV UTF-8”"],
		] as const) {
			const answer = await send({ intent: "check", file: new File([body], "dates.csv") });
			expect([answer.status, answer.errors()[0]?.message]).toEqual([422, message]);
		}
		expect((await coordinator.post("/settings/terms/load", { text: "" })).status).toBe(400);
		expect(await everyDate()).toEqual(before);
		const file = `${header}\n${essex[3]?.replace("2027-01-29", "2027-01-22")}`;
		await send({ intent: "apply", text: file });
		const after = await everyDate();
		expect(after.filter(({ kind }) => kind !== "exams")).toEqual(
			before.filter(({ kind }) => kind !== "exams"),
		);
		expect(after.find(({ kind }) => kind === "exams")?.to).toBe("2027-01-22");
	});

	it("is added, changed and removed on its pages, and refused where it cannot be", async () => {
		const page = `/venues/${team.venue.id}/dates`;
		const inset = { kind: "inset", from: "2027-01-21", to: "" };
		const refusals: [Record<string, string | string[]>, string, string][] = [
			[{ ...inset, from: "2027-02-30" }, "from", "Enter the first day as a real date"],
			[{ ...inset, to: "2027-01-20" }, "to", "the same as or after the first day"],
			[{ ...inset, kind: ["inset", "term"] }, "kind", "Choose what the dates are"],
			[{ ...inset, name: "x".repeat(10_000) }, "name", "Shorten the name"],
			[{ ...inset, kind: "half_term" }, "from", "Enter the term first"],
		];
		for (const [typed, field, message] of refusals) {
			const answer = await coordinator.post(`${page}/new`, typed);
			expect(answer.status).toBe(422);
			expect(messageAt(answer, field)).toContain(message);
		}
		expect((await coordinator.post("/venues/none/dates/new", inset)).status).toBe(404);
		expect((await coordinator.post("/settings/terms/999/new", inset)).status).toBe(404);
		expect((await coordinator.post("/school-dates/none", inset)).status).toBe(404);
		const added = await coordinator.post(`${page}/new`, inset);
		expect(added.location).toBe(page);
		const twice = await coordinator.post(`${page}/new`, { ...inset, name: "Staff day" });
		expect(messageAt(twice, "from")).toContain("These days overlap with INSET, 2027-01-21");
		const [row] = (await everyDate()).filter(({ venueId }) => venueId !== null);
		const changed = await coordinator.post(`/school-dates/${row?.id}`, {
			...inset,
			from: "2027-01-22",
		});
		expect(changed.location).toBe(page);
		expect(rowsOf(await coordinator.get(page))).toEqual([
			["INSET", "Friday 22 January 2027", "", expect.stringContaining("Change")],
		]);
		await coordinator.post(`/school-dates/${row?.id}`, { intent: "remove" });
		expect(rowsOf(await coordinator.get(page))).toEqual([]);
		const manager = await site.signedIn("manager");
		expect((await manager.get("/settings/terms")).status).toBe(403);
		expect((await manager.get(page)).status).toBe(200);
	});

	it("warns a booking in half-term, keeps the reason, and tells a program too", async () => {
		const form = {
			...aBooking(team),
			date: "2027-02-16",
			start: "09:00",
			end: "",
			startsAt: "",
			intent: "book",
		};
		const warned = await coordinator.post("/sessions/new", form);
		expect(warned.status).toBe(422);
		expect(warned.errors().map(({ field }) => field)).toEqual(["override-school_holidays"]);
		expect(wordsOf(warned)).toContain(
			`is in half-term at ${team.venue.name} (by the dates of Essex)`,
		);
		const reason = "The summer school meets then";
		const answer = await coordinator.post("/sessions/new", {
			...form,
			"override.school_holidays": reason,
		});
		const reference = answer.location?.split("/").at(-1) ?? "";
		const session = await findSession(world.database.client, reference);
		expect(session?.overrides).toEqual([{ code: "school_holidays", reason }]);
		const user = await site.user("coordinator");
		const { token } = await createApiToken(world.context(), user.userId, { name: "test", days: 1 });
		const told = await coordinator.request("/api/v1/sessions", {
			method: "POST",
			headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
			body: JSON.stringify(aBooking(team, { startsAt: "2027-01-19T13:00", yearGroups: ["Y11"] })),
		});
		expect(told.status).toBe(201);
		expect(JSON.parse(told.text).warnings.map(({ code }: { code: string }) => code)).toEqual([
			"year_group_unusual",
			"exam_week",
		]);
	});

	it("turns a lesson into the times of a booking, without scripts", async () => {
		const page = `/venues/${team.venue.id}/lessons`;
		const wrong = await coordinator.post(page, { periods: "Period 3 11:20", weekA: "2027-02-30" });
		expect(wrong.status).toBe(422);
		expect(messageAt(wrong, "periods")).toContain("Line 1: write “Period 3 11:20” like");
		expect(held(wrong, "periods")).toBe("Period 3 11:20");
		const periods = "Period 3 11:20-12:20 week A\nPeriod 3 11:30-12:30 week B";
		const saved = await coordinator.post(page, { periods, weekA: "2027-01-04" });
		expect(saved.location).toBe(`/venues/${team.venue.id}`);
		expect(wordsOf(await coordinator.get(saved.location ?? ""))).toContain(
			"11:30am to 12:30pm, week B",
		);
		const form = {
			...aBooking(team),
			facilitators: [team.facilitators[1].id],
			startsAt: "",
			date: "2027-01-14",
			start: "",
			end: "",
			intent: "check",
		};
		const offered = await coordinator.post("/sessions/new", form);
		const select = offered.page().querySelector("select[name=period]");
		expect(select?.textContent).toBe("Choose a lessonPeriod 3, 11:30am to 12:30pm, week B");
		const filled = await coordinator.post("/sessions/new", { ...form, period: "11:30-12:30" });
		expect([held(filled, "start"), held(filled, "end")]).toEqual(["11:30", "12:30"]);
		const odd = await coordinator.post("/sessions/new", { ...form, period: "99:99-12:30" });
		expect(messageAt(odd, "start")).toContain("Enter the start time");
		const early = { ...form, start: "09:00", end: "10:00" };
		expect(wordsOf(await coordinator.post("/sessions/new", early))).toContain(
			`Lessons at ${team.venue.name} are from 11:30am to 12:30pm that day`,
		);
	});
});
