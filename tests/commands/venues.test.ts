import { expect, it } from "vitest";
import { createVenue } from "#app/commands/create-venue.ts";
import { editProgramme } from "#app/commands/edit-programme.ts";
import { editVenue } from "#app/commands/edit-venue.ts";
import { ensureDistricts } from "#app/commands/ensure-districts.ts";
import { restoreVenue } from "#app/commands/restore-venue.ts";
import { retireVenue } from "#app/commands/retire-venue.ts";
import { readHistory } from "#app/data/history.ts";
import { findSession } from "#app/data/sessions.ts";
import { findVenue } from "#app/data/venues.ts";
import { programmeInput } from "#app/domain/programmes/programme-input.ts";
import { venueInput } from "#app/domain/venues/venue-input.ts";
import { aTeamThatCanBook, type TeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { booked, saved } from "./register-scene.ts";

function venueForm(team: TeamThatCanBook, change: object = {}) {
	const { name, kind, urn, phase, street, town, postcode, districtCode, rooms } = team.venue;
	const now = { name, kind, urn, phase, street, town, postcode, district: districtCode, rooms };
	return venueInput.parse({ ...now, ...change });
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
