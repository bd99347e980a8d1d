import type { Database } from "#app/data/database.ts";
import { anAgency, aTeam } from "./organisations.ts";
import { aPerson } from "./people.ts";
import { aProgramme, aTheme } from "./programmes.ts";
import { aContact, aVenue } from "./venues.ts";

/**
 * All that a booking needs: the team JET, and a new programme, a new venue with two contacts, and
 * three new facilitators who are qualified for the programme. Nothing about it gives a warning.
 */
export async function aTeamThatCanBook(database: Database) {
	const agency = await anAgency(database);
	const team = await aTeam(database);
	const theme = await aTheme(database);
	const programme = await aProgramme(database, { themeId: theme.id });
	const venue = await aVenue(database);
	const contacts = [
		await aContact(database, venue.id),
		await aContact(database, venue.id),
	] as const;
	const qualified = { programmeIds: [programme.id], teamIds: [team.id] };
	const facilitators = [
		await aPerson(database, qualified),
		await aPerson(database, qualified),
		await aPerson(database, qualified),
	] as const;
	return { agency, team, theme, programme, venue, contacts, facilitators };
}

export type TeamThatCanBook = Awaited<ReturnType<typeof aTeamThatCanBook>>;

/**
 * A booking as a form or the API gives it, which needs no override on the tests' day: Thursday
 * 14 January 2027, 9:00am to 10:00am, the first facilitator and the first contact.
 */
export function aBooking(world: TeamThatCanBook, overrides: Record<string, unknown> = {}) {
	return {
		programme: world.programme.id,
		venue: world.venue.id,
		team: world.team.id,
		startsAt: "2027-01-14T09:00",
		yearGroups: ["Y8"],
		expectedYoungPeople: 30,
		facilitators: [world.facilitators[0].id],
		contacts: [world.contacts[0].id],
		...overrides,
	};
}
