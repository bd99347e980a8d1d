import { afterAll, beforeAll, expect, it } from "vitest";
import { deleteUnconfirmedRequests } from "#app/commands/delete-unconfirmed-requests.ts";
import { createLimits } from "#app/http/limits.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { anAskForm } from "#tests/factories/requests.ts";
import { aVenue } from "#tests/factories/venues.ts";
import { describeOnBothEngines, testNow } from "#tests/setup/databases.ts";
import { held, wordsOf } from "#tests/setup/form-page.ts";
import { lastMailTo, linkMailedTo } from "#tests/setup/outbox.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Answer } from "#tests/setup/visitor.ts";

type Form = Record<string, string | readonly string[]>;
const later = (milliseconds: number) => new Date(testNow.getTime() + milliseconds);
const DAY = 24 * 60 * 60_000;

describeOnBothEngines("the public form", (world) => {
	let site: Site;
	let team: TeamThatCanBook;
	/** Of a form that was opened ten seconds before it is sent. */
	let stamp: string;
	let number = 0;

	beforeAll(async () => {
		site = await openSite(world.database);
		team = await aTeamThatCanBook(world.database);
		stamp = String(held(await site.visitor().get("/request"), "stamp"));
	});
	afterAll(() => site.close());

	/** Nobody's limits are used up by another test. */
	const fresh = () => Object.assign(site.app.limits, createLimits());
	const anAddress = () => {
		number += 1;
		return `asker-${number}@school.test`;
	};
	const form = (overrides: Form = {}) =>
		anAskForm({ venue: team.venue.id, programme: team.programme.id }, overrides);

	/** Sends the form ten seconds after it was opened. */
	async function ask(overrides: Form = {}, intent = "send"): Promise<Answer> {
		site.setClock(later(10_000));
		return site.visitor().post("/request", { stamp, intent, ...form(overrides) });
	}

	async function written() {
		const { client } = world.database;
		return {
			requests: await client.request.count(),
			messages: await client.outboxMessage.count(),
			history: await client.historyEntry.count(),
		};
	}

	it("takes a request down, and puts it into the queue only once its address is confirmed", async () => {
		fresh();
		const contactEmail = anAddress();
		const checked = await ask({ contactEmail }, "check");
		expect(checked.heading()).toBe("Check your answers");
		expect(wordsOf(checked)).toContain("Thursday 14 January 2027, period 3");
		expect(wordsOf(checked)).toContain(team.venue.name);
		const sent = await ask({ contactEmail });
		expect([sent.status, sent.heading()]).toEqual([200, "One step left: confirm your address"]);
		const request = await world.database.client.request.findFirstOrThrow({
			where: { contactEmail },
		});
		expect(wordsOf(sent)).toContain(request.reference);
		expect(request).toMatchObject({ status: "unconfirmed", confirmedAt: null, groups: 2 });

		const coordinator = await site.signedIn("coordinator");
		expect((await coordinator.get(`/requests/${request.reference}`)).status).toBe(404);
		expect(wordsOf(await coordinator.get("/requests"))).not.toContain(request.reference);

		const path = await linkMailedTo(world.database, contactEmail);
		const looked = await site.visitor().get(path);
		expect([looked.status, looked.heading()]).toEqual([200, "Confirm your request"]);
		const unconfirmed = await world.database.client.request.findUnique({
			where: { id: request.id },
		});
		expect(unconfirmed?.status).toBe("unconfirmed");
		const confirmed = await site.visitor().post(path);
		expect([confirmed.status, confirmed.location?.startsWith("/request/follow/")]).toEqual([
			303,
			true,
		]);
		expect(wordsOf(await coordinator.get("/requests"))).toContain(request.reference);
		const told = await world.database.client.outboxMessage.findMany({
			where: { toAddress: contactEmail },
			orderBy: { id: "asc" },
		});
		expect(told.map(({ why, subject }) => [why, subject.split(":")[0]])).toEqual([
			["request", expect.stringContaining("Confirm your request")],
			["request", "We have your request"],
		]);
		const again = await site.visitor().get(path);
		expect([again.status, again.location]).toEqual([303, confirmed.location]);
	});

	it("mails an unconfirmed address one link and not a word that anybody typed", async () => {
		fresh();
		const contactEmail = anAddress();
		const typed = "BUY-NOW http://bad.test <script>alert(1)</script>";
		const own = {
			contactName: typed,
			contactRole: typed,
			notes: typed,
			room: "BUY-NOW",
			periods1: "BUY-NOW",
		};
		await ask({ contactEmail, venue: "", venueName: typed, ...own });
		const mails = await world.database.client.outboxMessage.findMany({
			where: { toAddress: contactEmail },
		});
		expect(mails).toHaveLength(1);
		for (const text of [mails[0]?.text, mails[0]?.html, mails[0]?.subject, mails[0]?.toName]) {
			expect(text).not.toMatch(/BUY-NOW|bad\.test|script/);
		}
		const page = await site.visitor().get(await linkMailedTo(world.database, contactEmail));
		expect(page.text).not.toContain("<script>alert");
		expect(wordsOf(page)).toContain(typed);
	});

	it("says the same to an address that is known and to one that is not", async () => {
		fresh();
		const strange = anAddress();
		const words = async (contactEmail: string) =>
			wordsOf(await ask({ contactEmail }))
				.replace(contactEmail, "")
				.replace(/REQ-[\d-]+/, "");
		expect(await words(team.contacts[0].email)).toBe(await words(strange));
	});

	it("is sent once, however often the button is pressed", async () => {
		fresh();
		const contactEmail = anAddress();
		const send = (more: Form = {}) => ask({ contactEmail, ...more });
		const answers = await Promise.all([send(), send()]);
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect(await world.database.client.request.count({ where: { contactEmail } })).toBe(1);
		expect(
			await world.database.client.outboxMessage.count({ where: { toAddress: contactEmail } }),
		).toBe(1);
		await send({ room: "Gym" });
		expect(await world.database.client.request.count({ where: { contactEmail } })).toBe(2);
	});

	it("goes through the parts one by one, keeps what was typed and complains of the part in hand", async () => {
		fresh();
		const visitor = site.visitor();
		const next = await visitor.post("/request", { intent: "next", step: "start" });
		expect(held(next, "step")).toBe("school");
		const part = await visitor.post("/request", {
			intent: "next",
			step: "group",
			expectedYoungPeople: "many",
			groups: "2",
		});
		expect(part.errors().map(({ field }) => field)).toEqual(["yearGroups", "expectedYoungPeople"]);
		expect([held(part, "step"), held(part, "expectedYoungPeople")]).toEqual(["group", "many"]);
		const found = await visitor.post("/request", {
			intent: "find",
			schoolQuery: team.venue.name,
			...{ contactName: "Grace" },
		});
		expect(wordsOf(found)).toContain(team.venue.postcode);
		expect(held(found, "contactName")).toBe("Grace");
	});

	it("lets strangers find open schools only", async () => {
		fresh();
		const club = await aVenue(world.database, { kind: "youth_club", name: "Quiet Corner Club" });
		const gone = await aVenue(world.database, { name: "Quiet Corner School", retiredAt: testNow });
		const open = await aVenue(world.database, { name: "Quiet Corner Academy" });
		const search = (schoolQuery: string) =>
			site.visitor().post("/request", { intent: "find", schoolQuery });
		const words = wordsOf(await search("quiet corner"));
		expect(words).toContain(open.name);
		expect(words).not.toContain(club.name);
		expect(words).not.toContain(gone.name);
		expect(wordsOf(await search(open.urn ?? ""))).toContain(open.name);
		for (const venue of [club.id, gone.id, "none-such"]) {
			const refused = await ask({ venue, contactEmail: anAddress() });
			expect(refused.errors().map(({ field }) => field)).toEqual(["venue"]);
		}
	});

	// why one engine: these are refused before anything is written, and the pages are long.
	it.runIf(world.engine === "sqlite").each<[string, Form, string]>([
		["no school", { venue: "" }, "venue"],
		["a name of 10,000 characters", { contactName: "x".repeat(10_000) }, "contactName"],
		["10,000 characters of notes", { notes: "x".repeat(10_000) }, "notes"],
		["a school of 10,000 characters", { venue: "", venueName: "x".repeat(10_000) }, "venueName"],
		["a programme that nobody offers", { programmes: "none-such" }, "programmes"],
		["a programme as a sentence", { programmes: "'; DROP TABLE" }, "programmes"],
		["two names", { contactName: ["Grace", "Ada"] }, "contactName"],
		["two numbers", { groups: ["1", "2"] }, "groups"],
		["two addresses", { contactEmail: ["a@b.test", "c@d.test"] }, "contactEmail"],
		["nobody at all", { expectedYoungPeople: "0" }, "expectedYoungPeople"],
		["fewer than nobody", { expectedYoungPeople: "-5" }, "expectedYoungPeople"],
		["more than any hall holds", { expectedYoungPeople: "2001" }, "expectedYoungPeople"],
		["more groups than people", { expectedYoungPeople: "3", groups: "4" }, "groups"],
		["too many groups", { groups: "21" }, "groups"],
		["a year group nobody is in", { yearGroups: "Y14" }, "yearGroups"],
		["no date", { date1: "", periods1: "", date2: "" }, "date1"],
		["a date that is no date", { date1: "2027-02-30" }, "date1"],
		["today", { date1: "2026-11-25" }, "date1"],
		["a day years ahead", { date2: "2031-01-14" }, "date2"],
		["one day twice", { date2: "2027-01-14" }, "date2"],
		["a lesson without its date", { date3: "", periods3: "period 2" }, "date3"],
		["an address that is none", { contactEmail: "grace" }, "contactEmail"],
		["two addresses in one", { contactEmail: "a@b.test\r\nBcc: c@d.test" }, "contactEmail"],
		["a number that is none", { contactPhone: "call me" }, "contactPhone"],
		["nobody who stays", { staffStays: "" }, "staffStays"],
		["a lead who may know", { dslKnows: "perhaps" }, "dslKnows"],
		[
			"a postcode that is none",
			{ venue: "", venueName: "A", venuePostcode: "nowhere" },
			"venuePostcode",
		],
	])("refuses %s at its box, and writes nothing", async (_what, wrong, field) => {
		fresh();
		const before = await written();
		const answer = await ask({ contactEmail: "grace.lyle@school.test", ...wrong });
		expect(answer.status).toBe(422);
		expect(answer.errors().map((error) => error.field)).toContain(field);
		expect(await written()).toEqual(before);
	});

	it("bears NUL bytes, half characters, missing fields and other kinds of body", async () => {
		fresh();
		const before = await written();
		const visitor = site.visitor();
		const nul = await ask({ contactName: "Gra\0ce", contactEmail: anAddress(), groups: "x" });
		expect(nul.status).toBe(422);
		const raw = async (body: string, type = "application/x-www-form-urlencoded") =>
			(await visitor.post("/request", {}, { body, headers: { "content-type": type } })).status;
		expect(await raw("intent=send&contactName=%ED%A0%80")).toBe(400);
		expect(await raw("intent=send")).toBe(422);
		expect(await raw("intent=what")).toBe(422);
		expect(await raw("{}", "application/json")).toBe(400);
		expect(await raw(`notes=${"x".repeat(300_000)}`)).toBe(413);
		const elsewhere = await visitor.post("/request", form(), {
			headers: { "sec-fetch-site": "cross-site" },
		});
		expect(elsewhere.status).toBe(403);
		expect(await written()).toEqual(before);
	});

	it("refuses what only programs do, in words, with the answers kept", async () => {
		fresh();
		const before = await written();
		const trapped = await ask({ website: "http://bad.test" });
		expect([trapped.status, held(trapped, "contactName")]).toEqual([422, "Grace Lyle"]);
		expect(trapped.errors()[0]?.message).toContain("people do not see");
		site.setClock(testNow);
		const visitor = site.visitor();
		const send = (given: string) =>
			visitor.post("/request", { stamp: given, intent: "send", ...form() });
		const fast = await send(stamp);
		expect(fast.errors()[0]?.message).toContain("faster than anybody types");
		expect(held(fast, "stamp")).toBe(stamp);
		const forged = await send(stamp.replace(/.$/, (last) => (last === "A" ? "B" : "A")));
		expect(forged.errors()[0]?.message).toContain("could not be recognised");
		site.setClock(later(25 * 60 * 60_000));
		const old = await send(stamp);
		expect(old.errors()[0]?.message).toContain("more than a day");
		expect(await written()).toEqual(before);
	});

	it("stops floods: from one network, to one address, and of pages", async () => {
		fresh();
		const contactEmail = anAddress();
		const statuses = [];
		for (const room of ["1", "2", "3", "4"]) {
			statuses.push((await ask({ contactEmail, room })).status);
		}
		expect(statuses).toEqual([200, 200, 200, 429]);
		expect(
			await world.database.client.outboxMessage.count({ where: { toAddress: contactEmail } }),
		).toBe(3);
		// why anew: a restart forgets who asked, and the address is still not to be mailed.
		fresh();
		expect((await ask({ contactEmail, room: "5" })).status).toBe(429);
		fresh();
		await site.app.limits.requestsByNetwork.penalty("127.0.0.1", 10);
		expect((await ask({ contactEmail: anAddress() })).status).toBe(429);
		fresh();
		await site.app.limits.requestPosts.penalty("127.0.0.1", 150);
		const turned = await site.visitor().post("/request", { intent: "next" });
		expect([turned.status, turned.heading()]).toEqual([429, "Too many tries"]);
	});

	it("opens for nobody with another's link, a link for something else, or a late one", async () => {
		fresh();
		const contactEmail = anAddress();
		await ask({ contactEmail });
		const path = await linkMailedTo(world.database, contactEmail);
		const other = anAddress();
		await ask({ contactEmail: other });
		const otherPath = await linkMailedTo(world.database, other);
		const tokens = [path, otherPath].map((one) => one.split("/").at(-1)?.split(".") ?? []);
		const mixed = [tokens[0]?.[0], tokens[1]?.[1], tokens[1]?.[2]].join(".");
		const visitor = site.visitor();
		for (const bad of [
			`/request/confirm/${mixed}`,
			path.replace("confirm", "follow"),
			`${path}x`,
		]) {
			expect((await visitor.get(bad)).status).toBe(404);
			expect((await visitor.post(bad)).status).toBe(404);
		}
		site.setClock(later(3 * DAY + 60_000));
		expect((await visitor.get(path)).status).toBe(404);
		expect((await visitor.post(path)).status).toBe(404);
		const request = await world.database.client.request.findFirst({ where: { contactEmail } });
		expect(request?.status).toBe("unconfirmed");
	});

	it("keeps what nobody confirmed for a week, and then neither it nor its mail", async () => {
		fresh();
		const [forgotten, confirmed] = [anAddress(), anAddress()];
		await ask({ contactEmail: forgotten });
		await ask({ contactEmail: confirmed });
		await site.visitor().post(await linkMailedTo(world.database, confirmed));
		const { database } = world;
		const { deployment } = site.app;
		const sweep = (days: number) =>
			deleteUnconfirmedRequests({ database, deployment, now: later(days * DAY) });
		await sweep(6);
		expect(await lastMailTo(database, forgotten)).not.toBeNull();
		expect(await sweep(8)).toBeGreaterThan(0);
		expect(await lastMailTo(database, forgotten)).toBeNull();
		const left = await database.client.request.findMany({
			select: { status: true, contactEmail: true },
		});
		expect(left.filter(({ status }) => status === "unconfirmed")).toEqual([]);
		expect(left.map(({ contactEmail }) => contactEmail)).toContain(confirmed);
	});
});
