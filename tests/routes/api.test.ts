import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApiToken } from "#app/commands/create-api-token.ts";
import type { Role } from "#app/domain/access/permissions.ts";
import {
	aBooking,
	aTeamThatCanBook,
	type TeamThatCanBook,
} from "#tests/factories/a-team-that-can-book.ts";
import { describeOnBothEngines, testNow } from "#tests/setup/databases.ts";
import { openSite, type Site } from "#tests/setup/site.ts";

interface Reply {
	status: number;
	type: string | null;
	// biome-ignore lint/suspicious/noExplicitAny: whatever JSON the API answered
	body: any;
}

describeOnBothEngines("the API", (world) => {
	let site: Site;
	let team: TeamThatCanBook;
	let coordinator: string;

	beforeAll(async () => {
		site = await openSite(world.database);
		team = await aTeamThatCanBook(world.database);
		coordinator = await tokenOf("coordinator");
	});
	afterAll(() => site.close());

	async function tokenOf(role: Role, days = 30): Promise<string> {
		const user = await site.user(role);
		const made = await createApiToken(world.context(), user.userId, { name: "Test", days });
		return made.token;
	}

	async function call(
		path: string,
		options: {
			token?: string;
			method?: string;
			body?: unknown;
			raw?: string;
			headers?: Record<string, string>;
		} = {},
	): Promise<Reply> {
		const { token = coordinator, body, raw, headers = {} } = options;
		const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
		const response = await fetch(`${site.url}/api/v1${path}`, {
			method: options.method ?? (sent === undefined ? "GET" : "POST"),
			headers: {
				authorization: `Bearer ${token}`,
				...(sent !== undefined && { "content-type": "application/json" }),
				...headers,
			},
			...(sent !== undefined && { body: sent }),
		});
		const text = await response.text();
		const isJson = response.headers.get("content-type")?.includes("json");
		return {
			status: response.status,
			type: response.headers.get("content-type"),
			body: isJson ? JSON.parse(text) : text,
		};
	}

	const sessions = () => world.database.client.session.count();

	/** Another day for each test, so that they do not meet. */
	let day = 0;
	function booking(overrides: Record<string, unknown> = {}) {
		day += 1;
		const date = new Date(Date.UTC(2027, 1, day)).toISOString().slice(0, 10);
		return aBooking(team, { startsAt: `${date}T09:00`, ...overrides });
	}

	it("carries a session through its whole life", async () => {
		const booked = await call("/sessions", {
			body: booking({ provisional: true, startsAt: "2027-01-14T09:00", room: "Hall" }),
		});
		expect(booked.status).toBe(201);
		expect(booked.body).toMatchObject({
			status: "provisional",
			version: 1,
			startsAt: "2027-01-14T09:00",
			endsAt: "2027-01-14T10:00",
			startsAtUtc: "2027-01-14T09:00:00.000Z",
			room: "Hall",
			yearGroups: ["Y8"],
			warnings: [],
		});
		const at = `/sessions/${booked.body.reference}`;
		expect((await call(at)).body).toMatchObject({
			reference: booked.body.reference,
			closeOut: null,
		});
		expect((await call(`${at}/confirm`, { body: { version: 1 } })).body).toMatchObject({
			status: "confirmed",
			version: 2,
		});
		const moved = await call(`${at}/move`, {
			body: { startsAt: "2027-06-14T09:00", durationMinutes: 45 },
		});
		expect(moved.body).toMatchObject({
			startsAtUtc: "2027-06-14T08:00:00.000Z",
			endsAt: "2027-06-14T09:45",
			room: "Hall",
		});
		expect(
			await call(`${at}/close-out`, {
				body: {
					outcome: "delivered",
					headcounts: [{ yearGroup: "Y8", youngPeople: 28 }],
					adults: 1,
					counted: "counted",
				},
			}),
		).toMatchObject({ status: 409, body: { code: "not_started" } });
		site.setClock(new Date("2027-06-14T08:30:00Z"));
		const late = await tokenOf("administrator", 365);
		const closed = await call(`${at}/close-out`, {
			token: late,
			body: {
				outcome: "delivered",
				headcounts: [{ yearGroup: "Y8", youngPeople: 28 }],
				adults: 1,
				counted: "counted",
			},
		});
		site.setClock(testNow);
		expect(closed.body).toMatchObject({
			status: "delivered",
			closeOut: { youngPeople: 28, adults: 1 },
		});
		expect(
			await call(`${at}/cancel`, { body: { cancelledBy: "us", reason: "Too late" } }),
		).toMatchObject({ status: 409, body: { code: "illegal_transition" } });
	});

	it("gives one of fifty simultaneous bookings of one facilitator, and tells the others who is busy", async () => {
		const body = booking();
		const before = await sessions();
		const replies = await Promise.all(
			Array.from({ length: 50 }, (_, at) =>
				call("/sessions", {
					body: {
						...body,
						startsAt: body.startsAt.replace("09:00", `09:${String(at).padStart(2, "0")}`),
					},
				}),
			),
		);
		expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
		const refused = replies.filter(({ status }) => status === 409);
		expect(refused).toHaveLength(49);
		const reference = replies.find(({ status }) => status === 201)?.body.reference;
		for (const { body: problem, type } of refused) {
			expect(type).toBe("application/problem+json");
			expect(problem).toMatchObject({ status: 409, code: "facilitator_busy" });
			expect(problem.conflicts).toMatchObject([{ kind: "facilitator", reference }]);
		}
		expect(await sessions()).toBe(before + 1);
	});

	it("answers a repeated key with the first answer, twenty at once too", async () => {
		const body = booking();
		const before = await sessions();
		const headers = { "idempotency-key": "twenty-at-once" };
		const replies = await Promise.all(
			Array.from({ length: 20 }, () => call("/sessions", { body, headers })),
		);
		expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
		expect(new Set(replies.map((reply) => JSON.stringify(reply.body))).size).toBe(1);
		expect(await sessions()).toBe(before + 1);
		const other = await call("/sessions", { body: booking(), headers });
		expect(other).toMatchObject({ status: 409, body: { code: "idempotency_key_reused" } });
		const somebodyElse = await call("/sessions", {
			body: booking(),
			headers,
			token: await tokenOf("coordinator"),
		});
		expect(somebodyElse.status).toBe(201);
	});

	it("refuses tokens that are missing, forged, expired, ended or of a disabled account", async () => {
		const refused = async (token: string) => {
			const { status, body } = await call("/programmes", { token });
			expect({ status, code: body.code }).toEqual({ status: 401, code: "unauthorized" });
		};
		await refused("");
		await refused(`${coordinator.slice(0, -1)}${coordinator.endsWith("A") ? "B" : "A"}`);
		const user = await site.user("coordinator");
		const { token } = await createApiToken(world.context(), user.userId, {
			name: "Short",
			days: 30,
		});
		expect((await call("/programmes", { token })).status).toBe(200);
		site.setClock(new Date(testNow.getTime() + 30 * 86_400_000));
		await refused(token);
		site.setClock(testNow);
		await world.database.client.user.update({
			where: { id: user.userId },
			data: { disabledAt: testNow },
		});
		await refused(token);
		await world.database.client.user.update({
			where: { id: user.userId },
			data: { disabledAt: null },
		});
		await world.database.client.apiToken.updateMany({
			where: { userId: user.userId },
			data: { revokedAt: testNow },
		});
		await refused(token);
	});

	it("lets a token do what its owner may, and no more", async () => {
		const manager = await tokenOf("manager");
		expect((await call("/sessions", { token: manager })).status).toBe(200);
		expect(await call("/sessions", { token: manager, body: booking() })).toMatchObject({
			status: 403,
			body: { code: "forbidden" },
		});
	});

	it("pages through sessions without losing or repeating one", async () => {
		const all = (await call("/sessions?limit=200")).body.items.map(
			(one: { reference: string }) => one.reference,
		);
		const paged: string[] = [];
		let cursor: string | null = null;
		do {
			const page: Reply = await call(`/sessions?limit=2${cursor ? `&cursor=${cursor}` : ""}`);
			paged.push(...page.body.items.map((one: { reference: string }) => one.reference));
			cursor = page.body.nextCursor;
		} while (cursor);
		expect(paged).toEqual(all);
		expect(new Set(all).size).toBe(await sessions());
	});

	it.each([
		["a body that is no JSON", { raw: "{" }, 400, "malformed_json"],
		[
			"another content type",
			{ raw: "a=b", headers: { "content-type": "text/plain" } },
			415,
			"unsupported_media_type",
		],
		["nothing", { body: {} }, 422, "invalid_input"],
		["a list", { body: [] }, 422, "invalid_input"],
		["too much", { raw: " ".repeat(300_000) }, 413, "body_too_large"],
	] as const)("refuses %s", async (_name, options, status, code) => {
		expect(await call("/sessions", { ...options })).toMatchObject({
			status,
			body: { status, code },
		});
	});

	it("refuses times that do not exist, unknown references, filters and methods by their codes", async () => {
		const hour = await call("/sessions", { body: booking({ startsAt: "2027-03-28T01:30" }) });
		expect(hour).toMatchObject({
			status: 422,
			body: { code: "nonexistent_local_time", errors: [{ field: "startsAt" }] },
		});
		expect(await call("/sessions", { body: booking({ venue: "nowhere" }) })).toMatchObject({
			status: 422,
			body: { code: "invalid_input", errors: [{ field: "venue" }] },
		});
		expect(await call("/sessions/JET-1999-0001")).toMatchObject({
			status: 404,
			body: { code: "not_found" },
		});
		expect(await call("/nothing-here")).toMatchObject({ status: 404, body: { code: "not_found" } });
		expect(await call("/sessions?colour=blue")).toMatchObject({
			status: 422,
			body: { code: "invalid_input" },
		});
		expect(await call("/sessions?limit=0")).toMatchObject({
			status: 422,
			body: { code: "invalid_input" },
		});
		expect(await call("/sessions?cursor=%25")).toMatchObject({
			status: 422,
			body: { code: "invalid_input" },
		});
		expect(await call("/people", { body: {} })).toMatchObject({
			status: 405,
			body: { code: "method_not_allowed" },
		});
	});

	it("survives ten thousand malformed bodies, most of them on SQLite, without a failure or a change", {
		timeout: 120_000,
	}, async () => {
		const before = await sessions();
		// why two that do not exist: whatever one value is changed to, the booking stays impossible.
		const base = booking({ venue: "nowhere", team: "nobody" });
		const fields = Object.keys(base);
		const odd = fc.oneof(
			fc.jsonValue(),
			fc.string({ unit: "binary", maxLength: 40 }),
			fc.constantFrom(
				"\u0000",
				"\ud800",
				"x".repeat(10_000),
				-1,
				Number.MAX_VALUE,
				[],
				{},
				null,
				"2027-02-30T09:00",
			),
		);
		const body = fc.oneof(
			fc.jsonValue().map((value) => JSON.stringify(value)),
			fc.string({ maxLength: 60 }),
			fc
				.tuple(fc.constantFrom(...fields), odd)
				.map(([field, value]) => JSON.stringify({ ...base, [field]: value })),
		);
		// why fewer on PostgreSQL: nearly all are refused before either engine is asked.
		const numRuns = world.engine === "sqlite" ? 9_000 : 1_000;
		const bodies = fc.sample(body, { numRuns, seed: 20_270_114 });
		site.app.limits.apiByUser.points = 100_000;
		for (let at = 0; at < bodies.length; at += 50) {
			const replies = await Promise.all(
				bodies.slice(at, at + 50).map((raw) => call("/sessions", { raw })),
			);
			for (const { status } of replies) expect([400, 422]).toContain(status);
		}
		expect(await sessions()).toBe(before);
		expect(site.logged).toEqual([]);
	});

	it("describes itself", async () => {
		const { status, body } = await call("/openapi.json", { token: "" });
		expect(status).toBe(200);
		expect(body.openapi).toBe("3.1.0");
		expect(Object.keys(body.paths)).toContain("/sessions/{ref}/close-out");
		const pointers = JSON.stringify(body).matchAll(/"#\/components\/schemas\/(\w+)"/g);
		for (const [, name] of pointers) expect(Object.keys(body.components.schemas)).toContain(name);
	});
});
