import { expect, it } from "vitest";
import { createPerson } from "#app/commands/create-person.ts";
import { editPerson } from "#app/commands/edit-person.ts";
import { restorePerson } from "#app/commands/restore-person.ts";
import { retirePerson } from "#app/commands/retire-person.ts";
import { readHistory } from "#app/data/history.ts";
import { findPerson } from "#app/data/people.ts";
import { personInput } from "#app/domain/people/person-input.ts";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aPerson } from "#tests/factories/people.ts";
import { aProgramme } from "#tests/factories/programmes.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { saved } from "./register-scene.ts";

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
