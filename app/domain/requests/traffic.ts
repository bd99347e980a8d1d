import { qualificationOn } from "#app/domain/people/qualification.ts";
import { type LocalDate, overlaps } from "#app/domain/time.ts";
import type { PersonDay, SchoolDay } from "./person-day.ts";

/**
 * Whether a date can be staffed. Free: for every programme enough people who have nothing else that
 * day are free together. Tight: it can be done, but only between other sessions or absences. Nobody:
 * for one of the programmes at least there is no time of that day at which enough people are free.
 */
export const trafficWords = ["free", "tight", "nobody"] as const;
export type TrafficWord = (typeof trafficWords)[number];

export interface TrafficPerson extends PersonDay {
	agencyId: string;
	/** `until` is the last local date, null for no end. */
	qualifications: readonly { programmeId: string; until: LocalDate | null }[];
}

export interface TrafficProgramme {
	id: string;
	lengthMinutes: number;
	facilitatorsNeeded: number;
	/** Agencies of which somebody must be there. */
	agencyIds: readonly string[];
}

export interface TrafficQuestion {
	day: SchoolDay;
	programmes: readonly TrafficProgramme[];
	people: readonly TrafficPerson[];
}

const MINUTE = 60_000;

export function trafficOn({ day, programmes, people }: TrafficQuestion): TrafficWord {
	const words = programmes.map((programme): TrafficWord => {
		const able = people.filter((person) => mayDeliver(person, programme, day.date));
		const clear = able.filter((person) => person.clear);
		if (hasAStart(programme, clear, day)) return "free";
		return hasAStart(programme, able, day) ? "tight" : "nobody";
	});
	if (words.includes("nobody")) return "nobody";
	return words.includes("tight") ? "tight" : "free";
}

function mayDeliver(
	{ qualifications, minutesLeft }: TrafficPerson,
	{ id, lengthMinutes }: TrafficProgramme,
	date: LocalDate,
): boolean {
	const held = qualifications.find(({ programmeId }) => programmeId === id);
	return qualificationOn(held, date) === "qualified" && lengthMinutes <= minutesLeft;
}

/**
 * why these starts only: who is free at a start is still free when it is moved back to where the day
 * begins or somebody becomes free, whichever comes last.
 */
function hasAStart(
	programme: TrafficProgramme,
	able: readonly TrafficPerson[],
	day: SchoolDay,
): boolean {
	const length = programme.lengthMinutes * MINUTE;
	const ends = able.flatMap(({ taken }) => taken.map(({ end }) => end.getTime()));
	const starts = [day.start.getTime(), ...ends].filter(
		(start) => start + length <= day.end.getTime(),
	);
	return [...new Set(starts)].some((start) => {
		const interval = { start: new Date(start), end: new Date(start + length) };
		const there = able.filter(({ taken }) => !taken.some((one) => overlaps(one, interval)));
		return canStaff(programme, there);
	});
}

function canStaff(
	{ facilitatorsNeeded, agencyIds }: TrafficProgramme,
	people: readonly TrafficPerson[],
): boolean {
	return (
		people.length >= Math.max(1, facilitatorsNeeded) &&
		agencyIds.every((id) => people.some(({ agencyId }) => agencyId === id))
	);
}
