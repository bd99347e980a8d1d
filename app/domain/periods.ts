import { z } from "zod";
import { formatMonth, formatPlainDate } from "./format-time.ts";
import { addDays, daysBetween, type LocalDate, localDate } from "./time.ts";

export const periodKinds = [
	"calendar_year",
	"financial_year",
	"academic_year",
	"quarter",
	"term",
	"month",
	"custom",
] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** Whole local days, both ends included: a session counts when its local date is among them. */
export interface Period {
	from: LocalDate;
	to: LocalDate;
	label: string;
	kind: PeriodKind;
}

export const terms = ["autumn", "spring", "summer"] as const;
export type Term = (typeof terms)[number];

const MAX_YEARS = 50;

function day(year: number, month: number, dayOfMonth: number): LocalDate {
	return new Date(Date.UTC(year, month - 1, dayOfMonth)).toISOString().slice(0, 10);
}

/** Whole months from the first of `month`; month 13 is January of the next year. */
function span(year: number, month: number, months: number) {
	return { from: day(year, month, 1), to: day(year, month + months, 0) };
}

function yearOf(date: LocalDate): number {
	return Number(date.slice(0, 4));
}

function monthNumberOf(date: LocalDate): number {
	return Number(date.slice(5, 7));
}

/** 1 January to 31 December: "2024". */
export function calendarYear(year: number): Period {
	return { ...span(year, 1, 12), label: String(year), kind: "calendar_year" };
}

/** 1 April of `startYear` to 31 March: "Financial year 2024 to 2025". */
export function financialYear(startYear: number): Period {
	const label = `Financial year ${startYear} to ${startYear + 1}`;
	return { ...span(startYear, 4, 12), label, kind: "financial_year" };
}

/** 1 September of `startYear` to 31 August: "Academic year 2024 to 2025". */
export function academicYear(startYear: number): Period {
	const label = `Academic year ${startYear} to ${startYear + 1}`;
	return { ...span(startYear, 9, 12), label, kind: "academic_year" };
}

/** Calendar quarter, `number` 1 to 4: "January to March 2024". */
export function quarter(year: number, number: 1 | 2 | 3 | 4): Period {
	const dates = span(year, number * 3 - 2, 3);
	const label = `${formatMonth(dates.from).split(" ")[0]} to ${formatMonth(dates.to)}`;
	return { ...dates, label, kind: "quarter" };
}

/** `number` 1 to 12: "January 2024". */
export function month(year: number, number: number): Period {
	const dates = span(year, number, 1);
	return { ...dates, label: formatMonth(dates.from), kind: "month" };
}

const termSpans: Record<Term, { yearsOn: number; month: number; months: number; name: string }> = {
	autumn: { yearsOn: 0, month: 9, months: 4, name: "Autumn term" },
	spring: { yearsOn: 1, month: 1, months: 3, name: "Spring term" },
	summer: { yearsOn: 1, month: 4, months: 5, name: "Summer term" },
};

/**
 * A term of the academic year that starts in `startYear`: "Spring term 2025" of 2024.
 * why: real terms differ by local authority and school and follow Easter, so reports across schools
 * use fixed months (September–December, January–March, April–August) that together make exactly
 * one academic year: no session falls between two terms.
 */
export function term(startYear: number, which: Term): Period {
	const { yearsOn, month: first, months, name } = termSpans[which];
	const year = startYear + yearsOn;
	return { ...span(year, first, months), label: `${name} ${year}`, kind: "term" };
}

/** The starting year of the academic year a date is in: 2024 for 31 August 2025. */
export function academicYearOf(date: LocalDate): number {
	return monthNumberOf(date) >= 9 ? yearOf(date) : yearOf(date) - 1;
}

/** The period of a kind that a date is in. */
export function periodOf(kind: Exclude<PeriodKind, "custom">, date: LocalDate): Period {
	const [year, number] = [yearOf(date), monthNumberOf(date)];
	switch (kind) {
		case "calendar_year":
			return calendarYear(year);
		case "financial_year":
			return financialYear(number >= 4 ? year : year - 1);
		case "academic_year":
			return academicYear(academicYearOf(date));
		case "term":
			return term(academicYearOf(date), number >= 9 ? "autumn" : number <= 3 ? "spring" : "summer");
		case "quarter":
			return quarter(year, Math.ceil(number / 3) as 1 | 2 | 3 | 4);
		case "month":
			return month(year, number);
	}
}

