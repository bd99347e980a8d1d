import { availabilityOf } from "#app/data/availability.ts";
import type { Reader } from "#app/data/database.ts";
import { type Deliverer, readDeliverers } from "#app/data/deliverers.ts";
import type { RequestRecord } from "#app/data/requests.ts";
import type { Settings } from "#app/data/settings.ts";
import { readTeamChoices } from "#app/data/teams.ts";
import { absenceWords } from "#app/domain/people/absence-kinds.ts";
import type { Availability } from "#app/domain/people/people-time.ts";
import { qualificationOn } from "#app/domain/people/qualification.ts";
import { bookingTimes } from "#app/domain/sessions/session-input.ts";
import { whenFromBoxes } from "#app/domain/sessions/when-boxes.ts";
import { type Interval, isLocalDate } from "#app/domain/time.ts";
import type { AcceptAnswers, RowAnswers } from "./accept-answers.ts";

export interface OfferedPerson {
	id: string;
	name: string;
	/** "Northmoor Police. Busy then". */
	about: string;
}

export type AcceptView = Awaited<ReturnType<typeof readAcceptView>>;

/** What the page of accepting offers, given what is filled in so far: one reading of who is free. */
export async function readAcceptView(
	reader: Reader,
	request: RequestRecord,
	{ rows }: Pick<AcceptAnswers, "rows">,
	settings: Settings,
) {
	const [teams, people] = await Promise.all([readTeamChoices(reader), readDeliverers(reader)]);
	const timed = rows.flatMap((row) => {
		const interval = intervalOf(row, settings.zone);
		return interval ? [{ prefix: row.prefix, interval }] : [];
	});
	const standings = await availabilityOf(reader, settings, {
		personIds: people.map(({ id }) => id),
		intervals: timed.map(({ interval }) => interval),
	});
	const byRow = new Map(timed.map(({ prefix }, at) => [prefix, standings[at]]));
	return {
		teams: teams.map(({ id, name }) => ({ value: id, label: name })),
		programmes: request.programmes.map(({ id, name, facilitatorsNeeded }) => ({
			id,
			name,
			facilitatorsNeeded,
		})),
		deliverers: rows.map((row) => peopleFor(row, people, byRow.get(row.prefix))),
	};
}

function intervalOf({ date, start, end }: RowAnswers, zone: string): Interval | null {
	const when = whenFromBoxes({ date, start, end });
	const times = when.ok ? bookingTimes(when, zone, 60) : null;
	return times?.ok ? times.interval : null;
}

/** Who is qualified for a row's programme on its day, those who are free first. */
function peopleFor(
	{ programme, date, facilitators }: RowAnswers,
	people: readonly Deliverer[],
	standings: ReadonlyMap<string, Availability> | undefined,
): OfferedPerson[] {
	const able = people.filter(({ id, qualifications }) => {
		const held = qualifications.find(({ programmeId }) => programmeId === programme);
		const qualified = isLocalDate(date) ? qualificationOn(held, date) === "qualified" : held;
		return facilitators.includes(id) || qualified;
	});
	const known = able.map((person) => ({ person, standing: standings?.get(person.id) }));
	return known
		.sort((a, b) => Number(isTaken(a.standing)) - Number(isTaken(b.standing)))
		.map(({ person: { id, name, agencyName }, standing }) => ({
			id,
			name,
			about: standing ? `${agencyName}. ${standingWords(standing)}` : agencyName,
		}));
}

function isTaken(standing: Availability | undefined): boolean {
	return standing !== undefined && standing.standing !== "free";
}

function standingWords(availability: Availability): string {
	switch (availability.standing) {
		case "free":
			return "Free";
		case "busy":
			return "Busy then";
		case "away": {
			const words = absenceWords[availability.absence.kind];
			return words.charAt(0).toUpperCase() + words.slice(1);
		}
		case "off_hours":
			return "Does not work then";
		case "full":
			return "Has enough already";
	}
}
