import {
	drawAdults,
	drawSize,
	expectedFor,
	roomFor,
	startsAt,
	yearGroupsFor,
} from "./audiences.ts";
import type { Visit } from "./diary.ts";
import { bookingMoment, type PlannedSession } from "./plan.ts";
import type { ProgrammeSpec } from "./programmes.ts";
import type { Random } from "./random.ts";
import { keepsSchoolHours } from "./venues.ts";

/** A session as planned, with what would come if nothing else is asked of it. */
export type Drawn = Omit<PlannedSession, "ending"> & { youngPeople: number; adults: number };

const notes = [
	"The projector in the hall is faint: bring ours.",
	"The school asks for the version without the video.",
	"Two classes joined: split them for the table work.",
	"Ask for the microphone the day before.",
];

/** How many sessions of a programme make a visit, one after another. */
export function drawVisitLength({ audience }: ProgrammeSpec, random: Random): number {
	if (audience === "community") return 1;
	return audience === "class" ? random.whole(1, 3) : random.whole(1, 2);
}

/** The sessions of one visit: one audience after another, in the same room, booked at once. */
export function planVisit(
	programme: ProgrammeSpec,
	visit: Visit,
	count: number,
	random: Random,
): Drawn[] {
	const { date, slot, venue, facilitators } = visit;
	const { audience } = programme;
	const yearGroups = yearGroupsFor(programme, venue, random);
	const room = roomFor(audience, venue, random);
	const bookedAt = bookingMoment(date, random);
	const contacts = random.chance(0.15) ? 2 : 1;
	const inHours = keepsSchoolHours(venue);
	return startsAt(venue, slot)
		.slice(0, count)
		.map((start, at): Drawn => {
			const people = drawSize(audience, venue, random);
			const adults = drawAdults(audience, venue, people, random);
			return {
				programme,
				venue,
				room,
				date,
				start,
				yearGroups,
				expected: expectedFor(programme, people, random),
				facilitators,
				contacts,
				notes: random.chance(0.12) ? random.pick(notes) : "",
				overrides: inHours
					? []
					: [{ code: "outside_school_hours", reason: "The group meets at that time" }],
				// why: a coordinator books the sessions of one visit one after another.
				bookedAt: new Date(bookedAt.getTime() + at * 90_000),
				provisional: false,
				held: false,
				changes: [],
				answer: random.chance(0.65) ? "accepted" : null,
				bounces: false,
				youngPeople: venue.kind === "other" ? people - adults : people,
				adults,
			};
		});
}
