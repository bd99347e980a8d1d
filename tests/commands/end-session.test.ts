import { beforeEach, describe, expect, it } from "vitest";
import { readCloseOuts } from "#app/data/close-outs.ts";
import { describeOnBothEngines, testNow, type World } from "#tests/setup/databases.ts";
import {
	aScene,
	delivered,
	duringSession,
	everythingWritten,
	notDelivered,
	type Scene,
	saved,
} from "./session-scene.ts";

/** All revisions of what was recorded, newest first, without keys. */
async function recorded(world: World, scene: Scene, reference: string) {
	const { id } = await scene.read(reference);
	const rows = await readCloseOuts(world.database.client, id);
	return rows.map(({ headcounts, followUps, ...row }) => ({
		...row,
		headcounts: headcounts.map(({ yearGroup, youngPeople }) => [yearGroup, youngPeople]),
		followUps: followUps.map(({ kind, count }) => [kind, count]),
	}));
}

describeOnBothEngines("confirming a session", (world) => {
	it("makes calendars show it as certain, once", async () => {
		const scene = await aScene(world);
		const booked = await scene.booked({ provisional: true });
		const confirmed = saved(await scene.confirm(booked));
		expect(confirmed).toMatchObject({ version: 2, messages: 2 });
		expect(await scene.read(booked.reference)).toMatchObject({
			status: "confirmed",
			occupies: true,
			sequence: 1,
		});
		for (const { says, sequence, event } of await scene.owed(booked.reference, 2)) {
			expect({ says, sequence }).toEqual({ says: "REQUEST updated", sequence: 1 });
			expect(event.status).toBe("CONFIRMED");
		}
		expect((await scene.history(booked.reference))[0]).toMatchObject({
			what: "Confirmed",
			changes: [{ label: "Status", from: "Provisional", to: "Confirmed" }],
		});
		const before = await everythingWritten(world);
		expect(await scene.confirm(confirmed)).toMatchObject({
			ok: false,
			reason: "illegal_transition",
			session: { status: "confirmed" },
		});
		expect(await everythingWritten(world)).toEqual(before);
	});
});

describeOnBothEngines("cancelling a session", (world) => {
	let scene: Scene;
	beforeEach(async () => {
		scene = await aScene(world);
	});

	it.each([
		["us", "Cancelled by us", false],
		["school", "Cancelled by the school", true],
	])("by %s tells everyone and frees people and room", async (by, what, provisional) => {
		const asked = { room: "Hall", provisional };
		const booked = await scene.booked(asked);
		const { uid } = await scene.read(booked.reference);
		const reason = "The hall floods\nwhen it rains";
		const outcome = await scene.cancel(booked, { cancelledBy: by, reason });
		expect(outcome).toMatchObject({ ok: true, version: 2, messages: 2 });
		expect(await scene.read(booked.reference)).toMatchObject({
			status: "cancelled",
			occupies: false,
			cancelledBy: by,
			endReason: reason,
			sequence: 1,
			assignments: [{ occupies: false }],
		});
		for (const message of await scene.owed(booked.reference, 2)) {
			expect(message).toMatchObject({ says: "CANCEL cancelled", sequence: 1, version: 1 });
			expect(message.event).toMatchObject({ uid, sequence: 1, status: "CANCELLED" });
		}
		expect((await scene.history(booked.reference))[0]).toMatchObject({ what, why: reason });
		await scene.booked(asked);
	});

	it("does not tell again whoever was taken off before", async () => {
		const booked = await scene.booked();
		const alone = saved(
			await scene.people(booked, {
				facilitators: [scene.team.facilitators[0].id],
				contacts: [],
			}),
		);
		await scene.cancel(alone);
		const { email } = scene.team.contacts[0];
		const told = (await scene.owed(booked.reference)).filter(({ to }) => to === email);
		expect(told.map(({ says }) => says)).toEqual(["REQUEST invited", "CANCEL removed"]);
	});
});

