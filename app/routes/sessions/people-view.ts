import { changePeople } from "#app/commands/change-people.ts";
import { readDaySessions } from "#app/data/day-sessions.ts";
import { readFacilitatorChoices } from "#app/data/people.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { readVenueForBooking } from "#app/data/venues.ts";
import { formatDate } from "#app/domain/format-time.ts";
import { previewChange } from "./change-preview.ts";
import { readChoiceTimes } from "./choice-times.ts";
import { dayOf, dayRows, minutesOf } from "./day-rows.ts";
import type { Changing } from "./enter-change.ts";
import { facilitatorGroups, goneGroup } from "./facilitator-groups.ts";
import { type PeopleValues, peopleOf, readPeople } from "./people-answers.ts";
import { liveContacts } from "./session-overview-facts.ts";

export type PeopleView = Awaited<ReturnType<typeof readPeopleView>>;

/** Who could deliver and be told instead, and what saving would do; writes nothing. */
export async function readPeopleView(changing: Changing, values: PeopleValues) {
	const { app, session, settings, zone } = changing;
	const { client } = app.database;
	const { localDate: date, reference } = session;
	const interval = { start: session.startsAt, end: session.endsAt };
	const input = readPeople(values, changing);
	const changes = JSON.stringify(values) !== JSON.stringify(peopleOf(session));
	const day = dayOf(date, zone);
	const [choices, place, sessions, preview] = await Promise.all([
		readFacilitatorChoices(client, {
			programmeId: session.programmeId,
			date,
			interval,
			teamId: session.teamId,
			exceptReference: reference,
		}),
		readVenueForBooking(client, session.venueId),
		day ? readDaySessions(client, day) : [],
		input.ok && changes
			? previewChange(changing, (context, target) =>
					changePeople(context, target, input.data, { needReasons: false }),
				)
			: null,
	]);
	const times = await readChoiceTimes(client, settings, {
		venueId: session.venueId,
		facilitatorIds: choices.map(({ id }) => id),
		interval,
		exceptReference: reference,
	});
	const others = sessions.filter((one) => one.reference !== reference);
	const people = values.facilitators.flatMap(
		(id) => choices.find((choice) => choice.id === id) ?? [],
	);
	const offered = new Set(choices.map(({ id }) => id));
	const gone = session.assignments.flatMap(({ person }) =>
		offered.has(person.id) ? [] : [{ id: person.id, name: person.name }],
	);
	return {
		preview,
		facilitators: [
			...facilitatorGroups({
				choices,
				times,
				byProgramme: true,
				byTime: true,
				sessions: others,
				zone,
			}),
			...goneGroup(gone),
		],
		contacts: contactOptions(session, place?.contacts ?? []),
		day: {
			title: formatDate(date),
			rows: dayRows({ date, zone, sessions: others, venue: null, people }),
			wanted: minutesOf(interval, date, zone),
		},
	};
}

interface Contact {
	id: string;
	name: string;
	role: string;
	email: string;
}

/** The venue's contacts, and whoever holds the invite though retired since: leaving them must be chosen. */
function contactOptions(session: SessionRecord, contacts: readonly Contact[]) {
	const held = liveContacts(session).flatMap(({ contact }) => contact ?? []);
	const all = new Map([...contacts, ...held].map((contact) => [contact.id, contact]));
	return [...all.values()].map(({ id, name, role, email }) => ({
		id,
		name,
		about: [role, email].filter((part) => part !== "").join(", "),
	}));
}
