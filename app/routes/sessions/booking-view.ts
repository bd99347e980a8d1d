import { weighDraft } from "#app/commands/weigh-draft.ts";
import type { Reader } from "#app/data/database.ts";
import { type DaySession, readDaySessions } from "#app/data/day-sessions.ts";
import { findOccupations } from "#app/data/occupations.ts";
import { readFacilitatorChoices } from "#app/data/people.ts";
import { readProgrammeChoices } from "#app/data/programmes.ts";
import { readTeamChoices } from "#app/data/teams.ts";
import { formatDate, formatTime } from "#app/domain/format-time.ts";
import { bookingTimes, sessionInput } from "#app/domain/sessions/session-input.ts";
import { whenFromBoxes } from "#app/domain/sessions/when-boxes.ts";
import { yearGroups } from "#app/domain/sessions/year-groups.ts";
import { type Interval, isLocalDate } from "#app/domain/time.ts";
import type { Entered } from "#app/http/require-actor.ts";
import { clashWords } from "#app/http/session-words.ts";
import type { BookingAnswers } from "./booking-answers.ts";
import { readCohorts } from "./booking-cohorts.ts";
import { programmeCards, readMatches, readPlace } from "./booking-offers.ts";
import { readChoiceTimes } from "./choice-times.ts";
import { dayOf, dayRows, minutesOf } from "./day-rows.ts";
import { facilitatorGroups } from "./facilitator-groups.ts";
import { readSchoolDay } from "./school-day.ts";

export type BookingView = Awaited<ReturnType<typeof readBookingView>>;

/** What the booking form offers and shows, given what is filled in so far; writes nothing. */
export async function readBookingView(
	{ app, command, settings, zone, today }: Entered,
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
	const [place, found, choices, sessions, warnings, occupations, schoolDay] = await Promise.all([
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
		interval ? readClashes(client, answers, interval) : [],
		readSchoolDay(client, answers.venue, date),
	]);
	const times = await readChoiceTimes(client, settings, {
		venueId: answers.venue || null,
		facilitatorIds: choices.map(({ id }) => id),
		interval,
	});
	const people = answers.facilitators.flatMap(
		(id) => choices.find((choice) => choice.id === id) ?? [],
	);
	const judgedBy = { byProgramme: programme !== undefined, byTime: interval !== null };
	return {
		programmes: programmeCards(programmes),
		programmeLength: programme?.lengthMinutes ?? null,
		...place,
		...found,
		...schoolDay,
		teams: teams.map(({ id, name }) => ({ id, name })),
		team: team?.id ?? "",
		facilitators: facilitatorGroups({ choices, times, ...judgedBy, sessions, zone }),
		ends: interval && formatTime(interval.end, zone),
		day: date && dayShown({ date, zone, sessions, venue: place.venue, people }, interval),
		warnings,
		cohorts: await readCohorts(client, {
			venue: place.venue?.id ?? "",
			yearGroups: answers.yearGroups,
			date: date ?? today,
			themes: programmes,
		}),
		/** What would be refused as things stand. */
		clashes: occupations.map((occupation) => clashWords(occupation, zone)),
	};
}

/** Which sessions hold the chosen people or the room at that time. */
function readClashes(client: Reader, answers: BookingAnswers, interval: Interval) {
	const room = sessionInput.shape.room.safeParse(answers.room);
	return findOccupations(client, {
		interval,
		facilitatorIds: answers.facilitators,
		venueId: answers.venue,
		room: room.data ?? null,
	});
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
		venue: answers.venue || null,
		yearGroups: yearGroups.filter((code) => answers.yearGroups.includes(code)),
		expectedYoungPeople: /^\d{1,6}$/.test(expected) ? Number(expected) : null,
		interval,
		facilitators: answers.facilitators,
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
