import { afterAll, beforeAll, expect, it } from "vitest";
import { confirmRequest } from "#app/commands/confirm-request.ts";
import { createApiToken } from "#app/commands/create-api-token.ts";
import { runRetention } from "#app/commands/run-retention.ts";
import { submitRequest } from "#app/commands/submit-request.ts";
import { readHistory } from "#app/data/history.ts";
import { findRequest, type RequestRecord } from "#app/data/requests.ts";
import { requestInput } from "#app/domain/requests/request-input.ts";
import { canBecome, requestStatuses } from "#app/domain/requests/request-status.ts";
import { requestLinks } from "#app/http/request-links.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { anAskBody } from "#tests/factories/requests.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines, testNow } from "#tests/setup/databases.ts";
import { held, rowsOf, wordsOf } from "#tests/setup/form-page.ts";
import { lastMailTo } from "#tests/setup/outbox.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Answer, Visitor } from "#tests/setup/visitor.ts";

type Raw = Record<string, unknown>;

describeOnBothEngines("requests and their answers", (world) => {
	let site: Site;
	let team: TeamThatCanBook;
	let coordinator: Visitor;
	let number = 0;

	beforeAll(async () => {
		site = await openSite(world.database);
		team = await aTeamThatCanBook(world.database);
		coordinator = await site.signedIn("coordinator");
	});
	afterAll(() => site.close());

	/** A confirmed request of a new address, for a day of its own in January. */
	async function asked(overrides: Raw = {}): Promise<RequestRecord> {
		number += 1;
		const body = anAskBody(
			{ venue: team.venue.id, programme: team.programme.id },
			{ contactEmail: `head-${number}@school.test`, groups: 1, ...overrides },
		);
		const links = requestLinks(site.app, testNow);
		const context = world.context({ actor: { userId: "", name: "Somebody not signed in" } });
		const options = { once: `once-${number}`, source: "form", links } as const;
		const sent = await submitRequest(context, requestInput.parse(body), options);
		if (!sent.ok) throw new Error(JSON.stringify(sent));
		const confirmed = await confirmRequest(context, sent.request.id, links);
		if (!confirmed.ok) throw new Error(confirmed.reason);
		return confirmed.request;
	}

	const now = async ({ id }: RequestRecord) => {
		const found = await findRequest(world.database.client, { id });
		if (!found) throw new Error("The request is gone");
		return found;
	};
	const followPath = ({ id }: RequestRecord) =>
		new URL(requestLinks(site.app, testNow).follow(id)).pathname;
	const subjectTo = async ({ contactEmail }: RequestRecord) =>
		(await lastMailTo(world.database, contactEmail))?.subject.split(":")[0];
	const post = (request: RequestRecord, step: string, form: Record<string, string> = {}) =>
		coordinator.post(`/requests/${request.reference}/${step}`, {
			version: String(request.version),
			...form,
		});

	/** The page of accepting as it comes, with facilitators ticked, sent back. */
	async function accept(
		request: RequestRecord,
		more: Record<string, string | string[]> = {},
		intent = "accept",
	): Promise<Answer> {
		const page = await coordinator.get(`/requests/${request.reference}/accept`);
		const names = [...page.page().querySelectorAll("main [name]")].map(
			(one) => one.getAttribute("name") ?? "",
		);
		const filled = Object.fromEntries(
			[...new Set(names)]
				.filter((name) => name !== "intent")
				.map((name) => [name, held(page, name)]),
		);
		return coordinator.post(`/requests/${request.reference}/accept`, {
			...filled,
			intent,
			...more,
		});
	}

	it("offers another date, takes the school's answer, and books what was agreed", async () => {
		const request = await asked();
		const offered = await post(request, "offer", {
			date: "2027-02-04",
			start: "9.30",
			words: "Sorry",
		});
		expect([offered.status, (await now(request)).status]).toEqual([303, "offered"]);
		expect(await subjectTo(request)).toBe("Another date for your request");
		const school = site.visitor();
		const page = await school.get(followPath(request));
		expect(wordsOf(page)).toContain("Thursday 4 February 2027, 9:30am");
		const version = String(held(page, "version"));
		const answered = await school.post(followPath(request), {
			version,
			intent: "accept",
			why: "Yes",
		});
		expect([answered.status, (await now(request)).status]).toEqual([303, "agreed"]);
		const twice = await school.post(followPath(request), { version, intent: "decline" });
		expect([twice.status, (await now(request)).status]).toEqual([409, "agreed"]);

		const booked = await accept(await now(request), {
			"s1.facilitators": team.facilitators[0].id,
		});
		expect([booked.status, booked.location]).toEqual([303, `/requests/${request.reference}`]);
		const after = await now(request);
		expect(after.sessions).toHaveLength(1);
		expect(after.sessions[0]?.startsAt.toISOString()).toBe("2027-02-04T09:30:00.000Z");
		expect(await subjectTo(request)).toMatch(/^(Your request is booked|Invitation)/);
		const { client } = world.database;
		const contact = await client.contact.findFirst({ where: { email: request.contactEmail } });
		expect(contact).toMatchObject({ venueId: team.venue.id, name: "Grace Lyle" });
		const history = await readHistory(client, "request", request.id);
		expect(history.map(({ what, actorName }) => [what, actorName.split(" ")[0]]).reverse()).toEqual(
			[
				["Asked for", "The"],
				["Address confirmed", "The"],
				["Another date offered", "Uma"],
				["Offered date accepted", "The"],
				["Accepted", "Uma"],
			],
		);
	});

	it("accepts several groups in one go, all or none, with the reasons that booking wants", async () => {
		const own = await aTeamThatCanBook(world.database);
		const [first, second] = own.facilitators;
		const request = await asked({
			venue: own.venue.id,
			programmes: [own.programme.id],
			groups: 2,
			preferredDates: [{ date: "2027-02-11" }],
			expectedYoungPeople: 55,
		});
		const counts = async () => ({
			sessions: await world.database.client.session.count(),
			contacts: await world.database.client.contact.count(),
			messages: await world.database.client.outboxMessage.count(),
		});
		const before = await counts();
		const overlapping = await accept(request, {
			"s1.facilitators": first.id,
			"s2.facilitators": first.id,
			"s2.start": "09:30",
			"s2.end": "10:30",
		});
		expect(overlapping.status).toBe(409);
		expect(overlapping.errors().map(({ field }) => field)).toContain("s2-facilitators");
		const bare = await accept(request, { "s1.facilitators": first.id });
		expect([bare.status, bare.errors().map(({ field }) => field)]).toEqual([
			422,
			["s2-override-too_few_facilitators"],
		]);
		expect(held(bare, "s1.expectedYoungPeople")).toBe("28");
		await aSession(world.database, own, {
			startsAt: new Date("2027-02-11T10:00:00Z"),
			endsAt: new Date("2027-02-11T11:00:00Z"),
			localDate: "2027-02-11",
			facilitatorIds: [second.id],
		});
		const now409 = await accept(request, {
			"s1.facilitators": first.id,
			"s2.facilitators": second.id,
		});
		expect(now409.status).toBe(409);
		expect(await counts()).toEqual({ ...before, sessions: before.sessions + 1 });
		const booked = await accept(request, {
			"s1.facilitators": first.id,
			"s2.facilitators": [],
			"s2.override.too_few_facilitators": "Found next week",
		});
		expect(booked.status).toBe(303);
		expect((await now(request)).sessions.map(({ startsAt }) => startsAt.toISOString())).toEqual([
			"2027-02-11T09:00:00.000Z",
			"2027-02-11T10:00:00.000Z",
		]);
		expect((await accept({ ...request }, { version: String(request.version) })).status).toBe(409);
	});

	it("tells the second of two coordinators what the first did, and mails the school once", async () => {
		const request = await asked();
		const mails = async () =>
			world.database.client.outboxMessage.count({ where: { toAddress: request.contactEmail } });
		const before = await mails();
		const answers = await Promise.all([
			post(request, "decline", { reason: "no_capacity" }),
			post(request, "wait"),
			post(request, "offer", { date: "2027-02-04" }),
		]);
		const statuses = answers.map(({ status }) => status).sort();
		expect(statuses).toEqual([303, 409, 409]);
		const refused = answers.find(({ status }) => status === 409);
		expect(refused?.errors()[0]?.message).toMatch(/^Uma coordinator \d+ was there first/);
		expect(await mails()).toBe(before + 1);
	});

	it("declines with a reason that the school reads, and keeps it for coverage to count", async () => {
		const request = await asked();
		const empty = await post(request, "decline");
		expect([empty.status, empty.errors()[0]?.field]).toEqual([422, "reason"]);
		const other = await post(request, "decline", { reason: "other" });
		expect([other.status, other.errors()[0]?.field]).toEqual([422, "words"]);
		const wrong = await post(request, "decline", { reason: "because", words: "x".repeat(10_000) });
		expect(wrong.errors().map(({ field }) => field)).toEqual(["reason", "words"]);
		await post(request, "decline", { reason: "outside_area", words: "Try your <b>own</b> county" });
		const mail = await lastMailTo(world.database, request.contactEmail);
		expect(mail?.text).toContain("outside the area the team works in");
		expect(mail?.html).toContain("&lt;b&gt;own&lt;/b&gt;");
		expect(wordsOf(await site.visitor().get(followPath(request)))).toContain(
			"The team cannot come",
		);
		const found = await world.database.client.request.findMany({
			where: {
				status: "declined",
				venueId: team.venue.id,
				programmes: { some: { programme: { themeId: team.theme.id } } },
				yearGroups: { some: { yearGroup: "Y8" } },
			},
		});
		expect(found.map(({ reference }) => reference)).toContain(request.reference);
	});

	it("lets the school take its request back, and nobody answer it then", async () => {
		const request = await asked();
		const school = site.visitor();
		const version = String(held(await school.get(followPath(request)), "version"));
		const form = { version, intent: "withdraw", why: "Exams" };
		expect((await school.post(followPath(request), { ...form, intent: "what" })).status).toBe(400);
		expect((await school.post(followPath(request), form)).status).toBe(303);
		expect((await now(request)).status).toBe("withdrawn");
		const late = await post(await now(request), "wait");
		expect(late.status).toBe(409);
		expect(late.errors()[0]?.message).toContain("withdrawn by the school");
	});

	it("matches a school that typed its name with a venue, or adds it as one", async () => {
		const typed = { venue: undefined, venueName: "Marsh Home Education", venueTown: "Maldon" };
		const request = await asked(typed);
		const path = `/requests/${request.reference}`;
		expect((await coordinator.get(`${path}/accept`)).location).toBe(`${path}/venue`);
		const none = await post(request, "venue", { intent: "match", venue: "none-such" });
		expect([none.status, none.errors()[0]?.field]).toEqual([422, "venue"]);
		const bad = await post(request, "venue", { intent: "add", name: "", kind: "castle" });
		expect(bad.errors().map(({ field }) => field)).toEqual(["name", "kind"]);
		const matched = await post(request, "venue", { intent: "match", venue: team.venue.id });
		expect([matched.status, (await now(request)).venueId]).toEqual([303, team.venue.id]);
		const other = await asked(typed);
		const added = await post(other, "venue", {
			intent: "add",
			...{ name: "Marsh Home Education", kind: "other", town: "Maldon" },
		});
		expect(added.status).toBe(303);
		expect((await now(other)).venue?.name).toBe("Marsh Home Education");
		expect((await now(other)).venueName).toBe("Marsh Home Education");
	});

	it("shows the queue with its traffic words, finds, filters, pages and exports it", async () => {
		const free = await asked({ preferredDates: [{ date: "2027-03-04", periods: "period 1" }] });
		const words = wordsOf(await coordinator.get(`/requests/${free.reference}`));
		expect(words).toContain("Thursday 4 March 2027, period 1 Free");
		const lonely = await aTeamThatCanBook(world.database);
		const nobody = await asked({
			venue: lonely.venue.urn,
			programmes: [lonely.programme.slug],
			preferredDates: [{ date: "2027-03-04" }],
		});
		for (const person of lonely.facilitators) {
			await world.database.client.qualification.updateMany({
				where: { personId: person.id },
				data: { until: "2027-03-03" },
			});
		}
		const found = await coordinator.get(`/requests?q=${nobody.reference.toLowerCase()}`);
		expect(rowsOf(found)).toHaveLength(1);
		expect(rowsOf(found)[0]?.join(" ")).toContain("Nobody");
		for (const query of [
			"sort=notice",
			"sort=priority",
			"part=ended",
			`programme=${lonely.programme.id}`,
		]) {
			expect((await coordinator.get(`/requests?${query}`)).status).toBe(200);
		}
		const odd = "/requests?part=__proto__&page=-1&sort=%27&programme=%27%3B&district=x&q=%25_";
		expect((await coordinator.get(odd)).status).toBe(200);
		const file = await coordinator.get(`/requests.csv?programme=${lonely.programme.id}`);
		expect(file.text.split("\n")[1]).toMatch(
			new RegExp(`^${nobody.reference},.*2027-03-04 nobody`),
		);
		expect(file.text).not.toContain(nobody.contactEmail);
		const home = wordsOf(await coordinator.get("/"));
		expect(home).toContain("Requests to answer, oldest first");
		const manager = await site.signedIn("manager");
		expect((await manager.get("/requests")).status).toBe(403);
		expect((await coordinator.get("/requests/REQ-2026-9999")).status).toBe(404);
		expect((await coordinator.get("/requests/%27")).status).toBe(404);
	});

	it("goes through the API by the form's own schema, and tells nobody what is unconfirmed", async () => {
		const user = await site.user("coordinator");
		const { token } = await createApiToken(world.context(), user.userId, { name: "T", days: 30 });
		const call = async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
			const response = await fetch(`${site.url}/api/v1${path}`, {
				method: body === undefined ? "GET" : "POST",
				headers: {
					authorization: `Bearer ${token}`,
					...(body !== undefined && { "content-type": "application/json" }),
					...headers,
				},
				...(body !== undefined && { body: JSON.stringify(body) }),
			});
			return { status: response.status, body: await response.json() };
		};
		const body = anAskBody(
			{ venue: team.venue.urn ?? "", programme: team.programme.slug },
			{ contactEmail: "api@school.test" },
		);
		const key = { "idempotency-key": "request-1" };
		const made = await call("/requests", body, key);
		expect(made).toMatchObject({
			status: 201,
			body: { status: "waiting", version: 1, venue: { id: team.venue.id } },
		});
		expect((await call("/requests", body, key)).body.reference).toBe(made.body.reference);
		const wrong = await call("/requests", {
			...body,
			...{ venue: "none-such", programmes: [7], preferredDates: [{ date: "2020-01-01" }] },
		});
		expect([wrong.status, wrong.body.code]).toEqual([422, "invalid_input"]);
		const unknown = await call("/requests", { ...body, programmes: ["none-such"] });
		expect(unknown.body.errors).toEqual([expect.objectContaining({ field: "programmes" })]);
		const seen: string[] = [];
		for (let cursor = ""; ; ) {
			const page = await call(`/requests?limit=3${cursor && `&cursor=${cursor}`}`);
			seen.push(...page.body.items.map(({ reference }: { reference: string }) => reference));
			if (page.body.nextCursor === null) break;
			cursor = page.body.nextCursor;
		}
		const all = await world.database.client.request.findMany({
			where: { status: { not: "unconfirmed" } },
			orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
		});
		expect(seen).toEqual(all.map(({ reference }) => reference));
		expect((await call("/requests?status=unconfirmed")).status).toBe(422);
		expect((await call("/requests?cursor=what")).status).toBe(422);
	});

	it("forgets who asked when they have been kept long enough, and keeps what was asked", async () => {
		const request = await asked({ notes: "Ask for Perpetua", contactName: "Perpetua Quill" });
		await post(request, "decline", { reason: "other", words: "Sorry, Perpetua" });
		const later = world.context({ now: new Date("2030-01-01T09:00:00Z") });
		const dry = await runRetention(later, { months: 12, dryRun: true });
		const { requests } = await runRetention(later, { months: 12, dryRun: false });
		expect([dry.requests, requests > 0]).toEqual([requests, true]);
		const kept = await now(request);
		expect(kept).toMatchObject({ status: "declined", venueId: team.venue.id, groups: 1 });
		expect(JSON.stringify(kept)).not.toMatch(/Perpetua|quill|head-\d/i);
		expect((await runRetention(later, { months: 12, dryRun: false })).requests).toBe(0);
	});

	it("goes only the ways there are, whoever writes, and is not deleted once confirmed", async () => {
		const { client } = world.database;
		const whole = {
			decidedAt: testNow,
			declineReason: "other",
			offeredDate: "2027-02-04",
			venueId: team.venue.id,
		};
		const ends = ["accepted", "declined", "withdrawn"];
		const columns = (status: string) => ({
			status,
			...whole,
			confirmedAt: status === "unconfirmed" ? null : testNow,
			decidedAt: ends.includes(status) ? testNow : null,
			declineReason: status === "declined" ? "other" : null,
		});
		const {
			programmes: _p,
			yearGroups: _y,
			dates: _d,
			sessions: _s,
			venue: _v,
			...row
		} = await asked();
		for (const from of requestStatuses) {
			for (const to of requestStatuses) {
				const id = `${from}-${to}`;
				await client.request.create({
					data: { ...row, ...columns(from), id, reference: id, once: id },
				});
				const moved = await client.request.update({ where: { id }, data: columns(to) }).then(
					() => true,
					// why its account: Prisma calls a trigger's refusal a broken foreign key on SQLite.
					(error) => !JSON.stringify([String(error), error.meta]).includes("request_transition"),
				);
				expect(`${id}: ${moved}`).toBe(`${id}: ${from === to || canBecome(from, to)}`);
				const kept = await client.request.delete({ where: { id } }).then(
					() => false,
					() => true,
				);
				expect(kept).toBe((moved ? to : from) !== "unconfirmed");
			}
		}
		await expect(
			client.request.update({
				where: { id: row.id },
				data: { status: "declined", decidedAt: testNow },
			}),
		).rejects.toThrow(/Request_declined/);
	});
});
