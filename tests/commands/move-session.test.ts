import { beforeEach, describe, expect, it } from "vitest";
import { describeOnBothEngines, testNow } from "#tests/setup/databases.ts";
import { aScene, everythingWritten, type Scene } from "./session-scene.ts";

const later = new Date("2026-11-25T11:15:00Z");

describeOnBothEngines("moving a session", (world) => {
	let scene: Scene;
	beforeEach(async () => {
		scene = await aScene(world);
	});

	describe("to another time", () => {
		it("moves it with its people, and keeps its length, reference and UID", async () => {
			const booked = await scene.booked({ durationMinutes: 45, room: "Hall" });
			const before = await scene.read(booked.reference);
			const outcome = await scene
				.at(later)
				.move(booked, { startsAt: "2027-06-14T13:00", room: "Hall", why: "Exams" });
			expect(outcome).toEqual({
				ok: true,
				reference: booked.reference,
				version: 2,
				messages: 2,
				warnings: [],
			});
			const startsAt = new Date("2027-06-14T12:00:00Z");
			const endsAt = new Date("2027-06-14T12:45:00Z");
			const after = await scene.read(booked.reference);
			expect(after).toMatchObject({
				startsAt,
				endsAt,
				localDate: "2027-06-14",
				room: "Hall",
				version: 2,
				sequence: 1,
				changedAt: later,
				createdAt: testNow,
				uid: before.uid,
				organizerToken: before.organizerToken,
			});
			expect(after.assignments).toMatchObject([{ startsAt, endsAt, occupies: true, lead: true }]);
		});

		it("owes one REQUEST more to everyone, under the same UID and the next SEQUENCE", async () => {
			const booked = await scene.booked();
			const { uid } = await scene.read(booked.reference);
			await scene.move(booked, { startsAt: "2027-01-15T09:00" });
			const messages = await scene.owed(booked.reference, 2);
			expect(messages.map(({ to }) => to)).toEqual([
				scene.team.contacts[0].email,
				scene.team.facilitators[0].email,
			]);
			for (const message of messages) {
				const request = { says: "REQUEST updated", sequence: 1, version: 1, status: "waiting" };
				expect(message).toMatchObject(request);
				expect(message.event).toMatchObject({
					uid,
					sequence: 1,
					status: "CONFIRMED",
					startsAt: "2027-01-15T09:00:00.000Z",
					endsAt: "2027-01-15T10:00:00.000Z",
				});
				expect(message.text).toContain("Thursday 14 January 2027, 9:00am to 10:00am");
				expect(message.text).toContain("Friday 15 January 2027, 9:00am to 10:00am");
			}
			const { invites } = await scene.read(booked.reference);
			expect(invites.map(({ lastSequence }) => lastSequence)).toEqual([1, 1]);
		});

		it("says in its history from when to when, and why", async () => {
			const booked = await scene.booked({ room: "Hall" });
			await scene.move(booked, { startsAt: "2027-01-15T09:00", why: "Exams" });
			expect(await scene.history(booked.reference)).toMatchObject([
				{
					what: "Moved",
					why: "Exams",
					changes: [
						{
							label: "Time",
							from: "Thursday 14 January 2027, 9:00am to 10:00am",
							to: "Friday 15 January 2027, 9:00am to 10:00am",
						},
						{ label: "Room", from: "Hall", to: null },
					],
				},
				{ what: "Booked" },
			]);
		});

		it("counts up at every move", async () => {
			const booked = await scene.booked();
			let target = booked;
			for (const startsAt of ["2027-01-14T10:00", "2027-01-14T11:00", "2027-01-14T12:00"]) {
				const outcome = await scene.move(target, { startsAt });
				if (!outcome.ok) throw new Error(outcome.reason);
				target = outcome;
			}
			const messages = await scene.owed(booked.reference, 2);
			expect(messages.map(({ sequence }) => sequence)).toEqual([1, 1, 2, 2, 3, 3]);
			expect(await scene.read(booked.reference)).toMatchObject({ version: 4, sequence: 3 });
		});

		it("into a part of its own time is no clash with itself", async () => {
			const booked = await scene.booked({ room: "Hall" });
			const outcome = await scene.move(booked, { startsAt: "2027-01-14T09:30", room: "Hall" });
			expect(outcome).toMatchObject({ ok: true });
		});

		it("frees the time it leaves", async () => {
			const booked = await scene.booked();
			await scene.move(booked, { startsAt: "2027-01-14T10:00" });
			await scene.booked();
		});
	});

	it("to another room owes an update, and to the same time and room nothing", async () => {
		const booked = await scene.booked({ room: "Hall" });
		const rooms = await scene.move(booked, { startsAt: "2027-01-14T09:00", room: "Gym" });
		expect(rooms).toMatchObject({ ok: true, messages: 2, version: 2 });
		const [message] = await scene.owed(booked.reference, 2);
		expect(message?.event.location).toContain("Gym");
		const same = await scene.move(
			{ ...booked, version: 2 },
			{ startsAt: "2027-01-14T09:00", room: "Gym" },
		);
		expect(same).toMatchObject({ ok: true, messages: 0, version: 3 });
		expect(await scene.read(booked.reference)).toMatchObject({ sequence: 1 });
	});

	describe("is refused, and nothing is written,", () => {
		const refused = async (move: () => Promise<unknown>, answer: object) => {
			const before = await everythingWritten(world);
			expect(await move()).toMatchObject({ ok: false, ...answer });
			expect(await everythingWritten(world)).toEqual(before);
		};

		it("onto another session of the facilitator, whom it names", async () => {
			const { team } = scene;
			const first = await scene.booked();
			const second = await scene.booked({ startsAt: "2027-01-14T11:00" });
			await refused(() => scene.move(second, { startsAt: "2027-01-14T09:30" }), {
				reason: "facilitator_busy",
				occupations: [
					{ kind: "facilitator", who: team.facilitators[0].name, reference: first.reference },
				],
			});
		});

		it("into a room that is taken, which it names", async () => {
			const [one, two] = scene.team.facilitators.map(({ id }) => id);
			const first = await scene.booked({ room: "Hall", facilitators: [one] });
			const second = await scene.booked({ room: "Gym", facilitators: [two] });
			await refused(() => scene.move(second, { startsAt: "2027-01-14T09:00", room: "Hall" }), {
				reason: "room_busy",
				occupations: [{ kind: "room", who: "Hall", reference: first.reference }],
			});
		});

		it("to a time that the clocks skip, and to no time at all", async () => {
			const booked = await scene.booked();
			await refused(() => scene.move(booked, { startsAt: "2027-03-28T01:15" }), {
				reason: "invalid_input",
				errors: [{ field: "startsAt", code: "nonexistent_local_time" }],
			});
			await refused(() => scene.move(booked, { startsAt: "2027-02-29T09:00" }), {
				reason: "invalid_input",
				errors: [{ field: "startsAt", code: "invalid_input" }],
			});
			await refused(
				() => scene.move(booked, { startsAt: "2027-01-15T09:00", endsAt: "2027-01-15T09:00" }),
				{ reason: "invalid_input", errors: [{ field: "endsAt" }] },
			);
		});

		it("while what is unusual about the new time has no reason", async () => {
			const booked = await scene.booked();
			const weekend = { startsAt: "2027-01-16T09:00" };
			await refused(() => scene.move(booked, weekend), {
				reason: "warnings",
				warnings: [{ code: "outside_school_hours" }],
			});
			const reason = "The youth club meets on Saturdays";
			const overrides = [{ code: "outside_school_hours", reason }];
			const outcome = await scene.move(booked, { ...weekend, overrides });
			expect(outcome).toMatchObject({ ok: true, warnings: [{ code: "outside_school_hours" }] });
			expect((await scene.read(booked.reference)).overrides).toEqual(overrides);
			// Back in school hours the reason is of nothing any more.
			await scene.move({ ...booked, version: 2 }, { startsAt: "2027-01-15T09:00" });
			expect((await scene.read(booked.reference)).overrides).toEqual([]);
		});
	});
});
