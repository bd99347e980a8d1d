import { expect, it } from "vitest";
import { addContact } from "#app/commands/add-contact.ts";
import { bookSession } from "#app/commands/book-session.ts";
import { createPerson } from "#app/commands/create-person.ts";
import { createVenue } from "#app/commands/create-venue.ts";
import { editContact } from "#app/commands/edit-contact.ts";
import { editPerson } from "#app/commands/edit-person.ts";
import { editProgramme } from "#app/commands/edit-programme.ts";
import { editVenue } from "#app/commands/edit-venue.ts";
import { ensureDistricts } from "#app/commands/ensure-districts.ts";
import type { RegisterOutcome } from "#app/commands/register-outcome.ts";
import { restoreContact } from "#app/commands/restore-contact.ts";
import { restorePerson } from "#app/commands/restore-person.ts";
import { restoreVenue } from "#app/commands/restore-venue.ts";
import { retireContact } from "#app/commands/retire-contact.ts";
import { retirePerson } from "#app/commands/retire-person.ts";
import { retireVenue } from "#app/commands/retire-venue.ts";
import { readHistory } from "#app/data/history.ts";
import { findPerson } from "#app/data/people.ts";
import { findSession } from "#app/data/sessions.ts";
import { findVenue } from "#app/data/venues.ts";
import { personInput } from "#app/domain/people/person-input.ts";
import { programmeInput } from "#app/domain/programmes/programme-input.ts";
import { sessionInput } from "#app/domain/sessions/session-input.ts";
import { contactInput } from "#app/domain/venues/contact-input.ts";
import { venueInput } from "#app/domain/venues/venue-input.ts";
import {
	aBooking,
	aTeamThatCanBook,
	type TeamThatCanBook,
} from "#tests/factories/a-team-that-can-book.ts";
import { aPerson } from "#tests/factories/people.ts";
import { aProgramme } from "#tests/factories/programmes.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines, type World } from "#tests/setup/databases.ts";

function saved(outcome: RegisterOutcome): string {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome));
	return outcome.id;
}

function venueForm(team: TeamThatCanBook, change: object = {}) {
	const { name, kind, urn, phase, street, town, postcode, districtCode, rooms } = team.venue;
	const now = { name, kind, urn, phase, street, town, postcode, district: districtCode, rooms };
	return venueInput.parse({ ...now, ...change });
}

async function booked(
	world: World,
	team: TeamThatCanBook,
	change: Record<string, unknown> = {},
	hold = false,
) {
	const input = sessionInput.parse(aBooking(team, change));
	const outcome = await bookSession(world.context(), input, { needReasons: false, hold });
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.reference;
}

