import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeOutSession } from "#app/commands/close-out-session.ts";
import { correctCloseOut } from "#app/commands/correct-close-out.ts";
import { ensureKeptReach, remakeKeptReach } from "#app/data/keep-reach.ts";
import { readLiveReach, readReach } from "#app/data/reach.ts";
import { checkReach } from "#app/data/reach-check.ts";
import { listSessions } from "#app/data/session-list.ts";
import { eachVenueReach, readVenuePage, type VenueReach } from "#app/data/venue-reach.ts";
import { groupings } from "#app/domain/reach/groupings.ts";
import type { CloseOut } from "#app/domain/sessions/close-out.ts";
import type { SessionFilter } from "#app/domain/sessions/session-filter.ts";
import { addDays } from "#app/domain/time.ts";
import {
	aDeliveredSession,
	insertRegister,
	type RandomSession,
	randomSession,
	register,
	replaceSessions,
} from "#tests/factories/random-sessions.ts";
import { describeOnBothEngines, type World } from "#tests/setup/databases.ts";

const chosen = (filter: SessionFilter) => ({ filter, chosen: {}, searchedPeople: [] });
/** After every random session, so that each may be closed out. */
const later = new Date("2028-01-01T09:00:00Z");

function whatCame({ heads, adults, counted }: RandomSession): CloseOut {
	const headcounts = heads.map(([yearGroup, youngPeople]) => ({ yearGroup, youngPeople }));
	return { outcome: "delivered", headcounts, adults, counted, followUps: [], note: "" } as CloseOut;
}

const didNotHappen = { outcome: "not_delivered", reason: "school_closed", note: "" } as CloseOut;

/** Closes a session out, or corrects what is recorded of it. */
async function record(world: World, reference: string, closeOut: CloseOut): Promise<void> {
	const { client } = world.database;
	const { version, status } = await client.session.findUniqueOrThrow({ where: { reference } });
	const context = world.context({ now: later });
	const target = { reference, version };
	const outcome =
		status === "confirmed"
			? await closeOutSession(context, target, closeOut)
			: await correctCloseOut(context, target, { closeOut, reason: "It was miscounted" });
	if (!outcome.ok) throw new Error(`${reference}: ${outcome.reason}`);
}

/** The register as people change it: what was counted before must not move with it. */
async function changeRegister({ database: { client } }: World, turn: number): Promise<void> {
	const [knife, gangs] = register.themes;
	const [police, fire] = register.agencies;
	const theme = turn % 2 === 0 ? gangs : knife;
	await client.programme.updateMany({
		where: { id: "programme-0" },
		data: { themeId: theme?.id ?? "" },
	});
	await client.venue.updateMany({
		where: { id: "venue-0" },
		data: {
			districtCode: turn % 2 === 0 ? null : "E07000067",
			phase: turn % 3 === 0 ? "primary" : "not known",
			kind: turn % 2 === 0 ? "college" : "school",
		},
	});
	const agency = turn % 2 === 0 ? fire : police;
	await client.person.updateMany({
		where: { id: "person-a" },
		data: { agencyId: agency?.id ?? "" },
	});
}

const sorted = <Part extends { key: string }>(parts: readonly Part[]) =>
	[...parts].sort((a, b) => (a.key < b.key ? -1 : 1));

async function expectSame(world: World, filter: SessionFilter) {
	const { client } = world.database;
	const query = { chosen: chosen(filter), now: later };
	const [kept, live] = [
		await readReach(client, query, groupings),
		await readLiveReach(client, query, groupings),
	];
	expect(kept.total).toEqual(live.total);
	expect(kept.venueCount).toBe(live.venueCount);
	for (const by of groupings) {
		expect(sorted(kept.parts.get(by) ?? []), by).toEqual(sorted(live.parts.get(by) ?? []));
	}
	const paged: VenueReach[] = [];
	for await (const venue of eachVenueReach(client, query)) paged.push(venue);
	const parts = paged.map(({ name: _name, code: _code, ...part }) => part);
	expect(sorted(parts)).toEqual(sorted(live.parts.get("venue") ?? []));
	expect(await readVenuePage(client, query, { page: 2, size: 2 })).toEqual(paged.slice(2, 4));
}

const start = "2025-08-20";
const period = fc
	.tuple(fc.integer({ min: 0, max: 520 }), fc.integer({ min: 0, max: 520 }))
	.map(([a, b]) => ({ from: addDays(start, Math.min(a, b)), to: addDays(start, Math.max(a, b)) }));

const act = fc.record({
	session: fc.nat(),
	happened: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
	came: randomSession,
});

