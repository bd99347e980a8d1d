import { expect, it } from "vitest";
import { createAgency } from "#app/commands/create-agency.ts";
import { createProgramme } from "#app/commands/create-programme.ts";
import { createTeam } from "#app/commands/create-team.ts";
import { createTheme } from "#app/commands/create-theme.ts";
import { editAgency } from "#app/commands/edit-agency.ts";
import { editPartnership } from "#app/commands/edit-partnership.ts";
import { editProgramme } from "#app/commands/edit-programme.ts";
import { editTeam } from "#app/commands/edit-team.ts";
import { editTheme } from "#app/commands/edit-theme.ts";
import { ensureDistricts } from "#app/commands/ensure-districts.ts";
import { restoreAgency } from "#app/commands/restore-agency.ts";
import { restoreProgramme } from "#app/commands/restore-programme.ts";
import { restoreTeam } from "#app/commands/restore-team.ts";
import { restoreTheme } from "#app/commands/restore-theme.ts";
import { retireAgency } from "#app/commands/retire-agency.ts";
import { retireProgramme } from "#app/commands/retire-programme.ts";
import { retireTeam } from "#app/commands/retire-team.ts";
import { retireTheme } from "#app/commands/retire-theme.ts";
import { readAgencyChoices } from "#app/data/agencies.ts";
import { readHistory } from "#app/data/history.ts";
import { findProgramme } from "#app/data/programmes.ts";
import { readSettings } from "#app/data/settings.ts";
import { findTeam } from "#app/data/teams.ts";
import { agencyInput } from "#app/domain/partnership/agency-input.ts";
import { partnershipInput } from "#app/domain/partnership/partnership-input.ts";
import { teamInput } from "#app/domain/partnership/team-input.ts";
import { themeInput } from "#app/domain/partnership/theme-input.ts";
import { programmeInput } from "#app/domain/programmes/programme-input.ts";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aPerson } from "#tests/factories/people.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines, type World } from "#tests/setup/databases.ts";
import { saved } from "./register-scene.ts";

async function told(
	world: World,
	...subject: Parameters<typeof readHistory> extends [unknown, ...infer Rest] ? Rest : never
) {
	const entries = await readHistory(world.database.client, ...subject);
	return entries.map(({ what, changes, actorName }) => ({ what, changes, actorName }));
}

const actorName = "Carys Coordinator";

describeOnBothEngines("agencies", (world) => {
	it("are added, renamed, retired and brought back, and history says so", async () => {
		const id = saved(await createAgency(world.context(), agencyInput.parse({ name: "Fire" })));
		saved(await editAgency(world.context(), id, { name: "Fire and Rescue" }));
		saved(await editAgency(world.context(), id, { name: "Fire and Rescue" }));
		saved(await retireAgency(world.context(), id));
		expect(await readAgencyChoices(world.database.client)).toEqual([]);
		expect(await editAgency(world.context(), id, { name: "Other" })).toEqual({
			ok: false,
			reason: "retired",
		});
		saved(await restoreAgency(world.context(), id));
		expect((await readAgencyChoices(world.database.client)).map(({ name }) => name)).toEqual([
			"Fire and Rescue",
		]);
		expect(await told(world, "agency", id)).toEqual([
			{ what: "Brought back", changes: [], actorName },
			{ what: "Retired", changes: [], actorName },
			{
				what: "Edited",
				changes: [{ label: "Name", from: "Fire", to: "Fire and Rescue" }],
				actorName,
			},
			{ what: "Added", changes: [], actorName },
		]);
	});

	it("have names that nobody could take for one another's, retired ones included", async () => {
		const id = saved(await createAgency(world.context(), { name: "Northmoor Fire" }));
		saved(await retireAgency(world.context(), id));
		const again = await createAgency(world.context(), { name: "NORTHMOOR  fire" });
		expect(again).toMatchObject({
			ok: false,
			reason: "taken",
			field: "name",
			by: { id, retired: true },
		});
	});

	it("are added once when two people add one at the same moment", async () => {
		const answers = await Promise.all(
			[1, 2, 3, 4].map(() => createAgency(world.context(), { name: "Probation" })),
		);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		expect(answers.filter(({ ok }) => !ok)).toEqual(
			Array(3).fill(expect.objectContaining({ reason: "taken", field: "name" })),
		);
		expect(await world.database.client.agency.count({ where: { name: "Probation" } })).toBe(1);
	});

	it("stay while anything in use needs them", async () => {
		const { id } = await world.database.client.agency.create({ data: { name: "Council" } });
		const person = await aPerson(world.database, { agencyId: id, name: "Una Teale" });
		expect(await retireAgency(world.context(), id)).toEqual({
			ok: false,
			reason: "in_use",
			dependants: [{ kind: "people", names: [person.name] }],
		});
		await world.database.client.person.update({
			where: { id: person.id },
			data: { retiredAt: new Date() },
		});
		saved(await retireAgency(world.context(), id));
	});

	it("answer for what is not there", async () => {
		const none = { ok: false, reason: "not_found" };
		expect(await editAgency(world.context(), "nothing", { name: "x" })).toEqual(none);
		expect(await retireAgency(world.context(), "nothing")).toEqual(none);
		expect(await restoreAgency(world.context(), "nothing")).toEqual(none);
	});
});