describeOnBothEngines("venues", (world) => {
	it("are added, edited, retired and brought back, and history says what changed", async () => {
		await ensureDistricts(world.database);
		const typed = { name: "Saltmarsh", kind: "school", urn: "810001", postcode: "cm90zz" };
		const id = saved(await createVenue(world.context(), venueInput.parse(typed)));
		const edit = {
			...typed,
			name: "Saltmarsh Academy",
			district: "E07000074",
			sensitivities: "A pupil was hurt in May",
		};
		expect(await editVenue(world.context(), id, venueInput.parse(edit))).toEqual({
			ok: true,
			id,
			sessions: 0,
			messages: 0,
		});
		expect(await findVenue(world.database.client, id)).toMatchObject({
			name: "Saltmarsh Academy",
			district: { name: "Maldon" },
			searchText: "saltmarsh academy  cm9 0zz  cm90zz  810001",
		});
		saved(await retireVenue(world.context(), id));
		saved(await restoreVenue(world.context(), id));
		const history = await readHistory(world.database.client, "venue", id);
		expect(history.map(({ what }) => what)).toEqual(["Brought back", "Retired", "Edited", "Added"]);
		expect(history[2]?.changes).toEqual([
			{ label: "Name", from: "Saltmarsh", to: "Saltmarsh Academy" },
			{ label: "District", from: null, to: "Maldon" },
			{ label: "Sensitivities", to: "changed" },
		]);
	});

	it("are not added twice: by URN, by name and postcode, or at the same moment", async () => {
		const typed = { name: "Twin School", kind: "school", urn: "820001", postcode: "SS1 0ZZ" };
		const input = venueInput.parse(typed);
		const id = saved(await createVenue(world.context(), input));
		const create = (change: object) =>
			createVenue(world.context(), venueInput.parse({ ...typed, ...change }));
		expect(await create({ name: "Other" })).toMatchObject({ field: "urn", by: { id } });
		expect(await create({ urn: "", name: "twin  SCHOOL" })).toMatchObject({
			field: "name",
			by: { id },
		});
		saved(await create({ urn: "", postcode: "SS2 0ZZ" }));
		const names = ["a", "b", "c"];
		const answers = await Promise.all(names.map((name) => create({ name, urn: "820002" })));
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		expect(answers.filter(({ ok }) => !ok)).toEqual(
			Array(2).fill(expect.objectContaining({ reason: "taken", field: "urn" })),
		);
	});

	it("keep a district that was abolished, and cannot be given one", async () => {
		await ensureDistricts(world.database);
		const typed = { name: "Border School", kind: "school", district: "E07000075" };
		const id = saved(await createVenue(world.context(), venueInput.parse(typed)));
		await world.database.client.district.update({
			where: { code: "E07000075" },
			data: { until: "2026-03-31" },
		});
		saved(await editVenue(world.context(), id, venueInput.parse({ ...typed, town: "Rayleigh" })));
		const other = venueInput.parse({ ...typed, name: "Other School" });
		const refusal = { ok: false, reason: "unknown_choice", field: "district" };
		expect(await createVenue(world.context(), other)).toEqual(refusal);
		const nowhere = venueInput.parse({ ...typed, district: "E99999999" });
		expect(await editVenue(world.context(), id, nowhere)).toEqual(refusal);
	});

	it("stay while sessions are to come", async () => {
		const team = await aTeamThatCanBook(world.database);
		const session = await aSession(world.database, team);
		expect(await retireVenue(world.context(), team.venue.id)).toMatchObject({
			reason: "upcoming_sessions",
			upcoming: { total: 1, sessions: [{ reference: session.reference }] },
		});
		saved(await retireVenue(world.context({ now: session.endsAt }), team.venue.id));
		const late = venueForm(team, { name: "Too late" });
		expect(await editVenue(world.context(), team.venue.id, late)).toEqual({
			ok: false,
			reason: "retired",
		});
	});
});

describeOnBothEngines("a new address", (world) => {
	it("is owed to every calendar of an upcoming session, once, and to none that is over", async () => {
		const team = await aTeamThatCanBook(world.database);
		const upcoming = await booked(world, team);
		const over = await booked(world, team, { startsAt: "2026-11-24T09:00" });
		const before = await world.database.client.outboxMessage.count();
		const edit = venueForm(team, { street: "2 New Road" });
		expect(await editVenue(world.context(), team.venue.id, edit)).toMatchObject({
			ok: true,
			sessions: 1,
			messages: 2,
		});
		const session = await findSession(world.database.client, upcoming);
		expect(session).toMatchObject({ sequence: 1, version: 2, changedAt: world.context().now });
		expect(await findSession(world.database.client, over)).toMatchObject({
			sequence: 0,
			version: 1,
		});
		const owed = await world.database.client.outboxMessage.findMany({
			orderBy: { id: "asc" },
			skip: before,
		});
		expect(owed.map(({ toAddress }) => toAddress).sort()).toEqual(
			[team.contacts[0].email, team.facilitators[0].email].sort(),
		);
		for (const message of owed) {
			expect(message).toMatchObject({ method: "REQUEST", why: "updated", sequence: 1, version: 1 });
			expect(message.ics).toContain("2 New Road");
		}
		const history = await readHistory(world.database.client, "session", session?.id ?? "");
		expect(history[0]).toMatchObject({
			what: "Venue's name or address changed",
			changes: [{ label: "Street", to: "2 New Road" }],
		});
		expect(await editVenue(world.context(), team.venue.id, edit)).toMatchObject({ messages: 0 });
	});

	it("is not owed for what no calendar shows", async () => {
		const team = await aTeamThatCanBook(world.database);
		await booked(world, team);
		const edit = venueForm(team, { parking: "Behind the gym", rooms: "Gym", pupils: "900" });
		expect(await editVenue(world.context(), team.venue.id, edit)).toMatchObject({ messages: 0 });
	});

	it("waits behind an invite that nobody has sent yet", async () => {
		const team = await aTeamThatCanBook(world.database);
		const reference = await booked(world, team, {}, true);
		await editVenue(world.context(), team.venue.id, venueForm(team, { street: "2 New Road" }));
		const messages = await world.database.client.outboxMessage.findMany({
			where: { invite: { session: { reference } } },
		});
		expect(messages.filter(({ status }) => status === "waiting")).toEqual([]);
	});

	it("comes with a programme's new name too", async () => {
		const team = await aTeamThatCanBook(world.database);
		const reference = await booked(world, team);
		const { name, themeId, lengthMinutes } = team.programme;
		const typed = { name, theme: themeId, lengthMinutes, facilitatorsNeeded: 1 };
		const edit = programmeInput.parse(typed);
		expect(
			await editProgramme(world.context(), team.programme.id, { ...edit, lengthMinutes: 45 }),
		).toMatchObject({ sessions: 0, messages: 0 });
		expect(
			await editProgramme(world.context(), team.programme.id, { ...edit, name: "Renamed" }),
		).toMatchObject({ sessions: 1, messages: 2 });
		const session = await findSession(world.database.client, reference);
		expect(session?.endsAt).toEqual(new Date("2027-01-14T10:00:00Z"));
	});
});

