import { countOf } from "#app/domain/format-number.ts";
import { formatDate, formatPlainDate } from "#app/domain/format-time.ts";
import { addDays, isLocalDate, LAST_YEAR, type LocalDate } from "#app/domain/time.ts";
import { MAX_AT_ONCE } from "./batch.ts";
import { readClock } from "./when-boxes.ts";

/** How several sessions are asked for, as typed. */
export interface SeriesAsked {
	/** The first day. */
	date: string;
	/** Starts, "09:00, 10:10", each with its end if that is not the usual one: "09:00-09:50". */
	times: string;
	/** Weeks from one day to the next as digits; empty for one day. */
	every: string;
	/** The last day that may be one of them. */
	until: string;
	/** How many days; those left out are not counted. */
	days: string;
	/** Days to leave out, "2027-02-15, 2027-02-22". */
	skip: string;
}

export interface SeriesProblem {
	field: keyof SeriesAsked;
	message: string;
}

/** A session's wall time; an empty end is the programme's length after the start. */
export interface Slot {
	date: LocalDate;
	start: string;
	end: string;
}

export type Series = { ok: true; slots: Slot[] } | { ok: false; problems: SeriesProblem[] };

/**
 * Every session that is asked for, day by day in order of time. Only wall times: 9:00 stays 9:00 when
 * the clocks have changed, and whether such a time exists is asked of each session by itself.
 */
export function seriesSlots(asked: SeriesAsked): Series {
	const times = readTimes(asked.times);
	const days = readDays(asked);
	const problems = [
		...("problems" in days ? days.problems : []),
		...(typeof times === "string" ? [{ field: "times" as const, message: times }] : []),
	];
	if ("problems" in days || typeof times === "string") return { ok: false, problems };
	const number = days.dates.length * times.length;
	if (number > MAX_AT_ONCE) {
		const message = `That makes ${number} sessions: up to ${MAX_AT_ONCE} can be booked at once`;
		return refused(asked.every === "" ? "times" : asked.until === "" ? "days" : "until", message);
	}
	return {
		ok: true,
		slots: days.dates.flatMap((date) => times.map((time) => ({ date, ...time }))),
	};
}

function refused(
	field: keyof SeriesAsked,
	message: string,
): { ok: false; problems: SeriesProblem[] } {
	return { ok: false, problems: [{ field, message }] };
}

const EXAMPLE = "like 09:00, 10:00, 11:30";

/** The times in order, or what is wrong with them. */
function readTimes(typed: string): Omit<Slot, "date">[] | string {
	const words = typed.split(/[,;\n]+|\band\b/).map((word) => word.trim());
	const filled = words.filter((word) => word !== "");
	if (filled.length === 0) return `Enter the start times, ${EXAMPLE}`;
	if (filled.length > MAX_AT_ONCE) return `Enter ${MAX_AT_ONCE} start times or fewer`;
	const times: Omit<Slot, "date">[] = [];
	for (const word of filled) {
		const [from = "", to, ...more] = word.split(/\s*(?:-|–|\bto\b)\s*/);
		const start = readClock(from);
		const end = to === undefined ? "" : readClock(to);
		if (start === null || end === null || more.length > 0) {
			return `Enter the start times, ${EXAMPLE}: “${word.slice(0, 30)}” is not a time`;
		}
		if (end !== "" && end !== "00:00" && end <= start) {
			return `Enter an end after the start: “${word.slice(0, 30)}” ends before it starts`;
		}
		if (times.some((time) => time.start === start)) {
			return `Enter each start time once: ${start} is there twice`;
		}
		times.push({ start, end });
	}
	return times.sort((a, b) => (a.start < b.start ? -1 : 1));
}

type Days = { dates: LocalDate[] } | { ok: false; problems: SeriesProblem[] };

function readDays({ date, every, until, days, skip }: SeriesAsked): Days {
	if (!isLocalDate(date)) return refused("date", "Enter the first day, like 2027-01-14");
	if (every === "") {
		if (until === "" && days === "" && skip.trim() === "") return { dates: [date] };
		const field = until !== "" ? "until" : days !== "" ? "days" : "skip";
		return refused(field, "Choose how often they repeat, or leave this empty");
	}
	if (!/^[1-4]$/.test(every)) return refused("every", "Choose how often they repeat");
	if ((until === "") === (days === "")) {
		return refused("until", "Enter either the last day or the number of days");
	}
	const end = until === "" ? readCount(days) : readUntil(until, date);
	if (typeof end === "string") return refused(until === "" ? "days" : "until", end);
	const skipped = readSkipped(skip);
	if (typeof skipped === "string") return refused("skip", skipped);
	return repeated({ date, step: Number(every) * 7, skipped }, end);
}

interface End {
	last: LocalDate;
	number: number;
}

function readUntil(until: string, first: LocalDate): End | string {
	if (!isLocalDate(until)) return "Enter the last day, like 2027-03-25";
	if (until < first) return `Enter a last day on or after the first, ${formatPlainDate(first)}`;
	return { last: until, number: MAX_AT_ONCE + 1 };
}

function readCount(days: string): End | string {
	const number = /^\d{1,6}$/.test(days.trim()) ? Number(days) : 0;
	if (number < 1 || number > MAX_AT_ONCE) {
		return `Enter the number of days as a whole number from 1 to ${MAX_AT_ONCE}`;
	}
	return { last: `${LAST_YEAR}-12-31`, number };
}

/** Each once, or what is wrong with them. */
function readSkipped(typed: string): Set<LocalDate> | string {
	const dates = typed.split(/[\s,;]+/).filter((word) => word !== "");
	const wrong = dates.find((date) => !isLocalDate(date));
	if (wrong === undefined) return new Set(dates);
	return `Enter the days to leave out like 2027-02-15, with commas between: “${wrong.slice(0, 30)}” is not one`;
}

interface Repeat {
	date: LocalDate;
	/** In days. */
	step: number;
	skipped: ReadonlySet<LocalDate>;
}

function repeated({ date, step, skipped }: Repeat, { last, number }: End): Days {
	const dates: LocalDate[] = [];
	const unused = new Set(skipped);
	for (let day = date; day <= last && dates.length < number; day = addDays(day, step)) {
		if (skipped.has(day)) unused.delete(day);
		else dates.push(day);
	}
	// why: a day that was meant to be left out and is not, for a slip of the finger, would be booked.
	const [stray] = unused;
	if (stray !== undefined) {
		return refused("skip", `${formatDate(stray)} is not one of these days: take it away`);
	}
	if (dates.length === 0) return refused("skip", "Leave at least one day");
	return { dates };
}

/** "4 sessions on 1 day", "12 sessions on 6 days". */
export function seriesWords(slots: readonly Pick<Slot, "date">[]): string {
	const days = new Set(slots.map(({ date }) => date)).size;
	return `${countOf(slots.length, "session", "sessions")} on ${countOf(days, "day", "days")}`;
}
