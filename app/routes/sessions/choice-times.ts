import type { Reader } from "#app/data/database.ts";
import { readSessionTimes, type TimeQuestion } from "#app/data/session-time.ts";
import type { Settings } from "#app/data/settings.ts";
import { formatClock } from "#app/domain/format-time.ts";
import { type Availability, availabilityIn } from "#app/domain/people/people-time.ts";
import { awayWords } from "#app/domain/sessions/people-warnings.ts";
import { localDateOf, weekdayOf } from "#app/domain/time.ts";
import { isTight, type Leg, legsOf } from "#app/domain/travel/travel.ts";
import { weekdayName } from "#app/domain/weekdays.ts";

/** Where somebody who could be chosen stands at the time of a session, and their ways to and from it. */
export interface ChoiceTime {
	standing: Availability["standing"];
	/** Sentences without a full stop: "On leave until 3 May 2027". */
	words: string[];
}

/** The time of everybody who could be chosen, by id; nobody's while no time is chosen. */
export async function readChoiceTimes(
	client: Reader,
	settings: Settings,
	question: Omit<TimeQuestion, "interval"> & { interval: TimeQuestion["interval"] | null },
): Promise<Map<string, ChoiceTime>> {
	const { interval } = question;
	if (interval === null) return new Map();
	const { zone, travel } = settings;
	const [time] = await readSessionTimes(client, settings, [{ ...question, interval }]);
	const spot = time?.venue ?? null;
	return new Map(
		[...(time?.people ?? [])].map(([id, person]) => {
			const availability = availabilityIn(person, interval, zone);
			// why none of somebody who is busy: their day has no room for this session.
			const goes = spot !== null && availability.standing !== "busy";
			const legs = goes ? legsOf({ ...spot, interval }, person, { ...travel, zone }) : [];
			const weekday = weekdayName(weekdayOf(localDateOf(interval.start, zone)));
			const words = [...standingWords(availability, weekday), ...legs.flatMap(wayWords)];
			return [id, { standing: availability.standing, words }];
		}),
	);
}

function standingWords(availability: Availability, weekday: string): string[] {
	switch (availability.standing) {
		case "away": {
			const words = awayWords(availability.absence);
			return [`${words.charAt(0).toUpperCase()}${words.slice(1)}`];
		}
		case "off_hours": {
			const { day } = availability;
			if (!day) return [`Does not work on ${weekday}s`];
			return [`Works ${formatClock(day.starts)} to ${formatClock(day.ends)} on ${weekday}s`];
		}
		case "full":
			return ["Would be over the limit of sessions or hours"];
		default:
			return [];
	}
}

/** why a base only where it is tight: it is the same every day, and would hide what matters. */
function wayWords(leg: Leg): string[] {
	const { kind, name, available, needed } = leg;
	if (kind === "from_base" || kind === "to_base") {
		return isTight(leg)
			? [
					`${kind === "from_base" ? "From" : "Back to"} ${name} about ${needed} minutes, ${available} there`,
				]
			: [];
	}
	const way = kind === "from_session" ? `From ${name}` : `On to ${name}`;
	// why: two sessions at one venue need no road, and saying so each time is noise.
	if (needed === 0) return [];
	if (needed === null) return [`${way}: no travel estimate, a place is not on record`];
	return [`${way} about ${needed} minutes, ${available} between`];
}
