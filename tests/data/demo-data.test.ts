import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#app/data/database.ts";
import { seedDemo } from "#prisma/seed.ts";
import { engines, type OwnDatabase, ownDatabase, testContext } from "#tests/setup/databases.ts";
import { sessionContent } from "#tests/setup/session-content.ts";

/** A Wednesday in term, early and late: the engines are filled at different hours of one day. */
const hours = {
	sqlite: new Date("2026-11-25T00:20:00Z"),
	postgresql: new Date("2026-11-25T21:40:00Z"),
};
const evening = "2026-11-25T23:00:00Z";

const own: OwnDatabase[] = [];
const opened = new Map<string, Database>();

function databaseOf(engine: string): Database {
	const database = opened.get(engine);
	if (!database) throw new Error(`${engine} was not filled`);
	return database;
}

beforeAll(async () => {
	for (const engine of engines) {
		const empty = await ownDatabase(engine);
		own.push(empty);
		const database = openDatabase(empty.url);
		opened.set(engine, database);
		const { deployment } = testContext(database);
		const outcome = await seedDemo(database, { now: hours[engine], deployment });
		expect(outcome).toEqual({ ok: true });
	}
}, 240_000);

afterAll(async () => {
	for (const database of opened.values()) await database.close();
	for (const one of own) await one.remove();
});

/** Closed to all Essex schools, by the council's calendars and the bank holidays of England. */
const holidays = [
	["2024-01-01", "2024-01-05"],
	["2024-02-19", "2024-02-23"],
	["2024-03-29", "2024-04-12"],
	["2024-05-06", "2024-05-06"],
	["2024-05-27", "2024-05-31"],
	["2024-07-24", "2024-08-31"],
	["2024-10-28", "2024-11-01"],
	["2024-12-23", "2025-01-03"],
	["2025-02-17", "2025-02-21"],
	["2025-04-07", "2025-04-21"],
	["2025-05-05", "2025-05-05"],
	["2025-05-26", "2025-05-30"],
	["2025-07-23", "2025-08-31"],
	["2025-10-27", "2025-10-31"],
	["2025-12-22", "2026-01-02"],
	["2026-02-16", "2026-02-20"],
	["2026-03-30", "2026-04-10"],
	["2026-05-04", "2026-05-04"],
	["2026-05-25", "2026-05-29"],
	["2026-07-22", "2026-08-31"],
	["2026-10-26", "2026-10-30"],
	["2026-12-21", "2027-01-01"],
	["2027-02-15", "2027-02-19"],
] as const;

/** By Intl, which the demo data itself does not use. */
const london = new Intl.DateTimeFormat("en-GB", {
	timeZone: "Europe/London",
	weekday: "short",
	year: "numeric",
	month: "2-digit",
	day: "2-digit",
	hour: "2-digit",
	minute: "2-digit",
	hourCycle: "h23",
});