describeOnBothEngines("reach that is kept ready", (world) => {
	beforeAll(() => insertRegister(world.database));

	it("is what the sessions say after any close-outs, corrections and changes of the register", async () => {
		const property = fc.asyncProperty(
			fc.array(randomSession, { minLength: 4, maxLength: 12 }),
			fc.array(act, { minLength: 12, maxLength: 24 }),
			fc.array(period, { minLength: 3, maxLength: 3 }),
			async (sessions, acts, periods) => {
				const open = sessions.map((one) => ({ ...one, status: "confirmed" as const }));
				const facts = await replaceSessions(world.database, open);
				for (const [turn, { session, happened, came }] of acts.entries()) {
					const { reference = "" } = facts[session % facts.length] ?? {};
					await record(world, reference, happened ? whatCame(came) : didNotHappen);
					if (turn % 4 === 3) await changeRegister(world, turn);
				}
				expect(await checkReach(world.database.client, 5)).toEqual({ count: 0, differences: [] });
				for (const one of periods) await expectSame(world, one);
				await expectSame(world, { from: "2025-09-01", to: "2026-08-31" });
				await expectSame(world, { from: "2026-01-01", to: "2026-12-31" });
			},
		);
		await fc.assert(property, { numRuns: 2 });
	}, 120_000);

	describe("with two sessions", () => {
		beforeEach(async () => {
			await replaceSessions(world.database, [
				aDeliveredSession(),
				aDeliveredSession({ people: [2], localDate: "2026-10-06", heads: [["Y8", 20]] }),
			]);
		});
		const filter = { from: "2026-10-01", to: "2026-10-31" };
		const read = () =>
			readReach(world.database.client, { chosen: chosen(filter), now: later }, groupings);

		it("stays the same, and so do the lists behind it, when the register changes", async () => {
			const before = await read();
			const listed = async () => {
				const page = { sort: "district", page: 1 } as const;
				const query = { chosen: chosen(filter), now: later, ...page };
				return (await listSessions(world.database.client, query)).sessions;
			};
			const rows = await listed();
			for (const turn of [0, 1, 2]) {
				await changeRegister(world, turn);
				expect(await read()).toEqual(before);
				expect(await listed()).toEqual(rows);
			}
			await remakeKeptReach(world.database);
			expect(await read()).toEqual(before);
		});

		it("cannot be moved by changing what a session was counted under", async () => {
			const { client } = world.database;
			const change = client.$executeRaw`UPDATE "CountedSession" SET "venueType" = 'other'`;
			await expect(change).rejects.toThrow();
			await expect(
				client.$executeRaw`UPDATE "CountedAgency" SET "agencyId" = 'agency-fire'`,
			).rejects.toThrow();
		});

		it("is filled where there is none yet, and not twice", async () => {
			const before = await read();
			await world.database.client.keptReach.deleteMany();
			expect((await read()).total.sessions).toBe(0);
			await Promise.all([ensureKeptReach(world.database), ensureKeptReach(world.database)]);
			expect(await read()).toEqual(before);
		});

		it("is reported by the check, row by row, when anything else wrote it", async () => {
			const { client } = world.database;
			const verify = () =>
				spawnSync(process.execPath, ["--import", "tsx", "scripts/verify-reach.ts"], {
					env: { ...process.env, DATABASE_URL: world.url },
					encoding: "utf8",
				});
			await client.keptReach.updateMany({
				where: { dimension: "counted", first: "m2026-10", last: "m2026-10" },
				data: { youngPeople: { increment: 1 } },
			});
			await client.keptReach.deleteMany({ where: { dimension: "all", first: "y2026" } });
			const stray = { dimension: "team", key: "nobody", first: "d2026-10-05", last: "d2026-10-05" };
			const figures = { sessions: 1, youngPeople: 2, adults: 3, estimated: 4, venues: 0 };
			await client.keptReach.create({ data: { ...stray, ...figures } });
			const { count, differences } = await checkReach(client, 9);
			expect(count).toBe(3);
			expect(differences.map(Object.values)).toEqual([
				["all", "", "y2026", "y2026", [0, 0, 0, 0, 0], [2, 50, 2, 50, 1]],
				["counted", "counted", "m2026-10", "m2026-10", [2, 51, 2, 50, 0], [2, 50, 2, 50, 0]],
				["team", "nobody", "d2026-10-05", "d2026-10-05", [1, 2, 3, 4, 0], [0, 0, 0, 0, 0]],
			]);
			const { status, stdout } = verify();
			expect(status).toBe(1);
			expect(stdout).toContain("FAULT Reach that is kept ready (3)");
			expect(stdout).toContain("counted counted, m2026-10 to m2026-10: 2/51/2/50/0 is kept");
		});
	});

	it("counts each once of sessions that are closed out at the same time in the same place", async () => {
		const count = 8;
		const open = Array.from({ length: count }, (_, at) =>
			aDeliveredSession({ status: "confirmed", programme: at % 3, people: [at % 4] }),
		);
		const facts = await replaceSessions(world.database, open);
		await Promise.all(
			facts.map((fact) =>
				record(world, fact.reference, whatCame({ ...fact, status: "delivered" })),
			),
		);
		await expectSame(world, { from: "2026-10-01", to: "2026-10-31" });
		expect(await checkReach(world.database.client, 5)).toEqual({ count: 0, differences: [] });
		await Promise.all(
			facts.map(({ reference }, at) =>
				at % 2 === 0 ? record(world, reference, didNotHappen) : undefined,
			),
		);
		expect(await checkReach(world.database.client, 5)).toEqual({ count: 0, differences: [] });
	});
});
