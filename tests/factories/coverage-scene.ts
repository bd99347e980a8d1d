import type { Database } from "#app/data/database.ts";
import type { NewSession } from "#app/data/sessions.ts";
import { aTeamThatCanBook } from "./a-team-that-can-book.ts";
import { aProgramme, aTheme } from "./programmes.ts";
import { aSession } from "./sessions.ts";
import { aDistrict, aVenue } from "./venues.ts";

/**
 * One school in each state on 25 November 2026. Knife crime is for Years 7 to 9, Gangs for Year 10.
 * Alder had Knife crime with Year 8 in October; Birch a year and some weeks ago; Cedar said no, and
 * asked in vain for Gangs; Dogwood is booked; Elm had nothing, is nowhere and has no number of pupils. Fir is a primary school, for
 * which there is nothing.
 */
export async function coverageScene(database: Database) {
	const { client } = database;
	const team = await aTeamThatCanBook(database);
	const gangs = await aTheme(database, { name: "Gangs", position: 1 });
	const lines = await aProgramme(database, {
		name: "County lines",
		slug: "county-lines",
		themeId: gangs.id,
		yearGroups: "Y10",
	});
	await aDistrict(database, { code: "E07000067", name: "Braintree", position: 1 });
	const school = (name: string, overrides: Parameters<typeof aVenue>[1] = {}) =>
		aVenue(database, { name, fsmPercent: 10, latitude: 51.6, longitude: 0.5, ...overrides });
	await client.venue.update({
		where: { id: team.venue.id },
		data: { name: "Alder School", fsmPercent: 5, latitude: 51.57, longitude: 0.45 },
	});
	const alder = team.venue;
	const birch = await school("Birch School", { fsmPercent: 45, pupils: 500 });
	const braintree = { districtCode: "E07000067" };
	const cedar = await school("Cedar School", braintree);
	const dogwood = await school("Dogwood School", { ...braintree, fsmPercent: 29.9 });
	const nowhere = { districtCode: null, latitude: null, longitude: null };
	const elm = await school('=Elm "School"', { ...nowhere, pupils: null, fsmPercent: null });
	await school("Fir School", { phase: "primary", lowAge: 4, highAge: 11 });

	const session = (venueId: string, date: string, more: Partial<NewSession>) =>
		aSession(database, team, {
			venueId,
			startsAt: new Date(`${date}T09:00:00Z`),
			facilitatorIds: [],
			...more,
		});
	const delivered = async (venueId: string, date: string, reference: string) => {
		const { id } = await session(venueId, date, { reference, status: "delivered" });
		await client.closeOut.create({
			data: {
				sessionId: id,
				revision: 1,
				current: true,
				outcome: "delivered",
				counted: "counted",
				youngPeople: 28,
				adults: 1,
				recordedByName: "Test",
				recordedAt: new Date(`${date}T11:00:00Z`),
				headcounts: { create: [{ yearGroup: "Y8", youngPeople: 28 }] },
			},
		});
	};
	await delivered(alder.id, "2026-10-06", "JET-2026-0001");
	await delivered(birch.id, "2025-10-07", "JET-2025-0001");
	await session(cedar.id, "2026-11-03", {
		reference: "JET-2026-0002",
		status: "cancelled",
		cancelledBy: "school",
		endReason: "No room",
	});
	await session(dogwood.id, "2027-01-14", { reference: "JET-2027-0001", status: "provisional" });
	await session(elm.id, "2026-11-19", { reference: "JET-2026-0003" });
	await client.request.create({
		data: {
			reference: "REQ-2026-0001",
			once: "once",
			source: "form",
			status: "declined",
			receivedAt: new Date("2026-11-02T09:00:00Z"),
			confirmedAt: new Date("2026-11-02T09:20:00Z"),
			decidedAt: new Date("2026-11-03T09:00:00Z"),
			declineReason: "no_capacity",
			venueId: cedar.id,
			venueName: cedar.name,
			expectedYoungPeople: 30,
			groups: 1,
			contactName: "Grace Lyle",
			contactEmail: "grace.lyle@school.test",
			dslKnows: true,
			firstDate: "2027-01-12",
			lastDate: "2027-01-12",
			searchText: "",
			programmes: { create: { programmeId: lines.id } },
			yearGroups: { create: { yearGroup: "Y10" } },
		},
	});
	return { team, lines, schools: { alder, birch, cedar, dogwood, elm } };
}

export type CoverageScene = Awaited<ReturnType<typeof coverageScene>>;
