import { z } from "zod";
import { addDays, type LocalDateTime, localDate } from "#app/domain/time.ts";
import { bookingTimes } from "./session-input.ts";

/** The three boxes in which a form asks when a session is. */
export const whenBoxes = ["date", "start", "end"] as const;
export type WhenBox = (typeof whenBoxes)[number];

export interface WhenProblem {
	field: WhenBox;
	message: string;
}

export type WhenAsked =
	| { ok: true; startsAt: LocalDateTime; endsAt: LocalDateTime | undefined }
	| { ok: false; problems: WhenProblem[] };

const typedTime = /^(\d{1,2})(?:[:.](\d{2})|(\d{2})(?=$|am|pm))?(am|pm)?$/;

/** "09:00", "9.30", "0930", "9am", "2:15pm" as "HH:mm"; null for what no clock shows. */
export function readClock(typed: string): string | null {
	const text = typed.toLowerCase().replace(/\s+/g, "");
	const [, hours, dotted, joined, half] = typedTime.exec(text) ?? [];
	const minutes = dotted ?? joined ?? (half ? "00" : undefined);
	if (hours === undefined || minutes === undefined || Number(minutes) > 59) return null;
	const hour = half ? twelveHours(Number(hours), half) : Number(hours);
	if (hour === null || hour > 23) return null;
	return `${String(hour).padStart(2, "0")}:${minutes}`;
}

function twelveHours(hour: number, half: string): number | null {
	if (hour < 1 || hour > 12) return null;
	return (hour % 12) + (half === "pm" ? 12 : 0);
}

function clock(label: string, example: string) {
	return z
		.string({ error: `Enter ${label}, like ${example}` })
		.trim()
		.transform((text, ctx): string => {
			if (text === "") return "";
			const time = readClock(text);
			if (time !== null) return time;
			ctx.issues.push({
				code: "custom",
				message: `Enter ${label} as a time of day, like ${example}`,
				input: text,
			});
			return z.NEVER;
		});
}

const boxes = z.object({
	date: localDate("the date"),
	start: clock("the start time", "09:00").refine((text) => text !== "", {
		error: "Enter the start time, like 09:00",
	}),
	end: clock("the end time", "10:00")
		.nullish()
		.transform((text) => text || undefined),
});

/**
 * The boxes as the schemas of a booking and a move take them. An end of midnight is the midnight
 * that follows; any other end is on the day of the start.
 */
export function whenFromBoxes(typed: Partial<Record<WhenBox, unknown>>): WhenAsked {
	const parsed = boxes.safeParse(typed);
	if (!parsed.success) {
		const problems = parsed.error.issues.map(({ path, message }) => ({
			field: path[0] as WhenBox,
			message,
		}));
		return { ok: false, problems };
	}
	const { date, start, end } = parsed.data;
	const endDate = end === "00:00" ? addDays(date, 1) : date;
	const endsAt = end === undefined ? undefined : `${endDate}T${end}`;
	return { ok: true, startsAt: `${date}T${start}`, endsAt };
}

/** The box that a refusal of times is shown at. */
export function boxOf(field: string): WhenBox | null {
	if (field === "startsAt") return "start";
	return field === "endsAt" || field === "durationMinutes" ? "end" : null;
}

/**
 * What speaks against the boxes, the order of start and end and hours that do not exist included,
 * so that a form can show it together with what is missing elsewhere.
 */
export function whenProblems(asked: WhenAsked, zone: string): WhenProblem[] {
	if (!asked.ok) return asked.problems;
	const times = bookingTimes(asked, zone, 60);
	if (times.ok) return [];
	return times.errors.map(({ field, message }) => ({ field: boxOf(field) ?? "start", message }));
}
