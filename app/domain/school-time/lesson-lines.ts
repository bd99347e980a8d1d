import { z } from "zod";
import { readClock } from "#app/domain/sessions/when-boxes.ts";
import { optionalMultiLine, singleLine } from "#app/domain/text.ts";
import { optionalLocalDate, startOfWeek } from "#app/domain/time.ts";
import { weekdayNames } from "#app/domain/weekdays.ts";
import type { LessonPeriod, WeekLetter } from "./lesson-periods.ts";

/** Lesson times as people type them, a line each: "Period 3 11:20-12:20 Mon-Thu week B". */

const MAX_LINES = 60;
const dayNames = weekdayNames.map((name) => name.slice(0, 3));
const schoolDays = [1, 2, 3, 4, 5];
const shape = /^(.+?)[\s,:]+(\d{1,2}[:.]\d{2})\s*(?:-|–|to)\s*(\d{1,2}[:.]\d{2})(.*)$/i;

type ReadLine = { ok: true; period: LessonPeriod } | { ok: false; message: string };

function readLine(line: string): ReadLine {
	const [, name = "", from = "", to = "", rest = ""] = shape.exec(line) ?? [];
	const [starts, ends] = [readClock(from), readClock(to)];
	if (starts === null || ends === null) {
		return refused(`write “${shortened(line)}” like “Period 1 9:00-10:00”`);
	}
	const named = singleLine(40, "a name").safeParse(name);
	if (!named.success) return refused(named.error.issues[0]?.message ?? "write a name");
	if (ends <= starts) return refused(`${named.data} must end after it starts`);
	const days = readDays(rest.replace(/week\s+[ab]\b/i, " "));
	const week = /week\s+([ab])\b/i.exec(rest)?.[1]?.toUpperCase() as WeekLetter | undefined;
	if (days === null) {
		return refused(`write the days of “${named.data}” like “Mon-Thu” or “Mon Wed Fri”`);
	}
	return {
		ok: true,
		period: { name: named.data, week: week ?? null, weekdays: days, starts, ends },
	};
}

function refused(message: string): ReadLine {
	return { ok: false, message };
}

function shortened(line: string): string {
	return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/** "Mon-Thu", "Mon Wed Fri"; Monday to Friday where nothing is said; null for what is no day. */
function readDays(text: string): number[] | null {
	const words = text.split(/[\s,]+/).filter((word) => word !== "");
	if (words.length === 0) return schoolDays;
	const days = new Set<number>();
	for (const word of words) {
		const [from = "", to = from] = word.split(/[-–]/);
		const [first, last] = [dayNumber(from), dayNumber(to)];
		if (first === null || last === null || last < first) return null;
		for (let day = first; day <= last; day += 1) days.add(day);
	}
	return [...days].sort();
}

function dayNumber(word: string): number | null {
	const at = dayNames.findIndex((name) => word.toLowerCase().startsWith(name.toLowerCase()));
	return at < 0 ? null : at + 1;
}

/** The lines that say these periods, as a form shows them. */
export function lessonLines(periods: readonly LessonPeriod[]): string {
	return periods
		.map(({ name, week, weekdays, starts, ends }) => {
			const days = weekdays.join() === schoolDays.join() ? [] : [daysWords(weekdays)];
			return [name, `${starts}-${ends}`, ...days, ...(week ? [`week ${week}`] : [])].join(" ");
		})
		.join("\n");
}

/** "Mon-Thu", "Mon Wed Fri". */
export function daysWords(weekdays: readonly number[]): string {
	const names = weekdays.map((day) => dayNames[day - 1] ?? "");
	const [first, last] = [weekdays[0] ?? 0, weekdays.at(-1) ?? 0];
	const run = weekdays.length > 2 && last - first === weekdays.length - 1;
	return run ? `${names[0]}-${names.at(-1)}` : names.join(" ");
}

function overlap(a: LessonPeriod, b: LessonPeriod): boolean {
	const weeks = a.week === null || b.week === null || a.week === b.week;
	const days = a.weekdays.some((day) => b.weekdays.includes(day));
	return weeks && days && a.starts < b.ends && b.starts < a.ends;
}

const periods = optionalMultiLine(4000, "the lesson times").transform((text, ctx) => {
	const lines = (text ?? "")
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");
	const refuse = (message: string) => {
		ctx.issues.push({ code: "custom", message, input: text });
		return z.NEVER;
	};
	if (lines.length > MAX_LINES) return refuse(`Enter ${MAX_LINES} lines or fewer`);
	const found: LessonPeriod[] = [];
	for (const [at, line] of lines.entries()) {
		const read = readLine(line);
		if (!read.ok) return refuse(`Line ${at + 1}: ${read.message}`);
		const other = found.find((one) => overlap(one, read.period));
		if (other) {
			return refuse(`Line ${at + 1}: ${read.period.name} is at the same time as ${other.name}`);
		}
		found.push(read.period);
	}
	return found;
});

/** A school's lesson times: lines, and a day of any week A where some are in one week only. */
export const lessonsInput = z
	.object({ periods, weekA: optionalLocalDate("a day of a week A") })
	.check(({ value, issues }) => {
		if (value.weekA !== undefined || value.periods.every(({ week }) => week === null)) return;
		const message = "Enter a day of a week A: some lessons are in one week only";
		issues.push({ code: "custom", message, path: ["weekA"], input: value.weekA });
	})
	.transform(({ periods: all, weekA }) => ({
		periods: all,
		weekA: weekA === undefined ? null : startOfWeek(weekA),
	}));

export type LessonsInput = z.output<typeof lessonsInput>;
