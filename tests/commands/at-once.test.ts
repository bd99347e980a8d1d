import { beforeEach, describe, expect, it } from "vitest";
import type { ChangeTarget } from "#app/commands/change-session.ts";
import type { SessionOutcome } from "#app/commands/session-outcome.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import {
	aScene,
	delivered,
	duringSession,
	everythingWritten,
	notDelivered,
	type Scene,
	saved,
} from "./session-scene.ts";

const free = { needReasons: false };

type Verb = (scene: Scene, target: ChangeTarget) => Promise<SessionOutcome>;

/** Every verb of a session that is under way, and how history calls it. */
const verbs: [string, Verb][] = [
	["Moved", (scene, target) => scene.move(target, { startsAt: "2027-01-15T09:00" }, free)],
	["Edited", (scene, target) => scene.edit(target, { expectedYoungPeople: 31 }, free)],
	[
		"Changed people",
		(scene, target) => {
			const facilitators = [scene.team.facilitators[1].id];
			return scene.people(target, { facilitators, contacts: [] }, free);
		},
	],
	["Cancelled by us", (scene, target) => scene.cancel(target)],
	["Closed out: delivered", (scene, target) => scene.closeOut(target, delivered)],
];

const wonBy = (outcomes: readonly SessionOutcome[]) => outcomes.filter(({ ok }) => ok);

describeOnBothEngines("a change to a session", (world) => {
	let scene: Scene;
	beforeEach(async () => {
		scene = (await aScene(world)).at(duringSession);
	});

	describe.each([
		...verbs,
		["Confirmed", (one, target) => one.confirm(target)],
		["Corrected the close-out", (one, target) => one.correct(target, delivered)],
	] satisfies [string, Verb][])("%s", (_what, verb) => {
		it("is refused of what somebody else has changed, and says what that was", async () => {
			const booked = saved(await scene.book({}, free));
			const maria = scene.as({ userId: "user-maria", name: "Maria Marsh" });
			const edited = saved(await maria.edit(booked, { expectedYoungPeople: 50 }, free));
			const moved = saved(await scene.move(edited, { startsAt: "2027-01-14T09:15" }, free));
			const before = await everythingWritten(world);
			expect(await verb(scene, booked)).toMatchObject({
				ok: false,
				reason: "stale_version",
				session: { reference: booked.reference, version: 3, expectedYoungPeople: 50 },
				since: [{ what: "Moved" }, { what: "Edited", actorName: "Maria Marsh" }],
			});
			expect(await verb(scene, edited)).toMatchObject({
				reason: "stale_version",
				since: [{ what: "Moved", changes: [{ label: "Time" }] }],
			});
			expect(await verb(scene, { ...moved, version: 99 })).toMatchObject({
				reason: "stale_version",
			});
			expect(await everythingWritten(world)).toEqual(before);
		});

		it("is refused of a session that nobody knows", async () => {
			const before = await everythingWritten(world);
			expect(await verb(scene, { reference: "JET-2026-9999", version: 1 })).toEqual({
				ok: false,
				reason: "not_found",
			});
			expect(await everythingWritten(world)).toEqual(before);
		});
	});

	it("wins alone when every verb comes twice at once, and the others are told of it", async () => {
		const booked = saved(await scene.book({}, free));
		const all = [...verbs, ...verbs.toReversed()];
		const outcomes = await Promise.all(all.map(([, verb]) => verb(scene, booked)));
		const winner = outcomes.findIndex(({ ok }) => ok);
		expect(wonBy(outcomes)).toHaveLength(1);
		for (const [at, outcome] of outcomes.entries()) {
			if (at === winner) continue;
			expect(outcome).toMatchObject({
				ok: false,
				reason: "stale_version",
				session: { version: 2 },
				since: [{ what: all[winner]?.[0] }],
			});
		}
		const history = await scene.history(booked.reference);
		expect(history.map(({ what }) => what)).toEqual([all[winner]?.[0], "Booked"]);
	});

	it("wins alone among a dozen moves, and its calendars are told once", async () => {
		const booked = saved(await scene.book({}, free));
		const outcomes = await Promise.all(
			Array.from({ length: 12 }, (_, nth) =>
				scene.move(booked, { startsAt: `2027-02-${15 + nth}T09:00` }, free),
			),
		);
		expect(wonBy(outcomes)).toHaveLength(1);
		expect(await scene.read(booked.reference)).toMatchObject({ version: 2, sequence: 1 });
		const messages = await scene.owed(booked.reference, 2);
		expect(messages.map(({ sequence }) => sequence)).toEqual([1, 1]);
		const { startsAt } = await scene.read(booked.reference);
		expect(messages.map(({ event }) => event.startsAt)).toEqual([
			startsAt.toISOString(),
			startsAt.toISOString(),
		]);
	});

	it("wins alone among corrections, of which each leaves one revision", async () => {
		const booked = saved(await scene.book({}, free));
		const closed = saved(await scene.closeOut(booked, notDelivered));
		const outcomes = await Promise.all([1, 2, 3, 4].map(() => scene.correct(closed, delivered)));
		expect(wonBy(outcomes)).toHaveLength(1);
		const { id } = await scene.read(booked.reference);
		const rows = await world.database.client.closeOut.findMany({
			where: { sessionId: id },
			orderBy: { revision: "asc" },
		});
		expect(rows.map(({ revision, current }) => ({ revision, current }))).toEqual([
			{ revision: 1, current: false },
			{ revision: 2, current: true },
		]);
	});
});