describeOnBothEngines("closing out a session", (world) => {
	let scene: Scene;
	let during: Scene;
	beforeEach(async () => {
		scene = await aScene(world);
		during = scene.at(duringSession);
	});

	it("records what happened, without a word to calendars", async () => {
		const booked = await scene.booked();
		const outcome = await during.closeOut(booked, {
			...delivered,
			headcounts: [
				{ yearGroup: "Y8", youngPeople: 28 },
				{ yearGroup: "Y9", youngPeople: 31 },
			],
			followUps: [
				{ kind: "housing", count: 2 },
				{ kind: "drugs", count: 0 },
			],
			note: "Good questions",
		});
		expect(outcome).toMatchObject({ ok: true, version: 2, messages: 0 });
		expect(await scene.read(booked.reference)).toMatchObject({
			status: "delivered",
			occupies: true,
			endReason: null,
			version: 2,
			sequence: 0,
			changedAt: testNow,
		});
		expect(await recorded(world, scene, booked.reference)).toMatchObject([
			{
				revision: 1,
				current: true,
				outcome: "delivered",
				counted: "counted",
				youngPeople: 59,
				adults: 2,
				headcounts: [
					["Y8", 28],
					["Y9", 31],
				],
				followUps: [["housing", 2]],
				note: "Good questions",
				recordedByName: "Carys Coordinator",
				recordedAt: duringSession,
				correctionReason: null,
			},
		]);
		const [entry] = await scene.history(booked.reference);
		expect(entry).toMatchObject({ what: "Closed out: delivered", at: duringSession });
		expect(entry?.changes).toContainEqual({ label: "Young people", from: null, to: "59" });
	});

	it("as not delivered counts nobody and frees the time", async () => {
		const booked = await scene.booked();
		expect(await during.closeOut(booked, notDelivered)).toMatchObject({ ok: true, messages: 0 });
		expect(await scene.read(booked.reference)).toMatchObject({
			status: "not_delivered",
			occupies: false,
			endReason: "school_closed",
		});
		expect(await recorded(world, scene, booked.reference)).toMatchObject([
			{ outcome: "not_delivered", youngPeople: 0, adults: 0, headcounts: [], counted: null },
		]);
		await scene.booked();
	});

	it("is refused before the start, and possible from the very start on", async () => {
		const booked = await scene.booked();
		const before = await everythingWritten(world);
		const early = scene.at(new Date("2027-01-14T08:59:59.999Z"));
		for (const outcome of [delivered, notDelivered]) {
			expect(await early.closeOut(booked, outcome)).toMatchObject({
				ok: false,
				reason: "not_started",
			});
		}
		expect(await everythingWritten(world)).toEqual(before);
		const onTime = scene.at(new Date("2027-01-14T09:00:00Z"));
		expect(await onTime.closeOut(booked)).toMatchObject({ ok: true });
	});

	it("is refused for what nobody confirmed", async () => {
		const booked = await scene.booked({ provisional: true });
		const before = await everythingWritten(world);
		for (const outcome of [delivered, notDelivered]) {
			expect(await during.closeOut(booked, outcome)).toMatchObject({
				ok: false,
				reason: "illegal_transition",
			});
		}
		expect(await everythingWritten(world)).toEqual(before);
	});
});

