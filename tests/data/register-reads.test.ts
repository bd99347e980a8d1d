import { expect, it } from "vitest";
import { readFacilitatorChoices } from "#app/data/people.ts";
import { readProgrammeChoices } from "#app/data/programmes.ts";
import { readTeamChoices } from "#app/data/teams.ts";
import { readVenueDeliveries, readVenueForBooking } from "#app/data/venues.ts";
import { aTeamThatCanBook } from "#tests/factories/a-team-that-can-book.ts";
import { aTeam } from "#tests/factories/organisations.ts";
import { aPerson } from "#tests/factories/people.ts";
import { aProgramme, aTheme } from "#tests/factories/programmes.ts";
import { aSession } from "#tests/factories/sessions.ts";
import { aContact } from "#tests/factories/venues.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";

const at = (time: string) => new Date(`2027-01-14T${time}:00Z`);

describeOnBothEngines("readFacilitatorChoices", (world) => {
	it("says of each who may deliver it, until when, and what keeps them", async () => {
		const team = await aTeamThatCanBook(world.database);
		const [busy, touching, free] = team.facilitators;
		const other = await aTeam(world.database, { name: "PPP", prefix: "PPP" });
		const elsewhere = await aPerson(world.database, { name: "Aaron First", teamIds: [other.id] });
		const expired = await aPerson(world.database, {
			programmeIds: [team.programme.id],
			qualifiedUntil: "2027-01-13",
		});
		const gone = await aPerson(world.database, { retiredAt: new Date("2026-01-01T00:00:00Z") });
		const session = await aSession(world.database, team, { facilitatorIds: [busy.id] });
		await aSession(world.database, team, {
			facilitatorIds: [touching.id],
			startsAt: at("10:00"),
		});
		await aSession(world.database, team, { facilitatorIds: [free.id], status: "cancelled" });

		const question = {
			programmeId: team.programme.id,
			date: "2027-01-14",
			interval: { start: at("09:30"), end: at("10:00") },
			teamId: team.team.id,
		};
		const choices = await readFacilitatorChoices(world.database.client, question);
		const of = (id: string) => choices.find((choice) => choice.id === id);
		expect(of(busy.id)).toMatchObject({
			inTeam: true,
			standing: "qualified",
			qualifiedUntil: null,
			agency: { name: "Northmoor Police" },
			busy: [
				{
					reference: session.reference,
					programmeName: team.programme.name,
					venueName: team.venue.name,
					startsAt: at("09:00"),
					endsAt: at("10:00"),
				},
			],
		});
		expect(of(touching.id)?.busy).toEqual([]);
		expect(of(free.id)?.busy).toEqual([]);
		expect(of(expired.id)).toMatchObject({ standing: "expired", qualifiedUntil: "2027-01-13" });
		expect(of(elsewhere.id)).toMatchObject({ standing: "not_qualified", inTeam: false });
		expect(of(gone.id)).toBeUndefined();
		expect(choices.at(-1)?.id).toBe(elsewhere.id);

		const change = { ...question, exceptReference: session.reference, teamId: null };
		const moved = await readFacilitatorChoices(world.database.client, change);
		expect(moved.every((choice) => choice.busy.length === 0 && choice.inTeam)).toBe(true);
		expect(moved[0]?.id).toBe(elsewhere.id);

		const undated = await readFacilitatorChoices(world.database.client, {
			...question,
			interval: null,
		});
		expect(undated.flatMap((choice) => choice.busy)).toEqual([]);
	});
});

describeOnBothEngines("the choices of a booking", (world) => {
	it("offers programmes in use by theme, in the order of themes", async () => {
		const last = await aTheme(world.database, { name: "Aardvarks", position: 9 });
		const first = await aTheme(world.database, { name: "Zebras", position: 1 });
		await aTheme(world.database, { name: "Nothing under it", position: 0 });
		await aProgramme(world.database, { name: "b", themeId: last.id, yearGroups: "" });
		await aProgramme(world.database, { name: "A", themeId: last.id });
		await aProgramme(world.database, { name: "c", themeId: first.id });
		await aProgramme(world.database, { name: "d", themeId: first.id, retiredAt: new Date() });
		const choices = await readProgrammeChoices(world.database.client);
		expect(
			choices.map(({ theme, programmes }) => [theme.name, programmes.map((p) => p.name)]),
		).toEqual([
			["Zebras", ["c"]],
			["Aardvarks", ["A", "b"]],
		]);
		expect(choices[1]?.programmes.map(({ yearGroups }) => yearGroups)).toEqual([
			["Y7", "Y8", "Y9"],
			[],
		]);
	});

	it("offers teams in use", async () => {
		const jet = await aTeam(world.database);
		await aTeam(world.database, { name: "Gone", prefix: "GONE", retiredAt: new Date() });
		expect(await readTeamChoices(world.database.client)).toEqual([
			{ id: jet.id, name: "Joint Education Team", prefix: "JET" },
		]);
	});

	it("gives a venue with its contacts in use, its rooms and its day", async () => {
		const team = await aTeamThatCanBook(world.database);
		await aContact(world.database, team.venue.id, { retiredAt: new Date() });
		const booked = await aSession(world.database, team, { room: "Gym" });
		await aSession(world.database, team, { status: "cancelled", startsAt: at("11:00") });
		const found = await readVenueForBooking(world.database.client, team.venue.id, "2027-01-14");
		expect(found?.contacts.map(({ id }) => id).sort()).toEqual(
			team.contacts.map(({ id }) => id).sort(),
		);
		expect(found?.rooms).toEqual(["Hall", "Drama studio", "Gym"]);
		expect(found?.sessions.map(({ reference }) => reference)).toEqual([booked.reference]);
		const other = await readVenueForBooking(world.database.client, team.venue.id, "2027-01-15");
		expect(other?.sessions).toEqual([]);
		expect(await readVenueForBooking(world.database.client, "nowhere")).toBeNull();
	});
});

describeOnBothEngines("readVenueDeliveries", (world) => {
	it("counts what is in force, not what was corrected", async () => {
		const team = await aTeamThatCanBook(world.database);
		const session = await aSession(world.database, team, {
			startsAt: new Date("2026-10-01T08:00:00Z"),
			status: "delivered",
		});
		const closeOut = (revision: number, current: boolean, youngPeople: number) =>
			world.database.client.closeOut.create({
				data: {
					sessionId: session.id,
					revision,
					current,
					outcome: "delivered",
					counted: "counted",
					youngPeople,
					adults: 2,
					recordedByName: "Ravi Fernleigh",
					recordedAt: new Date("2026-10-01T10:00:00Z"),
					headcounts: {
						create: [
							{ yearGroup: "Y9", youngPeople: youngPeople - 10 },
							{ yearGroup: "Y8", youngPeople: 10 },
						],
					},
				},
			});
		await closeOut(1, false, 300);
		await closeOut(2, true, 30);
		expect(await readVenueDeliveries(world.database.client, [team.venue.id])).toEqual([
			{
				reference: session.reference,
				venueId: team.venue.id,
				localDate: "2026-10-01",
				theme: "Knife crime",
				programme: team.programme.name,
				headcounts: [
					{ yearGroup: "Y8", youngPeople: 10 },
					{ yearGroup: "Y9", youngPeople: 20 },
				],
			},
		]);
	});
});
