import { beforeEach, expect, it } from "vitest";
import { readSchoolSessions } from "#app/data/school-sessions.ts";
import { aVenue } from "#tests/factories/venues.ts";
import { describeOnBothEngines } from "#tests/setup/databases.ts";
import { aScene, duringSession, type Scene } from "./session-scene.ts";

describeOnBothEngines("a year group that had it before", (world) => {
	let scene: Scene;
	beforeEach(async () => {
		scene = await aScene(world);
	});

	const had = (groups: [string, number][]) => ({
		outcome: "delivered",
		headcounts: groups.map(([yearGroup, youngPeople]) => ({ yearGroup, youngPeople })),
		adults: 1,
		counted: "counted",
	});
	const nextYear = { startsAt: "2027-11-18T09:00" };

	it("is told of a year later, by who came, and needs a reason that is kept", async () => {
		const first = await scene.booked({ yearGroups: ["Y8", "Y9"] });
		const groups: [string, number][] = [
			["Y8", 28],
			["Y9", 0],
		];
		await scene.at(duringSession).closeOut(first, had(groups));
		const nobodyCame = await scene.book({ ...nextYear, yearGroups: ["Y10"] });
		expect(nobodyCame).toMatchObject({ warnings: [{ code: "year_group_unusual" }] });
		const refused = await scene.book({ startsAt: "2027-11-19T09:00", yearGroups: ["Y9"] });
		const { name } = scene.team.programme;
		const message = `Year 8 here had ${name} on 14 January 2027; they will be Year 9 by then`;
		expect(refused).toEqual({
			ok: false,
			reason: "warnings",
			warnings: [{ code: "same_cohort", message }],
		});
		const overrides = [{ code: "same_cohort", reason: "Only half of them came" }];
		const again = await scene.booked({
			startsAt: "2027-11-19T09:00",
			yearGroups: ["Y9"],
			overrides,
		});
		expect(await scene.read(again.reference)).toMatchObject({ overrides });
	});

	it("forgets what was cancelled", async () => {
		await scene.cancel(await scene.booked());
		expect(await scene.book({ startsAt: "2027-02-04T09:00" })).toMatchObject({ ok: true });
	});

	it("remembers the school's earlier names", async () => {
		const { client } = world.database;
		const oldest = await aVenue(world.database);
		const older = await aVenue(world.database);
		const { venue } = scene.team;
		await scene.booked({ venue: oldest.id, contacts: [] });
		await client.venue.update({ where: { id: oldest.id }, data: { successorId: older.id } });
		await client.venue.update({ where: { id: older.id }, data: { successorId: venue.id } });
		expect(await readSchoolSessions(client, venue.id)).toMatchObject([
			{ date: "2027-01-14", yearGroups: ["Y8"], formerly: oldest.name, delivered: false },
		]);
		const later = await scene.book(nextYear);
		expect(later).toMatchObject({ ok: true, warnings: [] });
		expect(await scene.book({ startsAt: "2027-02-04T09:00" })).toMatchObject({
			warnings: [{ code: "same_cohort" }],
		});
	});

	it("is told of when a session is given to them, but not of the session itself", async () => {
		await scene.booked({ startsAt: "2027-02-04T09:00", yearGroups: ["Y9"] });
		const other = await scene.booked();
		expect(await scene.edit(other, { expectedYoungPeople: 29 })).toMatchObject({ ok: true });
		const edited = await scene.edit({ ...other, version: 2 }, { yearGroups: ["Y9"] });
		expect(edited).toMatchObject({ warnings: [{ code: "same_cohort" }] });
	});
});
