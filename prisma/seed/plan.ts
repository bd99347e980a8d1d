import type { CloseOut } from "#app/domain/sessions/close-out.ts";
import type { SessionInput } from "#app/domain/sessions/session-input.ts";
import type { YearGroup } from "#app/domain/sessions/year-groups.ts";
import { addDays, isWeekend, type LocalDate } from "#app/domain/time.ts";
import type { PersonSpec } from "./people.ts";
import type { ProgrammeSpec } from "./programmes.ts";
import type { Random } from "./random.ts";
import type { VenueSpec } from "./venues.ts";

/** How a session came to its end, and when that was recorded. */
export type Ending =
	| {
			kind: "closed out";
			at: Date;
			by: PersonSpec;
			closeOut: CloseOut;
			/** Put right afterwards. */
			corrected?: { at: Date; closeOut: CloseOut; reason: string };
	  }
	| { kind: "cancelled"; at: Date; cancelledBy: "us" | "school"; reason: string };

/** What else was done to it before it was ended; each at a moment in office hours. */
export type PlannedChange = { at: Date } & (
	| { kind: "confirmed" }
	| { kind: "moved"; start: string; room: string; why: string }
	| { kind: "joined"; facilitators: readonly PersonSpec[]; why: string }
);

/** How a contact answered the invitation they last got. */
export type Answer = "accepted" | "tentative" | "declined";

/** One session as the demo tells it, before anything of it is written. */
export interface PlannedSession {
	programme: ProgrammeSpec;
	venue: VenueSpec;
	room: string;
	date: LocalDate;
	/** Wall time, "HH:mm". */
	start: string;
	yearGroups: readonly YearGroup[];
	expected: number;
	/** The first leads. */
	facilitators: readonly PersonSpec[];
	/** How many of the place's contacts are told. */
	contacts: number;
	notes: string;
	overrides: SessionInput["overrides"];
	bookedAt: Date;
	provisional: boolean;
	/** Its invites are written and kept back. */
	held: boolean;
	changes: readonly PlannedChange[];
	/** Of its first contact; null while they say nothing. */
	answer: Answer | null;
	/** The last message to its first contact could not be delivered. */
	bounces: boolean;
	/** Shared by what was booked together. */
	series?: string;
	/** Null for what is still to come, or was never closed out. */
	ending: Ending | null;
}

/** A moment in office hours, on that day or the Friday before. */
export function officeMoment(date: LocalDate, random: Random): Date {
	const day = isWeekend(date) ? addDays(date, -2) : date;
	const minutes = random.whole(9 * 60, 15 * 60 + 55);
	return new Date(new Date(`${day}T00:00:00Z`).getTime() + minutes * 60_000);
}

/** About four weeks before, as schools ask. */
export function bookingMoment(date: LocalDate, random: Random): Date {
	return officeMoment(addDays(date, -random.whole(22, 37)), random);
}

/** An answer comes after the last message that asked for one, and before today. */
export function answerMoment({ bookedAt, changes }: PlannedSession): Date {
	const asked = changes.at(-1)?.at ?? bookedAt;
	return new Date(asked.getTime() + 2.6 * 3_600_000);
}