describeOnBothEngines("many at once", (world) => {
	let scene: Scene;
	beforeEach(async () => {
		scene = await aScene(world);
	});

	it("book one facilitator: one has them, and 49 are told who has and for what", async () => {
		const { team } = scene;
		const before = await everythingWritten(world);
		const outcomes = await Promise.all(
			Array.from({ length: 50 }, (_, nth) =>
				scene.book({ startsAt: `2027-01-14T09:${String(nth).padStart(2, "0")}` }),
			),
		);
		const [winner] = wonBy(outcomes).map((outcome) => saved(outcome));
		expect(wonBy(outcomes)).toHaveLength(1);
		const session = await scene.read(winner?.reference ?? "");
		for (const outcome of outcomes.filter(({ ok }) => !ok)) {
			expect(outcome).toEqual({
				ok: false,
				reason: "facilitator_busy",
				occupations: [
					{
						kind: "facilitator",
						who: team.facilitators[0].name,
						personId: team.facilitators[0].id,
						reference: session.reference,
						programmeName: team.programme.name,
						venueName: team.venue.name,
						startsAt: session.startsAt,
						endsAt: session.endsAt,
					},
				],
			});
		}
		const after = await everythingWritten(world);
		expect(after.sessions).toHaveLength(before.sessions.length + 1);
		expect(after.assignments).toHaveLength(before.assignments.length + 1);
		expect(after.invites).toHaveLength(before.invites.length + 2);
		expect(after.messages).toHaveLength(before.messages.length + 2);
		expect(after.history).toHaveLength(before.history.length + 1);
		// The refused ones used up no number.
		const next = await scene.booked({ startsAt: "2027-01-15T09:00", yearGroups: ["Y9"] });
		expect(Number(next.reference.slice(-4))).toBe(Number(session.reference.slice(-4)) + 1);
	});

	it("book different hours: each gets a reference of its own, with none left out", async () => {
		const outcomes = await Promise.all(
			Array.from({ length: 40 }, (_, nth) => {
				const day = String(1 + Math.floor(nth / 8)).padStart(2, "0");
				const hour = String(8 + (nth % 8)).padStart(2, "0");
				return scene.book({ startsAt: `2027-02-${day}T${hour}:00` }, free);
			}),
		);
		const numbers = outcomes
			.map((outcome) => Number(saved(outcome).reference.slice(-4)))
			.sort((one, other) => one - other);
		const [first = 0] = numbers;
		expect(numbers).toEqual(Array.from({ length: 40 }, (_, nth) => first + nth));
	});

	it("move into one free hour: one gets it, and the others are told of it", async () => {
		const hours = ["08:00", "09:00", "10:00", "11:00", "12:00", "13:00"];
		const booked = [];
		for (const hour of hours) booked.push(await scene.booked({ startsAt: `2027-01-14T${hour}` }));
		const outcomes = await Promise.all(
			booked.map((target) => scene.move(target, { startsAt: "2027-01-14T15:30" })),
		);
		const [winner] = wonBy(outcomes).map((outcome) => saved(outcome));
		expect(wonBy(outcomes)).toHaveLength(1);
		for (const outcome of outcomes.filter(({ ok }) => !ok)) {
			expect(outcome).toMatchObject({
				reason: "facilitator_busy",
				occupations: [{ reference: winner?.reference }],
			});
		}
	});

	it("take the same two people in either order: one gets them", async () => {
		const [one = "", two = ""] = scene.team.facilitators.map(({ id }) => id);
		const booked = [];
		for (let nth = 0; nth < 8; nth += 1) {
			booked.push(saved(await scene.book({ facilitators: [], contacts: [] }, free)));
		}
		const outcomes = await Promise.all(
			booked.map((target, nth) => {
				const facilitators = nth % 2 === 0 ? [one, two] : [two, one];
				return scene.people(target, { facilitators, contacts: [] });
			}),
		);
		expect(wonBy(outcomes)).toHaveLength(1);
		expect(outcomes.filter((outcome) => "occupations" in outcome)).toHaveLength(7);
	});

	it("change places: both are refused, and stand where they stood", async () => {
		const one = await scene.booked({ startsAt: "2027-01-14T09:00" });
		const two = await scene.booked({ startsAt: "2027-01-14T11:00" });
		const before = await everythingWritten(world);
		const outcomes = await Promise.all([
			scene.move(one, { startsAt: "2027-01-14T11:00" }),
			scene.move(two, { startsAt: "2027-01-14T09:00" }),
		]);
		expect(outcomes).toMatchObject([
			{ ok: false, reason: "facilitator_busy", occupations: [{ reference: two.reference }] },
			{ ok: false, reason: "facilitator_busy", occupations: [{ reference: one.reference }] },
		]);
		expect(await everythingWritten(world)).toEqual(before);
	});
});