/**
 * Any two dates, named as the ordinary period they make up, or "1 May 2024 to 9 June 2024".
 * January to March is both a quarter and our spring term: dates alone read as the quarter, since
 * nobody said term.
 */
export function periodFrom(from: LocalDate, to: LocalDate): Period {
	for (const kind of periodKinds) {
		if (kind === "custom") continue;
		const known = periodOf(kind, from);
		if (known.from === from && known.to === to) return known;
	}
	const label =
		from === to ? formatPlainDate(from) : `${formatPlainDate(from)} to ${formatPlainDate(to)}`;
	return { from, to, label, kind: "custom" };
}

/** The one before, of the same kind; for custom dates the same number of days before. */
export function periodBefore(period: Period): Period {
	const lastDay = addDays(period.from, -1);
	if (period.kind !== "custom") return periodOf(period.kind, lastDay);
	return periodFrom(addDays(lastDay, -daysBetween(period.from, period.to)), lastDay);
}

/** The one after, of the same kind; for custom dates the same number of days after. */
export function periodAfter(period: Period): Period {
	const nextDay = addDays(period.to, 1);
	if (period.kind !== "custom") return periodOf(period.kind, nextDay);
	return periodFrom(nextDay, addDays(nextDay, daysBetween(period.from, period.to)));
}

/** Whether a session on this local date counts in the period. */
export function periodContains(period: Period, date: LocalDate): boolean {
	return period.from <= date && date <= period.to;
}

/**
 * The period cut at month ends, in order, each day in exactly one part. A whole month is of kind
 * "month"; a part of one keeps its own dates, so that a link to it shows what its bar counts.
 */
export function monthsIn(period: Pick<Period, "from" | "to">): Period[] {
	return cutAt("month", period);
}

/** The same, cut at the ends of terms. */
export function termsIn(period: Pick<Period, "from" | "to">): Period[] {
	return cutAt("term", period);
}

function cutAt(kind: "month" | "term", { from: first, to: last }: Pick<Period, "from" | "to">) {
	const parts: Period[] = [];
	for (let from = first; from <= last; ) {
		const whole = periodOf(kind, from);
		const to = whole.to <= last ? whole.to : last;
		parts.push(from === whole.from && to === whole.to ? whole : periodFrom(from, to));
		from = addDays(to, 1);
	}
	return parts;
}

export interface NamedPeriod {
	key: string;
	name: string;
	period: Period;
}

const quickKinds = [
	["academic_year", "academic year"],
	["financial_year", "financial year"],
	["calendar_year", "calendar year"],
	["term", "term"],
	["quarter", "quarter"],
	["month", "month"],
] as const;

/** Quick choices: this and the last of each kind, e.g. key "last_academic_year". */
export function namedPeriods(today: LocalDate): NamedPeriod[] {
	return quickKinds.flatMap(([kind, words]) => {
		const current = periodOf(kind, today);
		return [
			{ key: `this_${kind}`, name: `This ${words}`, period: current },
			{ key: `last_${kind}`, name: `Last ${words}`, period: periodBefore(current) },
		];
	});
}

/** The dates of a period as they come from a form, an address or the API. */
export const periodInput = z
	.object({ from: localDate("the start date"), to: localDate("the end date") })
	.check((ctx) => {
		const { from, to } = ctx.value;
		const refuse = (message: string) =>
			ctx.issues.push({ code: "custom", message, path: ["to"], input: to });
		if (to < from) refuse("Enter an end date that is the same as or after the start date");
		else if (to >= day(yearOf(from) + MAX_YEARS, monthNumberOf(from), Number(from.slice(8))))
			refuse(`Enter an end date no more than ${MAX_YEARS} years after the start date`);
	});

export type ParsePeriod =
	| { ok: true; period: Period }
	| { ok: false; errors: { field: "from" | "to"; message: string }[] };

/** Both dates or none of them: a half-understood period would report the wrong figures. */
export function parsePeriod(input: { from?: unknown; to?: unknown }): ParsePeriod {
	const parsed = periodInput.safeParse(input);
	if (parsed.success) {
		return { ok: true, period: periodFrom(parsed.data.from, parsed.data.to) };
	}
	const errors = parsed.error.issues.map((issue) => ({
		field: issue.path[0] === "to" ? ("to" as const) : ("from" as const),
		message: issue.message,
	}));
	return { ok: false, errors };
}