describeOnBothEngines("correcting a close-out", (world) => {
	let scene: Scene;
	beforeEach(async () => {
		scene = (await aScene(world)).at(duringSession);
	});
	const closedOut = async (outcome: Record<string, unknown> = delivered) => {
		const booked = saved(await scene.book({}, { needReasons: false }));
		return saved(await scene.closeOut(booked, outcome));
	};

	it("keeps what was recorded before, and counts only the newest", async () => {
		const closed = await closedOut();
		const headcounts = [{ yearGroup: "Y8", youngPeople: 26 }];
		const outcome = await scene.correct(closed, { ...delivered, headcounts });
		expect(outcome).toMatchObject({ ok: true, version: 3, messages: 0 });
		expect(await recorded(world, scene, closed.reference)).toMatchObject([
			{ revision: 2, current: true, youngPeople: 26, correctionReason: "Counted again" },
			{ revision: 1, current: false, youngPeople: 28, headcounts: [["Y8", 28]] },
		]);
		expect((await scene.read(closed.reference)).closeOut).toMatchObject({ youngPeople: 26 });
		expect((await scene.history(closed.reference))[0]).toMatchObject({
			what: "Corrected the close-out",
			why: "Counted again",
			changes: [
				{ label: "Young people", from: "28", to: "26" },
				{ label: "By year group", from: "Year 8: 28", to: "Year 8: 26" },
			],
		});
	});

	it("from delivered to not delivered takes its reach away and frees the time", async () => {
		const closed = await closedOut();
		await scene.correct(closed, notDelivered, "It was another school");
		expect(await scene.read(closed.reference)).toMatchObject({
			status: "not_delivered",
			occupies: false,
			endReason: "school_closed",
			closeOut: { youngPeople: 0, adults: 0 },
		});
	});

	it("from not delivered to delivered holds the time again", async () => {
		const closed = await closedOut(notDelivered);
		expect(await scene.correct(closed, delivered)).toMatchObject({ ok: true });
		expect(await scene.read(closed.reference)).toMatchObject({
			status: "delivered",
			occupies: true,
			endReason: null,
			closeOut: { youngPeople: 28, adults: 2 },
		});
	});

	it("to delivered is refused when the facilitator was elsewhere by then", async () => {
		const closed = await closedOut(notDelivered);
		const instead = saved(await scene.book({}, { needReasons: false }));
		const before = await everythingWritten(world);
		expect(await scene.correct(closed, delivered)).toMatchObject({
			ok: false,
			reason: "facilitator_busy",
			occupations: [{ who: scene.team.facilitators[0].name, reference: instead.reference }],
		});
		expect(await everythingWritten(world)).toEqual(before);
	});

	it("is refused where nothing was recorded", async () => {
		const confirmed = saved(await scene.book({}, { needReasons: false }));
		const before = await everythingWritten(world);
		expect(await scene.correct(confirmed, delivered)).toMatchObject({
			ok: false,
			reason: "illegal_transition",
		});
		expect(await everythingWritten(world)).toEqual(before);
		const cancelled = saved(await scene.cancel(confirmed));
		expect(await scene.correct(cancelled, delivered)).toMatchObject({
			ok: false,
			reason: "illegal_transition",
		});
	});
});

describeOnBothEngines("a session that has ended", (world) => {
	const ends: [
		string,
		(scene: Scene, target: { reference: string; version: number }) => unknown,
	][] = [
		["cancelled", (scene, target) => scene.cancel(target)],
		["delivered", (scene, target) => scene.closeOut(target, delivered)],
		["not_delivered", (scene, target) => scene.closeOut(target, notDelivered)],
	];

	describe.each(ends)("%s", (status, end) => {
		it("takes no ordinary change", async () => {
			const scene = (await aScene(world)).at(duringSession);
			const booked = saved(await scene.book({}, { needReasons: false }));
			await end(scene, booked);
			const target = { ...booked, version: 2 };
			const before = await everythingWritten(world);
			const facilitators = [scene.team.facilitators[1].id];
			for (const refused of [
				await scene.move(target, { startsAt: "2027-01-15T09:00" }, { needReasons: false }),
				await scene.edit(target, {}, { needReasons: false }),
				await scene.people(target, { facilitators, contacts: [] }, { needReasons: false }),
				await scene.confirm(target),
				await scene.cancel(target),
				await scene.closeOut(target, delivered),
				await scene.closeOut(target, notDelivered),
			]) {
				expect(refused).toMatchObject({
					ok: false,
					reason: "illegal_transition",
					session: { status, reference: booked.reference },
				});
			}
			expect(await everythingWritten(world)).toEqual(before);
		});
	});
});