describeOnBothEngines("contacts", (world) => {
	const anita = contactInput.parse({
		name: "Anita Quill",
		email: "anita@school.test",
		role: "DSL",
	});

	it("are added, edited, retired and brought back; history never holds who they are", async () => {
		const { venue } = await aTeamThatCanBook(world.database);
		const id = saved(await addContact(world.context(), venue.id, anita));
		const edit = { ...anita, email: "a.quill@school.test", phone: "01632 960001" };
		saved(await editContact(world.context(), id, edit));
		saved(await retireContact(world.context(), id));
		saved(await restoreContact(world.context(), id));
		const history = await readHistory(world.database.client, "contact", id);
		expect(history.map(({ what }) => what)).toEqual([
			"Contact brought back",
			"Contact retired",
			"Contact edited",
			"Contact added",
		]);
		expect(history[2]?.changes).toEqual([
			{ label: "Email address", to: "changed" },
			{ label: "Telephone number", to: "changed" },
		]);
		expect(JSON.stringify(history)).not.toMatch(/quill|school\.test|960001/i);
	});

	it("share no address within a venue, and may across venues", async () => {
		const first = await aTeamThatCanBook(world.database);
		const second = await aTeamThatCanBook(world.database);
		const id = saved(await addContact(world.context(), first.venue.id, anita));
		saved(await addContact(world.context(), second.venue.id, anita));
		const refusal = { ok: false, reason: "taken", field: "email", by: { id, name: "Anita Quill" } };
		expect(await addContact(world.context(), first.venue.id, anita)).toMatchObject(refusal);
		expect(await editContact(world.context(), first.contacts[0].id, anita)).toMatchObject(refusal);
		saved(await retireContact(world.context(), id));
		saved(await addContact(world.context(), first.venue.id, anita));
		expect(await restoreContact(world.context(), id)).toMatchObject({ reason: "taken" });
	});

	it("keep the invites that they hold: a new address changes none, retiring withdraws none", async () => {
		const team = await aTeamThatCanBook(world.database);
		const reference = await booked(world, team);
		const [contact] = team.contacts;
		const messages = await world.database.client.outboxMessage.count();
		saved(await editContact(world.context(), contact.id, { ...anita, email: "new@school.test" }));
		saved(await retireContact(world.context(), contact.id));
		const session = await findSession(world.database.client, reference);
		expect(session?.invites.find(({ contactId }) => contactId === contact.id)).toMatchObject({
			address: contact.email,
			withdrawnAt: null,
		});
		expect(await world.database.client.outboxMessage.count()).toBe(messages);
	});

	it("are not added where there is no venue, or none in use", async () => {
		const { venue } = await aTeamThatCanBook(world.database);
		expect(await addContact(world.context(), "nowhere", anita)).toMatchObject({
			reason: "not_found",
		});
		saved(await retireVenue(world.context(), venue.id));
		expect(await addContact(world.context(), venue.id, anita)).toMatchObject({ reason: "retired" });
	});
});

