import { beforeEach, describe, expect, it } from "vitest";
import { aPerson } from "#tests/factories/people.ts";
import { aProgramme } from "#tests/factories/programmes.ts";
import { aContact, aVenue } from "#tests/factories/venues.ts";
import { describeOnBothEngines, testNow } from "#tests/setup/databases.ts";
import { aScene, everythingWritten, type Scene, saved } from "./session-scene.ts";

describeOnBothEngines("editing a session", (world) => {
	let scene: Scene;
	beforeEach(async () => {
		scene = await aScene(world);
	});

	it("changes audience and notes without a word to calendars", async () => {
		const booked = await scene.booked();
		const outcome = await scene.edit(booked, {
			yearGroups: ["Y7", "Y9"],
			expectedYoungPeople: 60,
			notes: "Ask for Ms Lyle at the gate",
			why: "Two classes now",
		});
		expect(outcome).toMatchObject({ ok: true, version: 2, messages: 0 });
		expect(await scene.read(booked.reference)).toMatchObject({
			yearGroups: ["Y7", "Y9"],
			expectedYoungPeople: 60,
			notes: "Ask for Ms Lyle at the gate",
			version: 2,
			sequence: 0,
			changedAt: testNow,
			startsAt: new Date("2027-01-14T09:00:00Z"),
		});
		expect(await scene.owed(booked.reference, 2)).toEqual([]);
		const [entry] = await scene.history(booked.reference);
		expect(entry).toMatchObject({ what: "Edited", why: "Two classes now" });
		expect(entry?.changes).toContainEqual({
			label: "Expected young people",
			from: "30",
			to: "60",
		});
		// Everyone reads the history; the notes are for few.
		expect(JSON.stringify(entry)).not.toContain("Lyle");
	});

	it("to another programme tells everyone under the next SEQUENCE", async () => {
		const other = await aProgramme(world.database, { name: `County lines ${world.engine}` });
		const ids = scene.team.facilitators.map(({ id: personId }) => personId);
		await world.database.client.qualification.createMany({
			data: ids.map((personId) => ({ personId, programmeId: other.id })),
		});
		const booked = await scene.booked();
		expect(await scene.edit(booked, { programme: other.id })).toMatchObject({
			ok: true,
			messages: 2,
		});
		const messages = await scene.owed(booked.reference, 2);
		for (const { says, sequence, version, event } of messages) {
			expect({ says, sequence, version }).toEqual({
				says: "REQUEST updated",
				sequence: 1,
				version: 1,
			});
			expect(event.summary).toBe(`${other.name} at ${scene.team.venue.name}`);
		}
		expect(await scene.read(booked.reference)).toMatchObject({
			programmeId: other.id,
			sequence: 1,
		});
	});

	it("is refused for a programme that nobody knows or that is retired, unless it has it", async () => {
		const { client } = world.database;
		const booked = await scene.booked();
		const retired = await aProgramme(world.database, { retiredAt: testNow });
		const before = await everythingWritten(world);
		for (const programme of ["nothing", retired.id]) {
			expect(await scene.edit(booked, { programme })).toMatchObject({
				ok: false,
				reason: "invalid_input",
				errors: [{ field: "programme" }],
			});
		}
		expect(await everythingWritten(world)).toEqual(before);
		const where = { id: scene.team.programme.id };
		await client.programme.update({ where, data: { retiredAt: testNow } });
		expect(await scene.edit(booked)).toMatchObject({ ok: true });
	});

	it("asks for a reason where the new audience is unusual, and not again for the same", async () => {
		const booked = await scene.booked();
		const before = await everythingWritten(world);
		const crowd = { expectedYoungPeople: 121 };
		expect(await scene.edit(booked, crowd)).toMatchObject({
			ok: false,
			reason: "warnings",
			warnings: [{ code: "too_large_group" }],
		});
		expect(await everythingWritten(world)).toEqual(before);
		const overrides = [{ code: "too_large_group", reason: "Two halls with a screen" }];
		const done = saved(await scene.edit(booked, { ...crowd, overrides }));
		const again = await scene.edit(done, { ...crowd, notes: "Nothing new about the group" });
		expect(again).toMatchObject({ ok: true });
		expect((await scene.read(booked.reference)).overrides).toEqual(overrides);
	});
});

