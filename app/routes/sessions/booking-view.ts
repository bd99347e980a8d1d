import { weighDraft } from "#app/commands/weigh-draft.ts";
import type { Reader } from "#app/data/database.ts";
import { type DaySession, readDaySessions } from "#app/data/day-sessions.ts";
import { readFacilitatorChoices } from "#app/data/people.ts";
import { type ProgrammeChoices, readProgrammeChoices } from "#app/data/programmes.ts";
import { readTeamChoices } from "#app/data/teams.ts";
import { searchVenues } from "#app/data/venue-search.ts";
import { readVenueForBooking } from "#app/data/venues.ts";
import { formatDate, formatTime } from "#app/domain/format-time.ts";
import { bookingTimes } from "#app/domain/sessions/session-input.ts";
import { whenFromBoxes } from "#app/domain/sessions/when-boxes.ts";
import { formatYearGroups, yearGroups } from "#app/domain/sessions/year-groups.ts";
import { type Interval, isLocalDate } from "#app/domain/time.ts";
import { parseVenueQuery } from "#app/domain/venues/venue-search.ts";
import type { Entered } from "#app/http/require-actor.ts";
import type { BookingAnswers } from "./booking-answers.ts";
import { dayOf, dayRows, minutesOf } from "./day-rows.ts";
import { facilitatorGroups } from "./facilitator-groups.ts";

/** How many places a search shows before it asks for more words. */
const MATCHES = 8;

export type BookingView = Awaited<ReturnType<typeof readBookingView>>;

/** What the booking form offers and shows, given what is filled in so far; writes nothing. */
export async function readBookingView(
	{ app, command, zone, today }: Entered,
	answers: BookingAnswers,
) {
	const { client } = app.database;
	const [programmes, teams] = await Promise.all([
		readProgrammeChoices(client),
		readTeamChoices(client),
	]);
	const programme = programmes
		.flatMap((theme) => theme.programmes)
		.find(({ id }) => id === answers.programme);
	const team = teams.find(({ id }) => id === answers.team) ?? teams[0];
	const interval = intervalOf(answers, zone, programme?.lengthMinutes);
	const date = isLocalDate(answers.date) ? answers.date : null;
	const day = dayOf(answers.date, zone);
	const [place, found, choices, sessions, warnings] = await Promise.all([
		readPlace(client, answers.venue, date),
		readMatches(client, answers.venueQuery),
		readFacilitatorChoices(client, {
			programmeId: programme?.id ?? "",
			date: date ?? today,
			interval,
			teamId: team?.id ?? null,
		}),
		day ? readDaySessions(client, day) : [],
		weighDraft(command, draftOf(answers, programme?.id ?? null, interval)),
	]);
	const people = answers.facilitators.flatMap(
		(id) => choices.find((choice) => choice.id === id) ?? [],
	);
	return {
		programmes: programmeCards(programmes),
		programmeLength: programme?.lengthMinutes ?? null,
		...place,
		...found,
		teams: teams.map(({ id, name }) => ({ id, name })),
		team: team?.id ?? "",
		facilitators: facilitatorGroups({
			choices,
			byProgramme: programme !== undefined,
			byTime: interval !== null,
			sessions,
			zone,
		}),
		ends: interval && formatTime(interval.end, zone),
		day: date && dayShown({ date, zone, sessions, venue: place.venue, people }, interval),
		warnings,
	};
}

function intervalOf(answers: BookingAnswers, zone: string, minutes?: number): Interval | null {
	const asked = whenFromBoxes(answers);
	if (!asked.ok) return null;
	const times = bookingTimes(asked, zone, minutes);
	return times.ok ? times.interval : null;
}

function draftOf(answers: BookingAnswers, programme: string | null, interval: Interval | null) {
	const expected = answers.expectedYoungPeople.replaceAll(",", "").trim();
	return {
		programme,
		yearGroups: yearGroups.filter((code) => answers.yearGroups.includes(code)),
		expectedYoungPeople: /^\d{1,6}$/.test(expected) ? Number(expected) : null,
		interval,
		facilitators: answers.facilitators,
	};
}

function programmeCards(themes: readonly ProgrammeChoices[]) {
	return themes.flatMap(({ theme, programmes }) =>
		programmes.map(({ id, name, lengthMinutes, yearGroups: suits, largestGroup, ...rest }) => ({
			id,
			name,
			theme: theme.name,
			lines: [
				`${lengthMinutes} minutes, ${suits.length === 0 ? "any year group" : formatYearGroups(suits)}`,
				[
					largestGroup === null ? "any size" : `up to ${largestGroup}`,
					`${rest.facilitatorsNeeded} ${rest.facilitatorsNeeded === 1 ? "facilitator" : "facilitators"}`,
				].join(", "),
			],
		})),
	);
}

async function readPlace(client: Reader, id: string, date: string | null) {
	const found = id === "" ? null : await readVenueForBooking(client, id, date);
	if (!found) return { venue: null, contacts: [], rooms: [] };
	const { venue, contacts, rooms } = found;
	return {
		venue: { id: venue.id, name: venue.name, about: aboutVenue(venue) },
		contacts: contacts.map(({ id: contactId, name, role, email }) => ({
			id: contactId,
			name,
			about: [role, email].filter((part) => part !== "").join(", "),
		})),
		rooms,
	};
}

function aboutVenue({ town, postcode }: { town: string; postcode: string }): string {
	return [town, postcode].filter((part) => part !== "").join(", ");
}

async function readMatches(client: Reader, typed: string) {
	const query = parseVenueQuery(typed);
	if (query.terms.length === 0) return { matches: [], found: null };
	const { venues, total } = await searchVenues(client, {
		query,
		retired: "exclude",
		page: 1,
		pageSize: MATCHES,
	});
	return {
		matches: venues.map((venue) => ({ id: venue.id, name: venue.name, about: aboutVenue(venue) })),
		found: total,
	};
}

interface DayPlan {
	date: string;
	zone: string;
	sessions: readonly DaySession[];
	venue: { id: string; name: string } | null;
	people: readonly { id: string; name: string }[];
}

function dayShown(plan: DayPlan, interval: Interval | null) {
	return {
		title: formatDate(plan.date),
		rows: dayRows(plan),
		wanted: interval && minutesOf(interval, plan.date, plan.zone),
	};
}
