import { beforeEach, describe, expect, it } from "vitest";
import { aContact, aVenue } from "#tests/factories/venues.ts";
import { describeOnBothEngines, testNow } from "#tests/setup/databases.ts";
import { aScene, everythingWritten, type Scene, saved } from "./session-scene.ts";

describeOnBothEngines("booking a session", (world) => {
	let scene: Scene;
	beforeEach(async () => {
		scene = await aScene(world);
	});

	describe("writes", () => {
		it("the session, by the local time and the programme's length", async () => {
			const { team } = scene;
			const answer = await scene.booked({ room: " Hall ", yearGroups: ["Y9", "Y8"] });
			expect(answer).toMatchObject({ ok: true, version: 1, messages: 2, warnings: [] });
			expect(answer.reference).toMatch(/^JET-2026-\d{4}$/);
			const session = await scene.read(answer.reference);
			expect(session).toMatchObject({
				programmeId: team.programme.id,
				venueId: team.venue.id,
				teamId: team.team.id,
				room: "Hall",
				status: "confirmed",
				occupies: true,
				startsAt: new Date("2027-01-14T09:00:00Z"),
				endsAt: new Date("2027-01-14T10:00:00Z"),
				localDate: "2027-01-14",
				yearGroups: ["Y8", "Y9"],
				expectedYoungPeople: 30,
				prepare: team.programme.schoolProvides,
				version: 1,
				sequence: 0,
				changedAt: testNow,
				createdAt: testNow,
			});
			expect(session.uid).toMatch(/^[0-9a-f-]{36}@termtime\.test$/);
			expect(session.assignments).toMatchObject([
				{ personId: team.facilitators[0].id, lead: true, startsAt: session.startsAt },
			]);
		});

		it("an hour of the summer as an hour earlier in UTC, and its own local date at night", async () => {
			const summer = await scene.booked({ startsAt: "2027-06-14T09:00" });
			expect(await scene.read(summer.reference)).toMatchObject({
				startsAt: new Date("2027-06-14T08:00:00Z"),
				localDate: "2027-06-14",
			});
			const outcome = await scene.book(
				{ startsAt: "2027-06-15T00:30", facilitators: [] },
				{ needReasons: false },
			);
			expect(await scene.read(saved(outcome).reference)).toMatchObject({
				startsAt: new Date("2027-06-14T23:30:00Z"),
				localDate: "2027-06-15",
			});
		});

		it("the facilitators in the order chosen, the first in the lead", async () => {
			const [one, two, three] = scene.team.facilitators.map(({ id }) => id);
			const { reference } = await scene.booked({ facilitators: [three, one, two] });
			const { assignments } = await scene.read(reference);
			expect(assignments.filter(({ lead }) => lead).map(({ personId }) => personId)).toEqual([
				three,
			]);
			expect(assignments.map(({ personId }) => personId).sort()).toEqual([one, two, three].sort());
		});

		it("who did it, and when", async () => {
			const { reference } = await scene.booked();
			expect(await scene.history(reference)).toMatchObject([
				{ what: "Booked", actorName: "Carys Coordinator", at: testNow, changes: [] },
			]);
		});

		it("one reference after the other", async () => {
			const numbers: number[] = [];
			for (const startsAt of ["2027-01-14T09:00", "2027-01-14T10:00", "2027-01-14T11:00"]) {
				const { reference } = await scene.booked({ startsAt });
				numbers.push(Number(reference.slice(-4)));
			}
			const [first = 0] = numbers;
			expect(numbers).toEqual([first, first + 1, first + 2]);
		});

		it("the reference's year as the clock on the wall says it", async () => {
			const lastMinute = scene.at(new Date("2026-12-31T23:59:59Z"));
			expect((await lastMinute.booked()).reference).toMatch(/^JET-2026-/);
			const newYear = scene.at(new Date("2027-01-01T00:00:00Z"));
			const startsAt = "2027-01-14T10:00";
			expect((await newYear.booked({ startsAt })).reference).toMatch(/^JET-2027-/);
		});
	});

	describe("owes", () => {
		it("a REQUEST to everyone, contacts first, which calendars read as booked", async () => {
			const { team } = scene;
			const { reference } = await scene.booked({ room: "Hall" });
			const session = await scene.read(reference);
			const messages = await scene.owed(reference);
			expect(messages).toMatchObject([
				{ to: team.contacts[0].email },
				{ to: team.facilitators[0].email },
			]);
			for (const message of messages) {
				const request = { says: "REQUEST invited", sequence: 0, version: 0, status: "waiting" };
				expect(message).toMatchObject(request);
				expect(message.event).toMatchObject({
					uid: session.uid,
					sequence: 0,
					status: "CONFIRMED",
					startsAt: "2027-01-14T09:00:00.000Z",
					endsAt: "2027-01-14T10:00:00.000Z",
					summary: `${team.programme.name} at ${team.venue.name}`,
				});
				expect(message.event.location).toContain("Hall");
				expect(message.event.organizer).toContain(
					`bookings+${session.organizerToken}@termtime.test`,
				);
				expect(message.event.attendees).toHaveLength(1);
				expect(message.event.attendees[0]).toContain(message.to);
			}
			expect(session.invites).toMatchObject([
				{ kind: "contact", contactId: team.contacts[0].id, lastSequence: 0, withdrawnAt: null },
				{ kind: "facilitator", personId: team.facilitators[0].id, lastSequence: 0 },
			]);
		});

		it("a tentative one while the session is provisional", async () => {
			const { reference } = await scene.booked({ provisional: true });
			expect(await scene.read(reference)).toMatchObject({ status: "provisional", occupies: true });
			const messages = await scene.owed(reference);
			expect(messages.map(({ event }) => event.status)).toEqual(["TENTATIVE", "TENTATIVE"]);
			expect(await scene.history(reference)).toMatchObject([{ what: "Booked as provisional" }]);
		});

		it("nothing to nobody, and one message to an address that two share", async () => {
			const outcome = await scene.book({ contacts: [], facilitators: [] }, { needReasons: false });
			expect(outcome).toMatchObject({ ok: true, messages: 0 });
			const [facilitator] = scene.team.facilitators;
			const same = await aContact(world.database, scene.team.venue.id, {
				email: facilitator.email,
			});
			const shared = await scene.booked({ contacts: [same.id] });
			expect(shared.messages).toBe(1);
		});

		it("nothing of what is only for us", async () => {
			const { database } = world;
			const secrets = { notes: "SECRET-NOTES", sensitivities: "SECRET-SENSITIVE" };
			const phone = "01632 960999";
			const { sensitivities } = secrets;
			await database.client.venue.update({
				where: { id: scene.team.venue.id },
				data: { sensitivities },
			});
			await database.client.contact.updateMany({ data: { phone } });
			await database.client.person.updateMany({ data: { phone } });
			const { reference } = await scene.booked({ notes: secrets.notes });
			const sent = await database.client.outboxMessage.findMany({
				where: { invite: { session: { reference } } },
			});
			expect(sent).toHaveLength(2);
			for (const secret of [...Object.values(secrets), phone, "960999"]) {
				expect(JSON.stringify(sent)).not.toContain(secret);
			}
		});
	});

	describe("is refused, and nothing is written,", () => {
		const retiredAt = testNow;
		type Refusal = [string, string, () => Promise<object> | object];

		const refusals: Refusal[] = [
			["a programme nobody knows", "programme", () => ({ programme: "nothing" })],
			["a venue nobody knows", "venue", () => ({ venue: "nothing" })],
			["a team nobody knows", "team", () => ({ team: "nothing" })],
			["a facilitator nobody knows", "facilitators", () => ({ facilitators: ["nothing"] })],
			["a contact nobody knows", "contacts", () => ({ contacts: ["nothing"] })],
			[
				"a retired programme",
				"programme",
				async () => {
					const where = { id: scene.team.programme.id };
					await world.database.client.programme.update({ where, data: { retiredAt } });
					return {};
				},
			],
			[
				"a retired venue",
				"venue",
				async () => {
					const venue = await aVenue(world.database, { retiredAt });
					return { venue: venue.id, contacts: [] };
				},
			],
			[
				"a retired facilitator",
				"facilitators",
				async () => {
					const where = { id: scene.team.facilitators[0].id };
					await world.database.client.person.update({ where, data: { retiredAt } });
					return {};
				},
			],
			[
				"a retired contact",
				"contacts",
				async () => {
					const where = { id: scene.team.contacts[0].id };
					await world.database.client.contact.update({ where, data: { retiredAt } });
					return {};
				},
			],
			[
				"a contact of another venue",
				"contacts",
				async () => {
					const elsewhere = await aVenue(world.database);
					return { contacts: [(await aContact(world.database, elsewhere.id)).id] };
				},
			],
			["an end before its start", "endsAt", () => ({ endsAt: "2027-01-14T08:00" })],
			[
				"both an end and a length",
				"endsAt",
				() => ({ endsAt: "2027-01-14T10:00", durationMinutes: 60 }),
			],
			["a date that does not exist", "startsAt", () => ({ startsAt: "2027-02-30T09:00" })],
		];

		it.each(refusals)("with %s", async (_what, field, prepare) => {
			const raw = await prepare();
			const before = await everythingWritten(world);
			const outcome = await scene.book({ ...raw });
			expect(outcome).toMatchObject({ ok: false, reason: "invalid_input", errors: [{ field }] });
			expect(await everythingWritten(world)).toEqual(before);
		});

		it("with a time that the clocks skip, and the refusal says so", async () => {
			const before = await everythingWritten(world);
			const outcome = await scene.book({ startsAt: "2027-03-28T01:30" });
			expect(outcome).toMatchObject({
				ok: false,
				errors: [{ field: "startsAt", code: "nonexistent_local_time" }],
			});
			expect(await everythingWritten(world)).toEqual(before);
		});

		it("while a warning has no reason", async () => {
			const before = await everythingWritten(world);
			const outcome = await scene.book({ startsAt: "2026-11-27T18:00", facilitators: [] });
			expect(outcome).toMatchObject({
				ok: false,
				reason: "warnings",
				warnings: [
					{ code: "too_few_facilitators" },
					{ code: "short_notice" },
					{ code: "outside_school_hours" },
				],
			});
			expect(await everythingWritten(world)).toEqual(before);
		});
	});

	describe("in spite of warnings", () => {
		const soon = { startsAt: "2026-11-27T09:00" };
		const reason = "The school asked for this day";

		it("keeps the reason with the session and in its history, and no reason for what is not so", async () => {
			const { reference, warnings } = await scene.booked({
				...soon,
				overrides: [
					{ code: "short_notice", reason },
					{ code: "too_large_group", reason: "Not needed" },
				],
			});
			expect(warnings).toMatchObject([{ code: "short_notice" }]);
			expect((await scene.read(reference)).overrides).toEqual([{ code: "short_notice", reason }]);
			expect(await scene.history(reference)).toMatchObject([
				{ changes: [{ label: "Went ahead although: short notice", to: reason }] },
			]);
		});

		it("is done without a reason where nobody reads them, and says what they were", async () => {
			const outcome = await scene.book(soon, { needReasons: false });
			expect(outcome).toMatchObject({ ok: true, warnings: [{ code: "short_notice" }] });
		});
	});

	describe("that clashes", () => {
		it("is refused with who has the facilitator and what for, and writes nothing", async () => {
			const { team } = scene;
			const first = await scene.booked();
			const before = await everythingWritten(world);
			const outcome = await scene.book({
				startsAt: "2027-01-14T09:45",
				facilitators: [team.facilitators[1].id, team.facilitators[0].id],
			});
			expect(outcome).toEqual({
				ok: false,
				reason: "facilitator_busy",
				occupations: [
					{
						kind: "facilitator",
						who: team.facilitators[0].name,
						personId: team.facilitators[0].id,
						reference: first.reference,
						programmeName: team.programme.name,
						venueName: team.venue.name,
						startsAt: new Date("2027-01-14T09:00:00Z"),
						endsAt: new Date("2027-01-14T10:00:00Z"),
					},
				],
			});
			expect(await everythingWritten(world)).toEqual(before);
			const next = await scene.booked({ startsAt: "2027-01-14T10:00" });
			expect(Number(next.reference.slice(-4))).toBe(Number(first.reference.slice(-4)) + 1);
		});

		it("is refused with what has the room, and writes nothing", async () => {
			const [one, two] = scene.team.facilitators.map(({ id }) => id);
			const first = await scene.booked({ room: "Hall", facilitators: [one] });
			const before = await everythingWritten(world);
			const outcome = await scene.book({ room: "hall", facilitators: [two] });
			expect(outcome).toMatchObject({
				ok: false,
				reason: "room_busy",
				occupations: [{ kind: "room", who: "Hall", reference: first.reference }],
			});
			expect(await everythingWritten(world)).toEqual(before);
			await scene.booked({ room: "Drama studio", facilitators: [two] });
		});

		it("names everything that is taken, not only the first", async () => {
			const [one, two] = scene.team.facilitators.map(({ id }) => id);
			await scene.booked({ room: "Hall", facilitators: [one, two] });
			const outcome = await scene.book({ room: "Hall", facilitators: [one, two] });
			const occupations = outcome.ok || !("occupations" in outcome) ? [] : outcome.occupations;
			expect(occupations.map(({ kind }) => kind).sort()).toEqual([
				"facilitator",
				"facilitator",
				"room",
			]);
		});
	});
});
