import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import type { Audience, ProgrammeSpec } from "./programmes.ts";
import type { Random } from "./random.ts";
import { keepsSchoolHours, type VenueSpec } from "./venues.ts";

/** Where each kind of audience is found, when, in which room, and how many come. */

export type Slot = "morning" | "afternoon" | "evening";

const schoolPeriods = { morning: ["08:50", "09:50", "11:10"], afternoon: ["13:10", "14:10"] };
const primaryPeriods = { morning: ["09:15", "10:45"], afternoon: ["13:15", "14:10"] };
const clubHours = { morning: ["10:00", "11:00"], evening: ["18:30", "19:30"] };

/** The wall times at which a place can begin a session in a part of the day. */
export function startsAt(venue: VenueSpec, slot: Slot): readonly string[] {
	const hours: Partial<Record<Slot, string[]>> = !keepsSchoolHours(venue)
		? clubHours
		: venue.phase === "primary"
			? primaryPeriods
			: schoolPeriods;
	return hours[slot] ?? [];
}

export function suits(audience: Audience, venue: VenueSpec): boolean {
	const { kind, phase } = venue;
	const secondary = phase === "secondary" || phase === "all_through";
	const special = phase === null && keepsSchoolHours(venue);
	switch (audience) {
		case "class":
		case "assembly":
			return secondary;
		case "primary":
			return phase === "primary";
		case "small group":
			return secondary || special || kind === "youth_club";
		case "community":
			return kind === "college" || kind === "other" || kind === "youth_club" || secondary;
	}
}

/** Who of the place listens: all sessions of one visit are for the same year groups. */
export function yearGroupsFor(
	{ audience, yearGroups }: ProgrammeSpec,
	{ kind, phase }: VenueSpec,
	random: Random,
): YearGroup[] {
	if (kind === "college") return random.pick([["Y12"], ["Y13"], ["Y12", "Y13"]] as YearGroup[][]);
	if (phase === null) return ["Mixed"];
	const here = yearGroups.filter((code) => code !== "Mixed" && code !== "Y12" && code !== "Y13");
	const at = random.whole(0, here.length - 1);
	const two = audience === "assembly" || audience === "primary" ? 0.25 : 0;
	return here.slice(at, at + (random.chance(two) ? 2 : 1));
}

const roomsOfSchool = ["Main hall", "Drama studio", "Library", "Room 12", "Pastoral room"];
const roomsOfPrimary = ["School hall", "Year 6 classroom"];
const roomsOfCollege = ["Lecture theatre", "Student centre"];
const roomsOfClub = ["Meeting room", "Main space"];

export function roomsOf({ kind, phase }: VenueSpec): readonly string[] {
	if (kind === "college") return roomsOfCollege;
	if (kind === "youth_club" || kind === "other") return roomsOfClub;
	return phase === "primary" ? roomsOfPrimary : roomsOfSchool;
}

export function roomFor(audience: Audience, venue: VenueSpec, random: Random): string {
	const rooms = roomsOf(venue);
	const large = rooms[0] ?? "Hall";
	if (audience === "assembly" || audience === "primary") return large;
	if (rooms !== roomsOfSchool) return random.pick(rooms);
	return audience === "small group" ? "Pastoral room" : random.pick(rooms.slice(1, 4));
}

/** The fewest and the most that ever come. */
export const sizes: Record<Audience, readonly [least: number, most: number]> = {
	class: [19, 32],
	assembly: [60, 238],
	"small group": [4, 12],
	primary: [18, 61],
	community: [15, 158],
};

/** How many came. An assembly is a year group of the school, less those who are away. */
export function drawSize(audience: Audience, venue: VenueSpec, random: Random): number {
	const [least, most] = sizes[audience];
	switch (audience) {
		case "class":
			return random.whole(24, 30);
		case "small group":
			return random.whole(5, 11);
		case "primary":
			return random.chance(0.5) ? random.whole(24, 30) : random.whole(48, 60);
		case "community":
			return random.whole(40, 135);
		case "assembly": {
			const yearGroup = (venue.pupils ?? 1000) / 5;
			return Math.max(least, Math.min(most, Math.round(yearGroup * (0.68 + random.next() * 0.27))));
		}
	}
}

/** Adults in the room apart from our own; parents' evenings are mostly adults. */
export function drawAdults(
	audience: Audience,
	venue: VenueSpec,
	people: number,
	random: Random,
): number {
	if (venue.kind === "other") return Math.round(people * 0.6);
	if (audience === "assembly") return random.whole(3, 8);
	return audience === "community" ? random.whole(2, 6) : random.whole(1, 2);
}

/** What the school had said beforehand: a round number, near what came. */
export function expectedFor(
	{ audience, largestGroup }: ProgrammeSpec,
	came: number,
	random: Random,
): number {
	const step = audience === "assembly" || audience === "community" ? 10 : 2;
	const said = Math.round((came + random.whole(-1, 4)) / step) * step;
	return Math.max(step, Math.min(largestGroup, said));
}