function clockOf(instant: Date) {
	const parts = Object.fromEntries(
		london.formatToParts(instant).map(({ type, value }) => [type, value]),
	);
	const { weekday = "", year, month, day, hour, minute } = parts;
	return { weekday, date: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}

type Numbers = Record<string, unknown>;

function asNumbers(rows: Numbers[]) {
	return rows.map((row) =>
		Object.fromEntries(
			Object.entries(row).map(([key, value]) => [
				key,
				typeof value === "string" && !/^\d+$/.test(value) ? value : Number(value),
			]),
		),
	);
}

describe.each(engines)("the demo data (%s)", (engine) => {
	it("has delivered in 2024 exactly what was published", async () => {
		const rows = await databaseOf(engine).client.$queryRaw<Numbers[]>`
			SELECT team."prefix" AS team, theme."name" AS theme, COUNT(DISTINCT s."id") AS sessions,
				SUM(h."youngPeople") AS young
			FROM "Session" s
			JOIN "Team" team ON team."id" = s."teamId"
			JOIN "Programme" p ON p."id" = s."programmeId"
			JOIN "Theme" theme ON theme."id" = p."themeId"
			JOIN "CloseOut" c ON c."sessionId" = s."id"
			JOIN "Headcount" h ON h."closeOutId" = c."id"
			WHERE s."status" = 'delivered' AND s."localDate" LIKE '2024-%'
			GROUP BY team."prefix", theme."name" ORDER BY team."prefix", theme."name"`;
		expect(asNumbers(rows)).toEqual([
			{ team: "JET", theme: "Gangs and county lines", sessions: 84, young: 4316 },
			{ team: "JET", theme: "Knife crime", sessions: 218, young: 9827 },
			{ team: "PPP", theme: "Prepare, prevent, protect", sessions: 36, young: expect.any(Number) },
		]);
	});

	it("has reached 3,214 people in 36 sessions of PPP in 2024, adults among them", async () => {
		const rows = await databaseOf(engine).client.$queryRaw<Numbers[]>`
			SELECT COUNT(*) AS sessions, SUM(c."youngPeople" + c."adults") AS people
			FROM "Session" s
			JOIN "CloseOut" c ON c."sessionId" = s."id"
			JOIN "Team" team ON team."id" = s."teamId"
			WHERE team."name" LIKE 'PPP%' AND c."current" AND c."outcome" = 'delivered'
				AND s."localDate" BETWEEN '2024-01-01' AND '2024-12-31'`;
		expect(asNumbers(rows)).toEqual([{ sessions: 36, people: 3214 }]);
	});

	it("counts each close-out as the sum of its year groups", async () => {
		const rows = await databaseOf(engine).client.$queryRaw<Numbers[]>`
			SELECT c."id" FROM "CloseOut" c
			LEFT JOIN "Headcount" h ON h."closeOutId" = c."id"
			GROUP BY c."id", c."youngPeople"
			HAVING COALESCE(SUM(h."youngPeople"), 0) <> c."youngPeople"`;
		expect(rows).toEqual([]);
	});

	it("has nobody and no room in two places", async () => {
		const { client } = databaseOf(engine);
		const people = await client.$queryRaw<Numbers[]>`
			SELECT a."id" FROM "Assignment" a
			JOIN "Session" s ON s."id" = a."sessionId"
			JOIN "Assignment" b ON b."personId" = a."personId" AND b."sessionId" <> a."sessionId"
			JOIN "Session" t ON t."id" = b."sessionId"
			WHERE s."startsAt" < t."endsAt" AND t."startsAt" < s."endsAt"
				AND s."status" <> 'cancelled' AND t."status" <> 'cancelled'`;
		const rooms = await client.$queryRaw<Numbers[]>`
			SELECT s."id" FROM "Session" s
			JOIN "Session" t ON t."venueId" = s."venueId" AND t."room" = s."room" AND t."id" <> s."id"
			WHERE s."startsAt" < t."endsAt" AND t."startsAt" < s."endsAt"
				AND s."status" <> 'cancelled' AND t."status" <> 'cancelled'`;
		expect([people, rooms]).toEqual([[], []]);
	});

	it("is at schools on their days and in their hours", async () => {
		const sessions = await databaseOf(engine).client.session.findMany({
			where: { venue: { urn: { not: null } } },
			select: { reference: true, startsAt: true, endsAt: true, localDate: true },
		});
		const wrong = sessions.filter(({ startsAt, endsAt, localDate }) => {
			const start = clockOf(startsAt);
			const end = clockOf(endsAt);
			const closed = holidays.some(([from, to]) => from <= start.date && start.date <= to);
			return (
				closed ||
				["Sat", "Sun"].includes(start.weekday) ||
				start.date !== localDate ||
				end.date !== start.date ||
				start.time < "08:40" ||
				end.time > "15:30"
			);
		});
		expect(sessions.length).toBeGreaterThan(1000);
		expect(wrong).toEqual([]);
	});

	it("gives everybody something to do on the day", async () => {
		const { client } = databaseOf(engine);
		const facilitator = { person: { user: { email: "facilitator@termtime.test" } } };
		const [own, waiting, ownWaiting, provisional, cancelled, failed, held, declined] =
			await Promise.all([
				client.session.count({
					where: { localDate: "2026-11-25", assignments: { some: facilitator } },
				}),
				client.session.count({ where: { status: "confirmed", localDate: { lt: "2026-11-25" } } }),
				client.session.count({
					where: {
						status: "confirmed",
						localDate: { lt: "2026-11-25" },
						assignments: { some: facilitator },
					},
				}),
				client.session.count({ where: { status: "provisional" } }),
				client.session.groupBy({ by: ["cancelledBy"], where: { status: "cancelled" } }),
				client.outboxMessage.count({ where: { status: "failed" } }),
				client.outboxMessage.count({ where: { status: "held" } }),
				client.invite.count({ where: { answer: "declined", session: { status: "confirmed" } } }),
			]);
		expect(own).toBeGreaterThanOrEqual(2);
		expect(waiting).toBeGreaterThanOrEqual(5);
		expect(waiting).toBeLessThanOrEqual(30);
		expect(ownWaiting).toBeGreaterThanOrEqual(1);
		expect(provisional).toBeGreaterThanOrEqual(5);
		expect(cancelled.map(({ cancelledBy }) => cancelledBy).sort()).toEqual(["school", "us"]);
		expect([failed, declined]).toEqual([3, 2]);
		expect(held).toBeGreaterThanOrEqual(1);
	});

	it("has nothing done later than the day before, and writes to nobody real", async () => {
		const { client } = databaseOf(engine);
		const midnight = new Date("2026-11-25T00:00:00Z");
		const [done, messages, addresses] = await Promise.all([
			client.historyEntry.count({ where: { at: { gte: midnight } } }),
			client.outboxMessage.count({ where: { createdAt: { gte: midnight } } }),
			client.outboxMessage.groupBy({ by: ["toAddress"] }),
		]);
		expect([done, messages]).toEqual([0, 0]);
		expect(addresses.filter(({ toAddress }) => !toAddress.endsWith(".test"))).toEqual([]);
	});

	it("fills nothing twice, and nothing that is in use", async () => {
		const database = databaseOf(engine);
		const { deployment } = testContext(database);
		const again = () => seedDemo(database, { now: new Date(evening), deployment });
		expect(await again()).toEqual({ ok: false, reason: "already_demo" });
		await database.client.setting.delete({ where: { key: "demo" } });
		expect(await again()).toEqual({ ok: false, reason: "not_empty" });
	});
});

it("is the same whatever the hour and the engine", async () => {
	const [one, other] = await Promise.all(
		engines.map((engine) => sessionContent(databaseOf(engine))),
	);
	expect(one).toHaveLength(other?.length ?? 0);
	expect(
		one?.filter((session, at) => JSON.stringify(session) !== JSON.stringify(other?.[at])),
	).toEqual([]);
});
