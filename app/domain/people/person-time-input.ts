import { z } from "zod";
import { readClock } from "#app/domain/sessions/when-boxes.ts";
import { optionalCount } from "#app/domain/text.ts";
import { localDate, optionalLocalDate } from "#app/domain/time.ts";
import { weekdayNames } from "#app/domain/weekdays.ts";
import { absenceKinds } from "./absence-kinds.ts";
import type { WorkingDay } from "./people-time.ts";

export const MAX_DAILY_SESSIONS = 20;
export const MAX_WEEKLY_HOURS = 60;

/** A time of day or, for an empty box, null. */
function optionalClock(label: string, example: string) {
	return z
		.string({ error: `Enter ${label}, like ${example}` })
		.nullish()
		.transform((typed, ctx): string | null => {
			const text = (typed ?? "").trim();
			if (text === "") return null;
			const time = readClock(text);
			if (time !== null) return time;
			const message = `Enter ${label} as a time of day, like ${example}`;
			ctx.issues.push({ code: "custom", message, input: text });
			return z.NEVER;
		});
}

function optionalDay(label: string) {
	return optionalLocalDate(label).transform((date) => date ?? null);
}

function workingDay(name: string) {
	return z
		.object({
			starts: optionalClock(`when work starts on ${name}`, "08:30"),
			ends: optionalClock(`when work ends on ${name}`, "16:30"),
		})
		.check(({ value: { starts, ends }, issues }) => {
			const refuse = (field: "starts" | "ends", message: string) => {
				issues.push({ code: "custom", message, path: [field], input: "" });
			};
			if (starts === null && ends !== null) refuse("starts", `Enter when work starts on ${name}`);
			if (starts !== null && ends === null) refuse("ends", `Enter when work ends on ${name}`);
			if (starts !== null && ends !== null && ends <= starts) {
				refuse("ends", `Enter an end on ${name} that is after the start`);
			}
		});
}

const days = weekdayNames.map((name, at) => [String(at + 1), workingDay(name).optional()] as const);

/** When somebody works and how much they take on. `day` has the hours by weekday, 1 Monday. */
export const personTimeInput = z
	.object({
		day: z.object(Object.fromEntries(days)),
		dailySessions: optionalCount(MAX_DAILY_SESSIONS, "the most sessions a day").refine(
			(count) => count !== 0,
			{ error: "Enter the most sessions a day as 1 or more" },
		),
		weeklyHours: optionalCount(MAX_WEEKLY_HOURS, "the most hours a week").refine(
			(count) => count !== 0,
			{ error: "Enter the most hours a week as 1 or more" },
		),
		vettedUntil: optionalDay("the last day of the vetting"),
		/** The id of a base; empty for none. */
		base: z
			.string({ error: "Choose a base" })
			.trim()
			.regex(/^[\w-]{0,100}$/, { error: "Choose a base" })
			.nullish()
			.transform((id) => id || null),
	})
	.transform(({ day, weeklyHours, dailySessions, ...rest }) => ({
		...rest,
		dailySessions: dailySessions ?? null,
		weeklyMinutes: weeklyHours === undefined ? null : weeklyHours * 60,
		pattern: Object.entries(day).flatMap(([weekday, hours]): WorkingDay[] => {
			const { starts = null, ends = null } = hours ?? {};
			return starts !== null && ends !== null ? [{ weekday: Number(weekday), starts, ends }] : [];
		}),
	}));

export type PersonTimeInput = z.output<typeof personTimeInput>;

/** Leave, training or another absence: whole days, or a part of one. */
export const absenceInput = z
	.object({
		kind: z.enum(absenceKinds, { error: "Choose why they are away" }),
		from: localDate("the first day"),
		/** Empty for one day. */
		to: optionalDay("the last day"),
		starts: optionalClock("when it starts", "09:00"),
		ends: optionalClock("when it ends", "12:30"),
	})
	.transform(({ to, ...rest }) => ({ ...rest, to: to ?? rest.from }))
	.check(({ value, issues }) => {
		const found = absenceProblem(value);
		if (!found) return;
		issues.push({ code: "custom", message: found.message, path: [found.field], input: "" });
	});

export type AbsenceInput = z.output<typeof absenceInput>;

const LONGEST_ABSENCE_YEARS = 2;

function absenceProblem({
	from,
	to,
	starts,
	ends,
}: {
	from: string;
	to: string;
	starts: string | null;
	ends: string | null;
}) {
	if (to < from) {
		return { field: "to", message: "Enter a last day that is the same as or after the first day" };
	}
	if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > LONGEST_ABSENCE_YEARS) {
		return { field: "to", message: "Enter a last day within two years of the first day" };
	}
	if (starts === null && ends === null) return null;
	if (to !== from) {
		return { field: "starts", message: "Leave the times empty: they are for a part of one day" };
	}
	if (starts === null) return { field: "starts", message: "Enter when it starts, like 09:00" };
	if (ends === null) return { field: "ends", message: "Enter when it ends, like 12:30" };
	return ends > starts ? null : { field: "ends", message: "Enter an end that is after the start" };
}