describeOnBothEngines("themes", (world) => {
	it("are added, moved in lists, retired when empty and brought back", async () => {
		const input = themeInput.parse({ name: "Hate crime", position: "3" });
		const id = saved(await createTheme(world.context(), input));
		saved(await editTheme(world.context(), id, { ...input, position: 1 }));
		expect(await told(world, "theme", id)).toMatchObject([
			{ what: "Edited", changes: [{ label: "Place in lists", from: "3", to: "1" }] },
			{ what: "Added" },
		]);
		saved(await retireTheme(world.context(), id));
		saved(await restoreTheme(world.context(), id));
	});

	it("stay while programmes stand under them", async () => {
		const { theme, programme } = await aTeamThatCanBook(world.database);
		expect(await retireTheme(world.context(), theme.id)).toEqual({
			ok: false,
			reason: "in_use",
			dependants: [{ kind: "programmes", names: [programme.name] }],
		});
		saved(await retireProgramme(world.context(), programme.id));
		saved(await retireTheme(world.context(), theme.id));
		expect(await restoreProgramme(world.context(), programme.id)).toMatchObject({
			ok: false,
			reason: "belongs_to_retired",
			to: { name: theme.name },
		});
	});
});

describeOnBothEngines("teams", (world) => {
	const ppp = { name: "Prepare, Prevent, Protect", prefix: "ppp", email: "ppp@team.test" };

	it("are added with their agencies, edited, retired and brought back", async () => {
		const agency = saved(await createAgency(world.context(), { name: "Police" }));
		const id = saved(
			await createTeam(world.context(), teamInput.parse({ ...ppp, agencies: agency })),
		);
		const edit = teamInput.parse({ ...ppp, phone: "01632 960000", prefix: "PREP" });
		saved(await editTeam(world.context(), id, edit));
		expect((await findTeam(world.database.client, id))?.agencies).toEqual([]);
		expect((await told(world, "team", id))[0]?.changes).toEqual([
			{ label: "Reference prefix", from: "PPP", to: "PREP" },
			{ label: "Telephone number", from: null, to: "01632 960000" },
			{ label: "Agencies", from: "Police", to: null },
		]);
		saved(await retireTeam(world.context(), id));
		saved(await restoreTeam(world.context(), id));
	});

	it("do not take a prefix that another team has or ever used", async () => {
		const team = await aTeamThatCanBook(world.database);
		await aSession(world.database, team);
		const twin = teamInput.parse({ ...ppp, name: "Twin", prefix: "jet" });
		const refusal = { reason: "taken", field: "prefix", by: { name: team.team.name } };
		expect(await createTeam(world.context(), twin)).toMatchObject(refusal);
		await world.database.client.team.update({
			where: { id: team.team.id },
			data: { prefix: "NEW" },
		});
		expect(await createTeam(world.context(), twin)).toMatchObject(refusal);
		const back = teamInput.parse({ ...team.team, agencies: [] });
		saved(await editTeam(world.context(), team.team.id, { ...back, prefix: "JET" }));
	});

	it("stay while sessions of them are to come, and name no unknown agency", async () => {
		const team = await aTeamThatCanBook(world.database);
		const session = await aSession(world.database, team, {
			startsAt: new Date("2027-02-01T09:00:00Z"),
		});
		const refused = await retireTeam(world.context(), team.team.id);
		expect(refused).toMatchObject({ ok: false, reason: "upcoming_sessions" });
		const references = (refused as { upcoming: { sessions: { reference: string }[] } }).upcoming
			.sessions;
		expect(references.map(({ reference }) => reference)).toContain(session.reference);
		const unknown = teamInput.parse({ ...ppp, name: "X", prefix: "XX", agencies: ["nothing"] });
		expect(await createTeam(world.context(), unknown)).toMatchObject({
			reason: "unknown_choice",
			field: "agencies",
		});
	});
});