describeOnBothEngines("people", (world) => {
	it("are added with what they may deliver, edited, retired and brought back", async () => {
		const { agency, team, programme } = await aTeamThatCanBook(world.database);
		const typed = {
			name: "Priya Shah",
			email: "priya@team.test",
			agency: agency.id,
			teams: team.id,
			programmes: programme.id,
			until: { [programme.id]: "2027-08-31" },
		};
		const id = saved(await createPerson(world.context(), personInput.parse(typed)));
		const edit = { ...typed, phone: "07700 900001", teams: [], until: {} };
		saved(await editPerson(world.context(), id, personInput.parse(edit)));
		expect(await findPerson(world.database.client, id)).toMatchObject({
			teams: [],
			qualifications: [{ programme: { id: programme.id }, until: null }],
		});
		const history = await readHistory(world.database.client, "person", id);
		expect(history[0]?.changes).toEqual([
			{ label: "Teams", from: team.name, to: null },
			{
				label: "May deliver",
				from: `${programme.name} (until 31 August 2027)`,
				to: programme.name,
			},
			{ label: "Telephone number", to: "changed" },
		]);
		saved(await retirePerson(world.context(), id));
		saved(await restorePerson(world.context(), id));
	});

	it("keep what no form offers: a qualification for a retired programme, a retired team", async () => {
		const { agency } = await aTeamThatCanBook(world.database);
		const programme = await aProgramme(world.database, { retiredAt: new Date() });
		const team = await world.database.client.team.create({
			data: { name: "Old team", prefix: "OLD", email: "old@team.test", retiredAt: new Date() },
		});
		const person = await aPerson(world.database, {
			programmeIds: [programme.id],
			teamIds: [team.id],
		});
		const input = personInput.parse({ name: person.name, email: person.email, agency: agency.id });
		saved(await editPerson(world.context(), person.id, input));
		expect(await findPerson(world.database.client, person.id)).toMatchObject({
			teams: [{ id: team.id }],
			qualifications: [{ programme: { id: programme.id } }],
		});
		const more = { ...input, qualifications: [{ programmeId: programme.id, until: null }] };
		expect(await editPerson(world.context(), person.id, more)).toMatchObject({
			reason: "unknown_choice",
			field: "programmes",
		});
	});

	it("share no address, and choose only what is there", async () => {
		const { agency, facilitators } = await aTeamThatCanBook(world.database);
		const form = personInput.parse({ name: "X", email: "x@team.test", agency: agency.id });
		const create = (change: object) => createPerson(world.context(), { ...form, ...change });
		expect(await create({ email: facilitators[0].email })).toMatchObject({
			reason: "taken",
			field: "email",
			by: { name: facilitators[0].name },
		});
		const refusal = (field: string) => ({ ok: false, reason: "unknown_choice", field });
		expect(await create({ agency: "nothing" })).toEqual(refusal("agency"));
		expect(await create({ teams: ["nothing"] })).toEqual(refusal("teams"));
		const qualifications = [{ programmeId: "nothing", until: null }];
		expect(await create({ qualifications })).toEqual(refusal("programmes"));
		expect(await world.database.client.person.count({ where: { email: "x@team.test" } })).toBe(0);
	});

	it("stay while they are on sessions to come, with the list of those", async () => {
		const team = await aTeamThatCanBook(world.database);
		const [person] = team.facilitators;
		const session = await aSession(world.database, team);
		await aSession(world.database, team, {
			status: "cancelled",
			startsAt: new Date("2027-01-15T09:00:00Z"),
		});
		expect(await retirePerson(world.context(), person.id)).toMatchObject({
			reason: "upcoming_sessions",
			upcoming: {
				total: 1,
				sessions: [{ reference: session.reference, venueName: team.venue.name }],
			},
		});
		saved(await retirePerson(world.context({ now: session.endsAt }), person.id));
	});

	it("come back only to an agency that is in use", async () => {
		const { id: agencyId } = await world.database.client.agency.create({
			data: { name: "Gone agency", retiredAt: new Date() },
		});
		const person = await aPerson(world.database, { agencyId, retiredAt: new Date() });
		expect(await restorePerson(world.context(), person.id)).toMatchObject({
			reason: "belongs_to_retired",
			to: { name: "Gone agency" },
		});
	});
});
