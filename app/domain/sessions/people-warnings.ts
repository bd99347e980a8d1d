import { formatClock, formatDate, formatPlainDate } from "#app/domain/format-time.ts";
import { absenceWords } from "#app/domain/people/absence-kinds.ts";
import {
	type Absence,
	absenceDuring,
	loadWith,
	type PersonTime,
	withinPattern,
} from "#app/domain/people/people-time.ts";
import { localDateOf, weekdayOf } from "#app/domain/time.ts";
import { isTight, type Leg, legsOf } from "#app/domain/travel/travel.ts";
import { weekdayName } from "#app/domain/weekdays.ts";
import type { WarningFacts } from "./warnings.ts";

interface Timed {
	name: string;
	time: PersonTime;
}

/** Runs a check for each facilitator whose time is known; what is found, as sentences. */
function ofEach(
	check: (person: Timed, facts: WarningFacts) => string | null,
): (facts: WarningFacts) => string | null {
	return (facts) => {
		const found = facts.facilitators.flatMap(({ name, time }) =>
			time === null ? [] : (check({ name, time }, facts) ?? []),
		);
		return found.length === 0 ? null : found.join(". ");
	};
}

/** What speaks against a time because of those who would deliver then. */
export const peopleChecks = {
	vetting_expired: ofEach(({ name, time: { vettedUntil } }, { interval, zone }) => {
		if (vettedUntil === null || vettedUntil >= localDateOf(interval.start, zone)) return null;
		return `${name}'s vetting ends on ${formatPlainDate(vettedUntil)}`;
	}),
	on_leave: ofEach(({ name, time }, { interval, zone }) => {
		const absence = absenceDuring(time.absences, interval, zone);
		return absence && `${name} is ${awayWords(absence)}`;
	}),
	outside_working_pattern: ofEach(({ name, time }, { interval, zone }) => {
		const standing = withinPattern(time.pattern, interval, zone);
		if (standing.within) return null;
		const { day } = standing;
		const weekday = weekdayName(weekdayOf(localDateOf(interval.start, zone)));
		if (!day) return `${name} does not work on ${weekday}s`;
		return `${name} works from ${formatClock(day.starts)} to ${formatClock(day.ends)} on ${weekday}s`;
	}),
	over_daily_limit: ofEach(({ name, time }, { interval, zone }) => {
		const { sessionsThatDay } = loadWith(time.others, interval, zone);
		if (sessionsThatDay <= time.dailySessions) return null;
		const date = formatDate(localDateOf(interval.start, zone));
		return `${name} would have ${sessionsThatDay} sessions on ${date}: the most is ${time.dailySessions}`;
	}),
	over_weekly_limit: ofEach(({ name, time }, { interval, zone }) => {
		const { minutesThatWeek } = loadWith(time.others, interval, zone);
		if (minutesThatWeek <= time.weeklyMinutes) return null;
		return `${name} would have ${hoursWords(minutesThatWeek)} of sessions that week: the most is ${hoursWords(time.weeklyMinutes)}`;
	}),
	travel_tight: ofEach(({ name, time }, { venue, interval, zone, travel }) => {
		if (!venue) return null;
		const legs = legsOf({ ...venue, interval }, time, { ...travel, zone });
		const tight = legs.filter(isTight);
		return tight.length === 0 ? null : tight.map((leg) => `${name}: ${legWords(leg)}`).join(". ");
	}),
};

/** "on leave until 3 May 2027", "at training from 9:00am to 12:00pm". */
export function awayWords({ kind, to, starts, ends }: Absence): string {
	const word = absenceWords[kind];
	if (starts === null || ends === null) return `${word} until ${formatPlainDate(to)}`;
	return `${word} from ${formatClock(starts)} to ${formatClock(ends)} that day`;
}

/** "22 hours", "22 hours 30 minutes". */
export function hoursWords(minutes: number): string {
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	const whole = hours === 1 ? "1 hour" : `${hours} hours`;
	return rest === 0 ? whole : `${whole} ${rest} minutes`;
}

/** "18 minutes between Wren Park College and this, about 31 needed". */
export function legWords({ kind, name, available, needed }: Leg): string {
	const about = needed === null ? "no estimate" : `about ${needed} needed`;
	const have = available === 1 ? "1 minute" : `${available} minutes`;
	switch (kind) {
		case "from_session":
			return `${have} between the session at ${name} and this one, ${about}`;
		case "to_session":
			return `${have} between this session and the next at ${name}, ${about}`;
		case "from_base":
			return `${have} from the start of work at ${name}, ${about}`;
		case "to_base":
			return `${have} to be back at ${name} by the end of work, ${about}`;
	}
}
