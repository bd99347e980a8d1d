import { afterAll, beforeAll, expect, it } from "vitest";
import { bookSession } from "#app/commands/book-session.ts";
import { closeOutSession } from "#app/commands/close-out-session.ts";
import { moveSession } from "#app/commands/move-session.ts";
import { retireContact } from "#app/commands/retire-contact.ts";
import { readHistory } from "#app/data/history.ts";
import { findSession, type SessionRecord } from "#app/data/sessions.ts";
import { moveInput } from "#app/domain/sessions/change-input.ts";
import { closeOut } from "#app/domain/sessions/close-out.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import {
	aBooking,
	aTeamThatCanBook,
	type TeamThatCanBook,
} from "#tests/factories/a-team-that-can-book.ts";
import { describeOnBothEngines, testNow } from "#tests/setup/databases.ts";
import { held, messageAt, wordsOf } from "#tests/setup/form-page.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

// The tests' now is Wednesday 25 November 2026, 9:00am.
const afterwards = new Date("2027-01-18T09:00:00Z");

describeOnBothEngines("a school's own page", (world) => {
	let site: Site;
	let team: TeamThatCanBook;
	let teacher: Visitor;
	let coordinator: Visitor;
	let facilitator: Visitor;
	let day = 10;
	beforeAll(async () => {
		site = await openSite(world.database);
		team = await aTeamThatCanBook(world.database);
		teacher = site.visitor();
		coordinator = await site.signedIn("coordinator");
		const [{ id: personId }] = team.facilitators;
		facilitator = await site.as(await site.user("facilitator", { personId }));
	});
	afterAll(() => site.close());

	const context = (now = testNow) =>
		world.context({
			now,
			deployment: { ...site.app.deployment },
			settings: world.context().settings,
		});

	/** A session on a day of its own, told to the first contact. */
	async function booked(raw: Record<string, unknown> = {}): Promise<SessionRecord> {
		day += 1;
		const input = sessionInput.parse(
			aBooking(team, { startsAt: `2027-01-${day}T09:00`, notes: "For the team alone", ...raw }),
		);
		const outcome = await bookSession(context(), input, { needReasons: false });
		if (!outcome.ok) throw new Error(JSON.stringify(outcome));
		return read(outcome.reference);
	}

	async function read(reference: string): Promise<SessionRecord> {
		const session = await findSession(world.database.client, reference);
		if (!session) throw new Error(`${reference} is gone`);
		return session;
	}

	/** The path of the page, as the mail to the session's contact gives it. */
	async function mailed({ id }: SessionRecord): Promise<string> {
		const message = await world.database.client.outboxMessage.findFirst({
			where: { invite: { sessionId: id, kind: "contact" } },
			orderBy: { id: "desc" },
		});
		const path = /\/school\/\S+/.exec(message?.text ?? "")?.[0];
		if (!path) throw new Error(`No link in ${message?.text}`);
		return path;
	}

	async function invite({ id }: SessionRecord) {
		return world.database.client.invite.findFirstOrThrow({
			where: { sessionId: id, kind: "contact" },
		});
	}

	it("is led to by the mail alone, shows the next session, and is kept from everybody else", async () => {
		const session = await booked();
		const path = await mailed(session);
		const page = await teacher.get(path);
		expect([page.status, page.heading()]).toEqual([200, team.venue.name]);
		const words = wordsOf(page);
		expect(words).toContain("9:00am to 10:00am");
		expect(words).toContain(session.reference);
		expect(words).not.toContain("For the team alone");
		expect(words).not.toContain(team.contacts[1].name);
		for (const { name } of team.facilitators) expect(words).not.toContain(name);
		const headers = ["referrer-policy", "cache-control", "x-robots-tag"];
		expect(headers.map((name) => page.headers.get(name))).toEqual([
			"strict-origin",
			"no-store",
			"noindex, nofollow",
		]);
		const href = page.page().querySelector(".tt-school a[href*='.ics']")?.getAttribute("href");
		const calendar = await teacher.get(href ?? "");
		expect(calendar.text).toContain("BEGIN:VEVENT");
		expect(calendar.text.replaceAll(/\r\n /g, "")).not.toContain("/school/");
		const staff = await world.database.client.outboxMessage.findMany({
			where: { invite: { sessionId: session.id, kind: "facilitator" } },
		});
		expect(staff.map(({ text }) => text).join()).not.toContain("/school/");
	});

	it("keeps an answer with its words, and shows them to the coordinator where they are needed", async () => {
		const session = await booked();
		const path = `${await mailed(session)}/${session.reference}`;
		const { sequence } = session;
		const answer = (form: Record<string, string | number>) =>
			teacher.post(path, { intent: "answer", sequence, ...form });
		expect((await answer({ answer: "accepted" })).status).toBe(303);
		expect(await invite(session)).toMatchObject({ answer: "accepted", answerNote: "" });
		const without = await answer({ answer: "another_time", note: "  " });
		expect([without.status, messageAt(without, "note")]).toEqual([
			422,
			"Enter which days and times would suit you",
		]);
		const asked = "After break <script>alert(1)</script>";
		expect((await answer({ answer: "another_time", note: asked })).status).toBe(303);
		expect(await invite(session)).toMatchObject({ answer: "another_time", answerNote: asked });
		for (const at of ["", "/invites"]) {
			const page = await coordinator.get(`/sessions/${session.reference}${at}`);
			expect(wordsOf(page)).toContain(asked);
			expect(page.text).not.toContain("<script>alert");
		}
		const home = wordsOf(await coordinator.get("/"));
		expect(home).toContain("Another time");
		expect(home).toContain(asked);
		const history = await readHistory(world.database.client, "session", session.id);
		expect(history[0]).toMatchObject({
			actorName: "The school",
			what: "The school asks for another time",
			why: null,
		});
	});

	it("takes no answer to what is not so any more, to what has begun, or to what is off", async () => {
		const session = await booked();
		const path = `${await mailed(session)}/${session.reference}`;
		const move = moveInput.parse({ startsAt: `2027-01-${day}T11:00`, room: "Library" });
		await moveSession(context(), session, move, { needReasons: false });
		const accept = { intent: "answer", answer: "accepted" };
		const late = await teacher.post(path, { ...accept, sequence: session.sequence });
		expect(late.status).toBe(409);
		expect(wordsOf(late)).toContain("This session was changed a moment ago");
		expect(wordsOf(late)).toContain("11:00am to 12:00pm");
		expect(await invite(session)).toMatchObject({ answer: null });
		site.setClock(new Date(`2027-01-${day}T11:30:00Z`));
		const begun = await teacher.post(path, { ...accept, sequence: session.sequence + 1 });
		site.setClock(testNow);
		expect(begun.status).toBe(409);
		expect(wordsOf(begun)).toContain("This session has begun");
		expect(await invite(session)).toMatchObject({ answer: null });
	});

	const came = {
		intent: "report",
		outcome: "delivered",
		"headcounts.Y8": "27",
		counted: "counted",
	};

	it("closes out what nobody recorded, once it is over, and leaves the rest to the team", async () => {
		const session = await booked();
		const path = `${await mailed(session)}/${session.reference}`;
		const early = await teacher.post(path, came);
		expect([early.status, (await read(session.reference)).status]).toEqual([409, "confirmed"]);
		site.setClock(afterwards);
		const wrong = await teacher.post(path, { ...came, "headcounts.Y8": "many" });
		expect([wrong.status, held(wrong, "headcounts.Y8")]).toEqual([422, "many"]);
		const sent = { ...came, "followUps.drugs": "3", "headcounts.Y11": "500", comment: "Good" };
		const answer = await teacher.post(path, sent);
		expect([answer.status, answer.location]).toEqual([303, path.replace(/\/[^/]+$/, "")]);
		expect(wordsOf(await teacher.get(answer.location ?? ""))).toContain(
			"Recorded: 27 young people",
		);
		const recorded = await read(session.reference);
		expect(recorded).toMatchObject({ status: "delivered", closeOut: { youngPeople: 27 } });
		expect(recorded.closeOut).toMatchObject({ recordedByName: "The school", bySchool: true });
		expect(recorded.closeOut?.followUps).toEqual([]);
		// Sent again, it changes nothing that is published.
		await teacher.post(path, { ...came, "headcounts.Y8": "1900" });
		expect((await read(session.reference)).closeOut).toMatchObject({
			revision: 1,
			youngPeople: 27,
		});
		const overview = wordsOf(await coordinator.get(`/sessions/${session.reference}`));
		expect(overview).toContain("1,900 young people (Year 8: 1,900)");
		expect(overview).toContain("Not as recorded");
		// Who delivered it can still add what only they know.
		const correct = await facilitator.post(`/sessions/${session.reference}/correct`, {
			...{ version: recorded.version, outcome: "delivered", "headcounts.Y8": "27", adults: "1" },
			...{ counted: "counted", "followUps.drugs": "2", correctionReason: "Follow-ups" },
		});
		expect(correct.status).toBe(303);
		expect((await read(session.reference)).closeOut).toMatchObject({
			revision: 2,
			bySchool: false,
		});
		const again = await facilitator.get(`/sessions/${session.reference}/correct`);
		expect(again.status).toBe(403);
		site.setClock(testNow);
	});

	it("stands beside a record that is there, and never in its place", async () => {
		const session = await booked();
		const path = `${await mailed(session)}/${session.reference}`;
		const record = closeOut.parse({
			...{ outcome: "delivered", headcounts: [{ yearGroup: "Y8", youngPeople: 25 }] },
			...{ adults: 2, counted: "counted" },
		});
		await closeOutSession(context(afterwards), session, record);
		site.setClock(afterwards);
		const page = await teacher.get(path);
		expect(held(page, "headcounts.Y8")).toBe("25");
		expect(wordsOf(page)).toContain("The team recorded 25 young people");
		await teacher.post(path, { ...came, "headcounts.Y8": "26" });
		const after = await read(session.reference);
		expect(after.closeOut).toMatchObject({ revision: 1, youngPeople: 25, bySchool: false });
		const correcting = await coordinator.get(`/sessions/${session.reference}/correct`);
		expect(wordsOf(correcting)).toContain("26 young people (Year 8: 26), counted");
		const none = { intent: "report", outcome: "not_delivered", reason: "other" };
		const unsaid = await teacher.post(path, none);
		expect([unsaid.status, messageAt(unsaid, "comment")]).toEqual([
			422,
			"Enter a note saying why the session did not happen",
		]);
		expect((await teacher.post(path, { ...none, comment: "Fire alarm" })).status).toBe(303);
		expect((await read(session.reference)).status).toBe("delivered");
		site.setClock(testNow);
	});

	it("refuses what a stranger tries, and writes nothing", async () => {
		const session = await booked();
		const path = await mailed(session);
		const own = `${path}/${session.reference}`;
		const other = await booked({ contacts: [team.contacts[1].id] });
		const accept = { intent: "answer", answer: "accepted", sequence: 0 };
		const [id = "", signature = ""] = path.slice("/school/".length).split(".");
		const flipped = `${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`;
		const theirs = team.contacts[1].id;
		for (const token of [
			`${id}.${flipped}`,
			`${theirs}.${signature}`,
			id,
			`${id}.`,
			"x".repeat(9000),
		]) {
			const page = await teacher.get(`/school/${token}`);
			expect([page.status, page.text.includes(team.venue.name)]).toEqual([404, false]);
			expect((await teacher.post(`/school/${token}/${session.reference}`, accept)).status).toBe(
				404,
			);
		}
		expect((await teacher.post(`${path}/${other.reference}`, accept)).status).toBe(404);
		expect((await teacher.get(`${path}/${other.reference}`)).status).toBe(404);
		expect((await teacher.post(path, accept)).status).toBe(404);
		const long = await teacher.post(own, {
			...accept,
			answer: "declined",
			note: "n".repeat(10_000),
		});
		expect([long.status, messageAt(long, "note")]).toEqual([
			422,
			"Shorten your message to 1,000 characters or fewer",
		]);
		for (const [status, form] of [
			[422, { ...accept, answer: "accepted", note: ["a", "b"] }],
			[422, { ...accept, sequence: "-1" }],
			[422, { ...accept, answer: "delivered" }],
			[400, { intent: "cancel" }],
			[400, {}],
		] as const) {
			expect((await teacher.post(own, form)).status, JSON.stringify(form)).toBe(status);
		}
		const half = await teacher.post(
			own,
			{},
			{
				body: "intent=answer&sequence=0&answer=declined&note=%ED%A0%80",
				headers: { "content-type": "application/x-www-form-urlencoded" },
			},
		);
		expect(half.status).toBe(400);
		expect(await invite(session)).toMatchObject({ answer: null });
	});

	// why on one engine: no database is asked.
	it.runIf(world.engine === "sqlite")("limits how often one page is written to", async () => {
		const session = await booked({ contacts: [team.contacts[1].id] });
		const path = `${await mailed(session)}/${session.reference}`;
		const statuses: number[] = [];
		for (let sent = 0; sent < 45; sent += 1) {
			statuses.push((await teacher.post(path, { intent: "nothing" })).status);
		}
		expect(new Set(statuses.slice(0, 40))).toEqual(new Set([400]));
		expect(new Set(statuses.slice(40))).toEqual(new Set([429]));
	});

	it("has another address once it is replaced, and none once its contact is retired", async () => {
		const session = await booked();
		const path = await mailed(session);
		const { id } = team.contacts[0];
		const page = await coordinator.get(`/contacts/${id}/page`);
		expect(page.text).toContain(path);
		expect((await coordinator.post(`/contacts/${id}/page`)).status).toBe(303);
		expect((await teacher.get(path)).status).toBe(404);
		const link = (await coordinator.get(`/contacts/${id}/page`))
			.page()
			.querySelector(".tt-press a");
		const replaced = new URL(link?.getAttribute("href") ?? "").pathname;
		expect((await teacher.get(replaced)).status).toBe(200);
		await retireContact(context(), id);
		expect((await teacher.get(replaced)).status).toBe(404);
		expect((await coordinator.get(`/contacts/${id}/page`)).status).toBe(404);
	});
});
