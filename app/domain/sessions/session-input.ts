import { z } from "zod";
import {
	chosen,
	count,
	multiLine,
	optionalCount,
	optionalMultiLine,
	optionalSingleLine,
	several,
	ticked,
} from "#app/domain/text.ts";
import {
	FIRST_YEAR,
	type Interval,
	LAST_YEAR,
	type LocalDate,
	type LocalDateTime,
	type LocalTimeRefusal,
	toInstant,
} from "#app/domain/time.ts";
import { MAX_YOUNG_PEOPLE } from "./close-out.ts";
import { yearGroupCode } from "./year-group-code.ts";
import { sortYearGroups } from "./year-groups.ts";

export const MIN_MINUTES = 5;
export const MAX_MINUTES = 600;
const MINUTE = 60_000;
export const MAX_PEOPLE = 20;

// why: the schema knows the shape only. Whether such a time exists is for bookingTimes, which knows
// the zone and gives that refusal a code of its own.
const wallTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const startExample = "Enter a start date and time like 2027-01-14T09:00, without a time zone";
const endExample = "Enter an end date and time like 2027-01-14T10:00, without a time zone";

/** When a session is, as booking and moving both ask it: local start, and an end or a length. */
export const whenFields = {
	startsAt: z
		.string({ error: "Enter a start date and time" })
		.trim()
		.min(1, { error: "Enter a start date and time", abort: true })
		.regex(wallTime, { error: startExample }),
	endsAt: z
		.string({ error: endExample })
		.trim()
		.refine((text) => text === "" || wallTime.test(text), { error: endExample })
		.nullish()
		.transform((text) => text || undefined),
	durationMinutes: optionalCount(MAX_MINUTES, "the length in minutes").refine(
		(minutes) => minutes === undefined || minutes >= MIN_MINUTES,
		{ error: `Enter the length in minutes as ${MIN_MINUTES} or more` },
	),
};

const override = z.object({
	code: z
		.string({ error: "Enter the code of the warning" })
		.regex(/^[a-z][a-z0-9_]{0,59}$/, { error: "Enter the code of the warning" }),
	reason: multiLine(500, "a reason for going ahead").refine((text) => text.length >= 3, {
		error: "Enter a reason for going ahead of 3 characters or more",
	}),
});

/** Reasons for going ahead in spite of warnings, at most one for each warning. */
export const overrides = z
	.array(z.looseObject({ reason: z.unknown() }), { error: "Enter overrides as a list" })
	.nullish()
	// why: the form shows a reason box at every warning; one left empty is not an override.
	.transform((rows) => (rows ?? []).filter(({ reason }) => !isBlank(reason)))
	.pipe(z.array(override))
	.refine((rows) => new Set(rows.map(({ code }) => code)).size === rows.length, {
		error: "Enter one reason for each warning",
	});

function isBlank(reason: unknown): boolean {
	return (reason ?? "") === "" || (typeof reason === "string" && reason.trim() === "");
}

/** A booking, the same from the form, the API and an import. */
export const sessionInput = z.object({
	programme: chosen("a programme"),
	venue: chosen("a venue"),
	team: chosen("a team"),
	room: optionalSingleLine(80, "the room"),
	...whenFields,
	yearGroups: several(yearGroupCode)
		.refine((codes) => codes.length > 0, { error: "Choose at least one year group" })
		.transform(sortYearGroups),
	expectedYoungPeople: count(MAX_YOUNG_PEOPLE, "the expected number of young people"),
	/** Ids in the order given: the first leads. */
	facilitators: several(chosen("a facilitator")).refine((ids) => ids.length <= MAX_PEOPLE, {
		error: `Choose ${MAX_PEOPLE} facilitators or fewer`,
	}),
	contacts: several(chosen("a contact")).refine((ids) => ids.length <= MAX_PEOPLE, {
		error: `Choose ${MAX_PEOPLE} contacts or fewer`,
	}),
	notes: optionalMultiLine(4000, "the notes"),
	overrides,
	provisional: ticked,
});

export type SessionInput = z.output<typeof sessionInput>;

export interface TimeProblem {
	field: "startsAt" | "endsAt" | "durationMinutes";
	code: "nonexistent_local_time" | "invalid_input";
	message: string;
}

export type BookingTimes =
	| {
			ok: true;
			interval: Interval;
			/** The local date of the start: what every period counts by. */
			localDate: LocalDate;
			/** The start is a time that comes twice that night; the first is taken. */
			ambiguous: boolean;
	  }
	| { ok: false; errors: TimeProblem[] };

export interface AskedTimes {
	startsAt: LocalDateTime;
	endsAt?: LocalDateTime | undefined;
	durationMinutes?: number | undefined;
}

/**
 * The instants of a booking. Without end and length, the programme's usual length is used.
 * Lengths are minutes that pass, so 60 minutes stay 60 when the clocks change in between.
 */
export function bookingTimes(
	asked: AskedTimes,
	zone: string,
	programmeMinutes?: number,
): BookingTimes {
	const { startsAt, endsAt } = asked;
	if (endsAt !== undefined && asked.durationMinutes !== undefined) {
		return refusal("endsAt", "Enter either an end or a length, not both");
	}
	const start = toInstant(startsAt, zone);
	if (!start.ok) return { ok: false, errors: [wordsFor(start, "startsAt")] };
	const year = Number(startsAt.slice(0, 4));
	if (year < FIRST_YEAR || year > LAST_YEAR) {
		return refusal("startsAt", `Enter a start date from ${FIRST_YEAR} to ${LAST_YEAR}`);
	}
	const end = endOf(start.instant, asked, zone, programmeMinutes);
	if (!(end instanceof Date)) return { ok: false, errors: [end] };
	const minutes = (end.getTime() - start.instant.getTime()) / MINUTE;
	const field = asked.durationMinutes === undefined ? "endsAt" : "durationMinutes";
	if (minutes <= 0) return refusal(field, "The end must be after the start");
	if (minutes < MIN_MINUTES) {
		return refusal(field, `Enter an end at least ${MIN_MINUTES} minutes after the start`);
	}
	if (minutes > MAX_MINUTES) {
		return refusal(field, `Enter an end no more than ${MAX_MINUTES / 60} hours after the start`);
	}
	const interval = { start: start.instant, end };
	return { ok: true, interval, localDate: startsAt.slice(0, 10), ambiguous: start.ambiguous };
}

function endOf(
	start: Date,
	{ endsAt, durationMinutes }: AskedTimes,
	zone: string,
	programmeMinutes: number | undefined,
): Date | TimeProblem {
	if (endsAt !== undefined) {
		const end = toInstant(endsAt, zone);
		return end.ok ? end.instant : wordsFor(end, "endsAt");
	}
	const minutes = durationMinutes ?? programmeMinutes;
	if (minutes === undefined) {
		return { field: "endsAt", code: "invalid_input", message: "Enter an end time" };
	}
	return new Date(start.getTime() + minutes * MINUTE);
}

function refusal(field: TimeProblem["field"], message: string): BookingTimes {
	return { ok: false, errors: [{ field, code: "invalid_input", message }] };
}

function wordsFor(refused: LocalTimeRefusal, field: "startsAt" | "endsAt"): TimeProblem {
	const a = field === "startsAt" ? "a start" : "an end";
	if (refused.reason === "invalid_local_time") {
		return { field, code: "invalid_input", message: `Enter ${a} that is a real date and time` };
	}
	const { clocksGoForwardAt: at, date, reason } = refused;
	const message = `Enter ${a} time that exists: clocks go forward at ${at} on ${date}`;
	return { field, code: reason, message };
}