describeOnBothEngines("programmes", (world) => {
	async function form(overrides: object = {}) {
		const { theme, agency } = await aTeamThatCanBook(world.database);
		return programmeInput.parse({
			name: "Choices",
			theme: theme.id,
			lengthMinutes: "50",
			yearGroups: ["Y8", "Y7"],
			facilitatorsNeeded: "2",
			agenciesNeeded: agency.id,
			...overrides,
		});
	}

	it("are added under a slug that stays, and edited with their history", async () => {
		const input = await form();
		const id = saved(await createProgramme(world.context(), input));
		const second = saved(await createProgramme(world.context(), { ...input, name: "Choices!" }));
		const edit = { ...input, name: "Better choices", largestGroup: 30, yearGroups: [] };
		saved(await editProgramme(world.context(), id, edit));
		expect(await findProgramme(world.database.client, "choices")).toMatchObject({
			id,
			name: "Better choices",
			largestGroup: 30,
			yearGroups: [],
			agenciesNeeded: [{ name: "Northmoor Police" }],
		});
		expect((await findProgramme(world.database.client, second))?.slug).toBe("choices-2");
		expect((await told(world, "programme", id))[0]?.changes).toEqual([
			{ label: "Name", from: "Choices", to: "Better choices" },
			{ label: "Year groups", from: "Years 7 and 8", to: null },
			{ label: "Largest group", from: null, to: "30" },
		]);
	});

	it("name no unknown or retired theme or agency", async () => {
		const input = await form({ name: "Fresh" });
		const retired = await world.database.client.theme.create({
			data: { name: "Gone", retiredAt: new Date() },
		});
		const refusal = (field: string) => ({ ok: false, reason: "unknown_choice", field });
		const create = (change: object) => createProgramme(world.context(), { ...input, ...change });
		expect(await create({ theme: "nothing" })).toEqual(refusal("theme"));
		expect(await create({ theme: retired.id })).toEqual(refusal("theme"));
		expect(await create({ agenciesNeeded: ["nothing"] })).toEqual(refusal("agenciesNeeded"));
		expect(await world.database.client.programme.count({ where: { name: "Fresh" } })).toBe(0);
	});

	it("stay while sessions of them are to come, and go when those are over", async () => {
		const team = await aTeamThatCanBook(world.database);
		const session = await aSession(world.database, team);
		const refused = await retireProgramme(world.context(), team.programme.id);
		expect(refused).toMatchObject({
			reason: "upcoming_sessions",
			upcoming: { total: 1, sessions: [{ reference: session.reference }] },
		});
		saved(await retireProgramme(world.context({ now: session.endsAt }), team.programme.id));
		saved(await restoreProgramme(world.context(), team.programme.id));
	});
});

describeOnBothEngines("the partnership", (world) => {
	it("is edited with its history", async () => {
		const input = partnershipInput.parse({
			partnership: "Essex",
			zone: "Europe/London",
			reminderDays: "",
		});
		expect(await editPartnership(world.context(), input)).toEqual({ ok: true });
		expect(await readSettings(world.database.client)).toMatchObject({
			partnership: "Essex",
			reminderDays: null,
		});
		expect((await told(world, "setting", "partnership"))[0]?.changes).toEqual([
			{ label: "Name of the partnership", from: "Joint Education Partnership", to: "Essex" },
			{ label: "Days before a reminder", from: "1", to: null },
		]);
	});

	it("keeps its zone once there are sessions, whose local dates would no longer be true", async () => {
		const input = partnershipInput.parse({
			partnership: "Essex",
			zone: "Europe/Paris",
			reminderDays: "1",
		});
		expect(await editPartnership(world.context(), input)).toEqual({ ok: true });
		await aSession(world.database, await aTeamThatCanBook(world.database));
		expect(await editPartnership(world.context(), { ...input, zone: "Europe/London" })).toEqual({
			ok: false,
			reason: "zone_in_use",
		});
		expect((await readSettings(world.database.client)).zone).toBe("Europe/Paris");
	});
});

describeOnBothEngines("ensureDistricts", (world) => {
	it("adds what is missing once and leaves an end that somebody gave", async () => {
		expect(await ensureDistricts(world.database)).toBe(14);
		const basildon = { code: "E07000066" };
		await world.database.client.district.update({ where: basildon, data: { until: "2028-03-31" } });
		expect(await ensureDistricts(world.database)).toBe(0);
		expect(await world.database.client.district.findUnique({ where: basildon })).toMatchObject({
			name: "Basildon",
			laName: "Essex",
			until: "2028-03-31",
		});
	});
});
