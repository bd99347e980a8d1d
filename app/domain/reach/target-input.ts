import { z } from "zod";
import {
	academicYear,
	calendarYear,
	financialYear,
	type Period,
	parsePeriod,
	periodOf,
} from "#app/domain/periods.ts";
import { count } from "#app/domain/text.ts";
import { FIRST_YEAR, LAST_YEAR, type LocalDate } from "#app/domain/time.ts";

export const measures = ["sessions", "young_people"] as const;
export type Measure = (typeof measures)[number];

export const MAX_GOAL = 10_000_000;

const years = {
	academic_year: academicYear,
	financial_year: financialYear,
	calendar_year: calendarYear,
};
type YearKind = keyof typeof years;
const CUSTOM = "custom";

/** The code of a year in a form, "academic_year:2026"; "custom" for any other period. */
export function periodCode({ kind, from }: Period): string {
	return kind in years ? `${kind}:${from.slice(0, 4)}` : CUSTOM;
}

/** The years that a new target is likely to be for: this and the next of each kind. */
export function likelyYears(today: LocalDate): Period[] {
	return (Object.keys(years) as YearKind[]).flatMap((kind) => {
		const current = periodOf(kind, today);
		return [current, years[kind](Number(current.from.slice(0, 4)) + 1)];
	});
}

function yearOf(code: string): Period | null {
	const [, kind = "", digits = ""] =
		/^(academic_year|financial_year|calendar_year):(\d{4})$/.exec(code) ?? [];
	const year = Number(digits);
	if (!(kind in years) || year < FIRST_YEAR || year >= LAST_YEAR) return null;
	return years[kind as YearKind](year);
}

const choosePeriod = { error: "Choose a period" };
const id = (label: string) =>
	z
		.string({ error: `Choose ${label}` })
		.trim()
		.regex(/^[\w-]{0,100}$/, { error: `Choose ${label}` })
		.nullish()
		.transform((text) => text || null);

/** A target as a form sends it: `period` is the code of a year, or "custom" with `from` and `to`. */
export const targetInput = z
	.object({
		team: id("a team from the list"),
		theme: id("a theme from the list"),
		measure: z.enum(measures, { error: "Choose what is counted: sessions or young people" }),
		goal: count(MAX_GOAL, "the target").refine((goal) => goal > 0, {
			error: "Enter the target as 1 or more",
		}),
		period: z.string(choosePeriod),
		from: z.unknown().optional(),
		to: z.unknown().optional(),
	})
	.transform(({ period: code, from, to, ...rest }, ctx) => {
		const refuse = (field: string, message: string, input: unknown) => {
			ctx.issues.push({ code: "custom", message, path: [field], input });
		};
		if (code !== CUSTOM) {
			const period = yearOf(code);
			if (period) return { ...rest, from: period.from, to: period.to };
			refuse("period", choosePeriod.error, code);
			return z.NEVER;
		}
		const parsed = parsePeriod({ from, to });
		if (parsed.ok) return { ...rest, from: parsed.period.from, to: parsed.period.to };
		for (const { field, message } of parsed.errors)
			refuse(field, message, field === "to" ? to : from);
		return z.NEVER;
	});

export type TargetInput = z.output<typeof targetInput>;
