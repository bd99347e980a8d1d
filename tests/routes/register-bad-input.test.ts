import { afterAll, beforeAll, expect, it } from "vitest";
import { ensureDistricts } from "#app/commands/ensure-districts.ts";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { openSite, type Site } from "#tests/setup/site.ts";
import type { Visitor } from "#tests/setup/visitor.ts";

type Form = Record<string, string | string[]>;

/** Every form of the register, filled in as it would be accepted. */
function formsFor(team: Awaited<ReturnType<typeof aTeamThatCanBook>>): Record<string, Form> {
	const { venue, agency, theme, programme, contacts, facilitators } = team;
	const aVenue = {
		name: "Saltmarsh Academy",
		kind: "school",
		urn: "",
		phase: "secondary",
		lowAge: "11",
		highAge: "18",
		pupils: "1184",
		fsmPercent: "14.2",
		street: "Mill Lane",
		town: "Maldon",
		postcode: "CM9 0ZZ",
		district: "E07000074",
		easting: "585200",
		northing: "206900",
		parking: "Here",
		reception: "There",
		rooms: "Hall",
		sensitivities: "Something",
	};
	const aPerson = {
		name: "Priya Shah",
		email: "priya@team.test",
		phone: "07700 900001",
		agency: agency.id,
		teams: [team.team.id],
		programmes: [programme.id],
		[`until.${programme.id}`]: "2027-08-31",
	};
	const aProgramme = {
		name: "Aftermath",
		theme: theme.id,
		summary: "After an arrest",
		lengthMinutes: "50",
		largestGroup: "30",
		yearGroups: ["Y9"],
		facilitatorsNeeded: "2",
		agenciesNeeded: [agency.id],
		schoolProvides: "A projector",
	};
	const aContact = {
		name: "Grace Lyle",
		role: "DSL",
		email: "g@school.test",
		phone: "01632 960777",
	};
	const aTeam = {
		name: "Another team",
		prefix: "ANT",
		email: "ant@team.test",
		phone: "01632 960777",
		agencies: [agency.id],
	};
	return {
		"/venues/new": aVenue,
		[`/venues/${venue.id}/edit`]: aVenue,
		[`/venues/${venue.id}/contacts/new`]: aContact,
		[`/contacts/${contacts[0].id}/edit`]: aContact,
		"/people/new": aPerson,
		[`/people/${facilitators[0].id}/edit`]: aPerson,
		"/programmes/new": aProgramme,
		[`/programmes/${programme.id}/edit`]: aProgramme,
		"/settings/agencies/new": { name: "Probation" },
		[`/settings/agencies/${agency.id}`]: { name: "Probation" },
		"/settings/themes/new": { name: "Hate crime", position: "3" },
		[`/settings/themes/${theme.id}`]: { name: "Hate crime", position: "3" },
		"/settings/teams/new": aTeam,
		[`/settings/teams/${team.team.id}`]: aTeam,
		"/settings/partnership": { partnership: "Essex", zone: "Europe/London", reminderDays: "2" },
	};
}

/** Fields that are text, numbers or dates and can be too long to be right. */
const tooLong = "x".repeat(10_000);
const notAnId = ["no such thing", '\'; DROP TABLE "Venue"; --', "constructor"];
const lists = /^(teams|programmes|yearGroups|agenciesNeeded|agencies)$/;

describeOnBothEngines("bad input to the forms of the register", (world) => {
	/** For what is refused before any database is asked. */
	const onOne = it.runIf(world.engine === "sqlite");
	let site: Site;
	let visitor: Visitor;
	let forms: Record<string, Form>;
	beforeAll(async () => {
		site = await openSite(world.database);
		visitor = await site.signedIn("administrator");
		await ensureDistricts(world.database);
		forms = formsFor(await aTeamThatCanBook(world.database));
	});
	afterAll(() => site.close());

	/** Everything that these forms could write, as text. */
	async function everything(): Promise<string> {
		const { client } = world.database;
		const found = [
			await client.venue.findMany({ orderBy: { id: "asc" } }),
			await client.contact.findMany({ orderBy: { id: "asc" } }),
			await client.person.findMany({
				include: { qualifications: true, teams: true },
				orderBy: { id: "asc" },
			}),
			await client.programme.findMany({
				include: { agenciesNeeded: true },
				orderBy: { id: "asc" },
			}),
			await client.agency.findMany({ orderBy: { id: "asc" } }),
			await client.theme.findMany({ orderBy: { id: "asc" } }),
			await client.team.findMany({ include: { agencies: true }, orderBy: { id: "asc" } }),
			await client.setting.findMany({ orderBy: { key: "asc" } }),
			await client.historyEntry.count(),
		];
		return JSON.stringify(found);
	}

	onOne("too long, at any field: 422, the message at that field, nothing written", async () => {
		const before = await everything();
		for (const [path, form] of Object.entries(forms)) {
			for (const field of Object.keys(form)) {
				const answer = await visitor.post(path, { ...form, [field]: tooLong });
				expect([path, field, answer.status]).toEqual([path, field, 422]);
				expect(answer.errors().map((error) => error.field)).toContain(
					field.replace(/[^\w-]+/g, "-"),
				);
			}
		}
		expect(await everything()).toBe(before);
	});

	onOne("several values where one is wanted: 422, nothing written", async () => {
		const before = await everything();
		for (const [path, form] of Object.entries(forms)) {
			for (const field of Object.keys(form).filter((name) => !lists.test(name))) {
				const answer = await visitor.post(path, { ...form, [field]: ["one", "two"] });
				expect([path, field, answer.status]).toEqual([path, field, 422]);
			}
		}
		expect(await everything()).toBe(before);
	});

	onOne("nothing at all, and unknown choices: 422, nothing written", async () => {
		const before = await everything();
		for (const [path, form] of Object.entries(forms)) {
			expect([path, (await visitor.post(path, {})).status]).toEqual([path, 422]);
			const chosen = Object.keys(form).filter((name) =>
				/^(kind|phase|district|agency|theme|zone)$|^(teams|programmes|yearGroups|agenc)/.test(name),
			);
			for (const field of chosen) {
				for (const value of notAnId) {
					const answer = await visitor.post(path, { ...form, [field]: value });
					expect([path, field, value, answer.status]).toEqual([path, field, value, 422]);
				}
			}
		}
		expect(await everything()).toBe(before);
	});

	it("characters that cannot be stored: refused or left out, never a failure", async () => {
		for (const [path, form] of Object.entries(forms)) {
			for (const field of Object.keys(form)) {
				const nul = await visitor.post(path, { ...form, [field]: "\u0000" });
				expect([path, field, [303, 422].includes(nul.status)]).toEqual([path, field, true]);
				const body = `${new URLSearchParams({ [field]: "x" })}%ED%A0%80`;
				const half = await visitor.post(
					path,
					{},
					{
						body,
						headers: { "content-type": "application/x-www-form-urlencoded" },
					},
				);
				expect([path, field, half.status]).toEqual([path, field, 400]);
			}
		}
		expect(await everything()).not.toContain("\\u0000");
	});

	it("another kind of body: 400, nothing written", async () => {
		const before = await everything();
		for (const path of Object.keys(forms)) {
			const json = await visitor.post(
				path,
				{},
				{
					body: JSON.stringify({ name: "x" }),
					headers: { "content-type": "application/json" },
				},
			);
			expect([path, json.status]).toEqual([path, 400]);
		}
		expect(await everything()).toBe(before);
	});
});