describeOnBothEngines("changing the people of a session", (world) => {
	let scene: Scene;
	let facilitators: string[];
	let contacts: string[];
	beforeEach(async () => {
		scene = await aScene(world);
		facilitators = scene.team.facilitators.map(({ id }) => id);
		contacts = scene.team.contacts.map(({ id }) => id);
	});

	it("sends a CANCEL to who leaves and a REQUEST to who comes, and nothing to who stays", async () => {
		const [one = "", two = "", three = ""] = facilitators;
		const booked = await scene.booked({ facilitators: [one, two] });
		const outcome = await scene.people(booked, { facilitators: [two, three], contacts });
		expect(outcome).toMatchObject({ ok: true, version: 2, messages: 3 });
		const { team } = scene;
		const messages = await scene.owed(booked.reference, 3);
		expect(messages).toMatchObject([
			{ to: team.facilitators[0].email, says: "CANCEL removed", sequence: 1, version: 0 },
			{ to: team.contacts[1].email, says: "REQUEST invited", sequence: 0, version: 0 },
			{ to: team.facilitators[2].email, says: "REQUEST invited", sequence: 0, version: 0 },
		]);
		expect(messages[0]?.event).toMatchObject({ status: "CANCELLED", sequence: 1 });
		const session = await scene.read(booked.reference);
		expect(session).toMatchObject({ version: 2, sequence: 0, changedAt: testNow });
		expect(session.assignments.map(({ personId, lead }) => ({ personId, lead }))).toEqual([
			{ personId: two, lead: true },
			{ personId: three, lead: false },
		]);
		const withdrawn = session.invites.filter(({ withdrawnAt }) => withdrawnAt !== null);
		expect(withdrawn).toMatchObject([{ personId: one, lastSequence: 1 }]);
		const [entry] = await scene.history(booked.reference);
		expect(entry).toMatchObject({
			what: "Changed people",
			changes: [
				{ label: "Facilitators", to: `${team.facilitators[1].name}, ${team.facilitators[2].name}` },
				{ label: "Contacts", to: `${team.contacts[0].name}, ${team.contacts[1].name}` },
			],
		});
	});

	it("invites back under a SEQUENCE that the calendar obeys", async () => {
		const [one = "", two = ""] = facilitators;
		const [contact = ""] = contacts;
		let target = await scene.booked({ facilitators: [one] });
		for (const lead of [two, one, two, one]) {
			const raw = { facilitators: [lead], contacts: [contact] };
			target = saved(await scene.people(target, raw));
		}
		const { email } = scene.team.facilitators[0];
		const messages = (await scene.owed(target.reference)).filter(({ to }) => to === email);
		expect(messages.map(({ says, sequence }) => `${says} ${sequence}`)).toEqual([
			"REQUEST invited 0",
			"CANCEL removed 1",
			"REQUEST invited 2",
			"CANCEL removed 3",
			"REQUEST invited 4",
		]);
		// The next move must be above all that this address was sent, and the others keep step.
		await scene.move(target, { startsAt: "2027-01-14T10:00" });
		const moved = (await scene.owed(target.reference)).slice(-2);
		expect(moved.map(({ to, sequence, version }) => ({ to, sequence, version }))).toEqual([
			{ to: scene.team.contacts[0].email, sequence: 1, version: 1 },
			{ to: email, sequence: 5, version: 1 },
		]);
	});

	it("lets two people change the lead without a message", async () => {
		const [one = "", two = ""] = facilitators;
		const booked = await scene.booked({ facilitators: [one, two] });
		const outcome = await scene.people(booked, {
			facilitators: [two, one],
			contacts: contacts.slice(0, 1),
		});
		expect(outcome).toMatchObject({ ok: true, messages: 0 });
		const { assignments } = await scene.read(booked.reference);
		expect(assignments.map(({ personId, lead }) => ({ personId, lead }))).toEqual([
			{ personId: two, lead: true },
			{ personId: one, lead: false },
		]);
	});

	it("frees whoever is taken off", async () => {
		const [one = "", two = ""] = facilitators;
		const booked = await scene.booked({ facilitators: [one] });
		await scene.people(booked, { facilitators: [two], contacts: [] });
		await scene.booked({ facilitators: [one] });
	});

	it("is refused for someone who is elsewhere, whom it names, and writes nothing", async () => {
		const [one = "", two = ""] = facilitators;
		const first = await scene.booked({ facilitators: [one] });
		const second = await scene.booked({ facilitators: [two], startsAt: "2027-01-14T09:30" });
		const before = await everythingWritten(world);
		const outcome = await scene.people(second, { facilitators: [two, one], contacts });
		expect(outcome).toMatchObject({
			ok: false,
			reason: "facilitator_busy",
			occupations: [{ who: scene.team.facilitators[0].name, reference: first.reference }],
		});
		expect(await everythingWritten(world)).toEqual(before);
	});

	describe("is refused, and nothing is written,", () => {
		const unknown: [string, string, () => Promise<object>][] = [
			["a facilitator nobody knows", "facilitators", async () => ({ facilitators: ["nothing"] })],
			["a contact nobody knows", "contacts", async () => ({ contacts: ["nothing"] })],
			[
				"a contact of another venue",
				"contacts",
				async () => {
					const elsewhere = await aVenue(world.database);
					return { contacts: [(await aContact(world.database, elsewhere.id)).id] };
				},
			],
			[
				"a retired facilitator",
				"facilitators",
				async () => {
					const person = await aPerson(world.database, { retiredAt: testNow });
					return { facilitators: [person.id] };
				},
			],
			[
				"a retired contact",
				"contacts",
				async () => {
					const { id } = scene.team.venue;
					return { contacts: [(await aContact(world.database, id, { retiredAt: testNow })).id] };
				},
			],
		];

		it.each(unknown)("for %s", async (_what, field, prepare) => {
			const booked = await scene.booked();
			const raw = { facilitators: facilitators.slice(0, 1), contacts, ...(await prepare()) };
			const before = await everythingWritten(world);
			expect(await scene.people(booked, raw)).toMatchObject({
				ok: false,
				reason: "invalid_input",
				errors: [{ field }],
			});
			expect(await everythingWritten(world)).toEqual(before);
		});

		it("while nobody is qualified and no reason says why", async () => {
			const booked = await scene.booked();
			const novice = await aPerson(world.database);
			const raw = { facilitators: [novice.id], contacts: [] };
			const before = await everythingWritten(world);
			expect(await scene.people(booked, raw)).toMatchObject({
				ok: false,
				reason: "warnings",
				warnings: [{ code: "unqualified" }],
			});
			expect(await everythingWritten(world)).toEqual(before);
			const overrides = [{ code: "unqualified", reason: "Watched by a colleague" }];
			expect(await scene.people(booked, { ...raw, overrides })).toMatchObject({ ok: true });
		});
	});

	it("keeps on it whoever has retired since", async () => {
		const { client } = world.database;
		const booked = await scene.booked();
		const data = { retiredAt: testNow };
		await client.person.update({ where: { id: facilitators[0] ?? "" }, data });
		await client.contact.update({ where: { id: contacts[0] ?? "" }, data });
		const raw = { facilitators: facilitators.slice(0, 2), contacts: contacts.slice(0, 1) };
		expect(await scene.people(booked, raw)).toMatchObject({ ok: true });
	});
});
