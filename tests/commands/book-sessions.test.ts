import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { type BatchOptions, bookSessions, weighSessions } from "#app/commands/book-sessions.ts";
import { findSeries } from "#app/data/sessions.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import { aBooking } from "#tests/factories/a-team-that-can-book.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { aScene, everythingWritten, type Scene } from "./session-scene.ts";

type Raw = Record<string, unknown>;
const strict = { needReasons: true };

describeOnBothEngines("booking several sessions at once", (world) => {
	let scene: Scene;
	beforeEach(async () => {
		scene = await aScene(world);
	});

	const inputs = (...raws: Raw[]) =>
		raws.map((raw) => sessionInput.parse(aBooking(scene.team, raw)));
	const book = (raws: Raw[], options: BatchOptions = strict) =>
		bookSessions(scene.context, inputs(...raws), options);
	const at = (time: string, more: Raw = {}) => ({ startsAt: `2027-01-14T${time}`, ...more });
	const day = () => [at("09:00"), at("10:00"), at("11:30", { yearGroups: ["Y9"] }), at("13:30")];

	it("writes each with its own reference, history and invites, and the series they share", async () => {
		const outcome = await book(day());
		if (!outcome.ok) throw new Error(JSON.stringify(outcome));
		const { sessions } = outcome;
		const numbers = sessions.map(({ reference }) => Number(reference.slice(-4)));
		const [first = 0] = numbers;
		expect(numbers).toEqual([first, first + 1, first + 2, first + 3]);
		for (const { reference, messages } of sessions) {
			expect(messages).toBe(2);
			expect(await scene.owed(reference)).toHaveLength(2);
			expect(await scene.history(reference)).toMatchObject([{ what: "Booked" }]);
		}
		const one = await scene.read(sessions[2]?.reference ?? "");
		expect(one).toMatchObject({ yearGroups: ["Y9"], startsAt: new Date("2027-01-14T11:30:00Z") });
		const series = await findSeries(world.database.client, one.seriesId ?? "");
		expect(series.map(({ reference }) => reference)).toEqual(
			sessions.map(({ reference }) => reference),
		);
		expect(new Set(series.map(({ uid }) => uid)).size).toBe(4);
	});

	it("leaves the others as they are when one of them changes", async () => {
		const outcome = await book(day());
		if (!outcome.ok) throw new Error(JSON.stringify(outcome));
		const [one, ...others] = outcome.sessions;
		if (!one) throw new Error("no session");
		const before = await Promise.all(others.map(({ reference }) => scene.read(reference)));
		expect(await scene.move(one, { startsAt: "2027-01-15T09:00" })).toMatchObject({ ok: true });
		const moved = { ...one, version: 2 };
		expect(await scene.cancel(moved)).toMatchObject({ ok: true });
		const after = await Promise.all(others.map(({ reference }) => scene.read(reference)));
		expect(after).toEqual(before);
	});

	it("writes nothing when one of them cannot be, and says of each what stands against it", async () => {
		const [ravi, maya, sam] = scene.team.facilitators;
		const stands = await scene.booked(at("09:30", { facilitators: [ravi.id], room: "Hall" }));
		const before = await everythingWritten(world);
		const outcome = await book([
			at("09:00"),
			at("10:30", { facilitators: [maya.id] }),
			at("10:45", { facilitators: [sam.id, maya.id] }),
			at("09:45", { facilitators: [sam.id], room: " hall" }),
			at("12:00", { expectedYoungPeople: 900 }),
			at("13:00", { programme: "unknown" }),
			{ startsAt: "2027-03-28T01:30" },
			at("15:00"),
		]);
		expect(outcome).toMatchObject({
			ok: false,
			reason: "refused",
			items: [
				{ clashes: [{ kind: "facilitator", who: ravi.name, reference: stands.reference }] },
				{ clashes: [], within: [{ kind: "facilitator", other: 2, personId: maya.id }] },
				{ within: [{ kind: "facilitator", other: 1, personId: maya.id }] },
				{ clashes: [{ kind: "room", who: "Hall", reference: stands.reference }] },
				{ clashes: [], errors: [], open: [{ code: "too_large_group" }] },
				{ errors: [{ field: "programme", message: "Choose a programme" }] },
				{ errors: [{ field: "startsAt", code: "nonexistent_local_time" }] },
				{ errors: [], clashes: [], within: [], open: [] },
			],
		});
		expect(await everythingWritten(world)).toEqual(before);
	});

	it("takes a reason for each warning of each, and keeps it there", async () => {
		const large = at("10:00", { expectedYoungPeople: 900 });
		const reason = { code: "too_large_group", reason: "Assembly" };
		const outcome = await book([at("09:00"), { ...large, overrides: [reason] }]);
		if (!outcome.ok) throw new Error(JSON.stringify(outcome));
		const kept = outcome.sessions.map(
			async ({ reference }) => (await scene.read(reference)).overrides,
		);
		expect(await Promise.all(kept)).toEqual([[], [reason]]);
	});

	it("refuses none and too many", async () => {
		expect(await book([])).toEqual({ ok: false, reason: "no_sessions" });
		const many = Array.from({ length: 500 }, () => at("09:00"));
		expect(await book(many)).toEqual({ ok: false, reason: "too_many_sessions" });
	});

	it("says the same beforehand, and how many would be told, and leaves nothing behind", async () => {
		const before = await everythingWritten(world);
		const rehearsal = await weighSessions(scene.context, inputs(...day(), at("13:45")));
		expect(rehearsal.items.map(({ within }) => within.length)).toEqual([0, 0, 0, 1, 1]);
		expect(rehearsal.messages).toBe(6);
		expect(await everythingWritten(world)).toEqual(before);
	});

	it("is one batch when it is sent twice, and another after going back", async () => {
		const once = randomUUID();
		const sent = await Promise.all([1, 2, 3].map(() => book(day(), { ...strict, once })));
		const [first] = sent;
		if (!first?.ok) throw new Error(JSON.stringify(first));
		expect(sent).toEqual([first, first, first]);
		const other = await book([at("15:00")], { ...strict, once });
		expect(other).toMatchObject({ ok: true });
		const where = { venueId: scene.team.venue.id };
		expect(await world.database.client.session.count({ where })).toBe(5);
	});

	it("goes to one of many who want the same day, and nobody gets half", async () => {
		const outcomes = await Promise.all(
			[0, 1, 2, 3, 4, 5].map((nth) => {
				const order = nth % 2 === 0 ? day() : day().toReversed();
				return book(order);
			}),
		);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		const refused = outcomes.filter((outcome) => !outcome.ok);
		expect(refused.map((outcome) => outcome.reason)).toEqual(Array(5).fill("refused"));
		const where = { venueId: scene.team.venue.id };
		expect(await world.database.client.session.count({ where })).toBe(4);
	});

	it("stands or falls with what belongs to it", async () => {
		const before = await everythingWritten(world);
		const also = async () => {
			throw new Error("the request was answered by somebody else");
		};
		await expect(book(day(), { ...strict, also })).rejects.toThrow("somebody else");
		expect(await everythingWritten(world)).toEqual(before);
	});
});
