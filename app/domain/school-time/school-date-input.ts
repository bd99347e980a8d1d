import { z } from "zod";
import { yearGroupCode } from "#app/domain/sessions/year-group-code.ts";
import { sortYearGroups } from "#app/domain/sessions/year-groups.ts";
import { optionalSingleLine, several } from "#app/domain/text.ts";
import { daysBetween, localDate, optionalLocalDate } from "#app/domain/time.ts";
import { type SchoolDateKind, schoolDateKindLabels, schoolDateKinds } from "./date-kinds.ts";
import type { SchoolDate } from "./school-dates.ts";

/** Days. Longer is a mistake of typing: a year too many, or two dates changed over. */
const longest: Record<SchoolDateKind, number> = { term: 150, half_term: 21, inset: 5, exams: 70 };

/** Dates of a school or an authority, the same from the form and the file. */
export const schoolDateInput = z
	.object({
		kind: z.enum(schoolDateKinds, { error: "Choose what the dates are" }),
		name: optionalSingleLine(60, "the name"),
		from: localDate("the first day"),
		/** Empty for one day. */
		to: optionalLocalDate("the last day"),
		/** Of exams only; empty for everybody. */
		yearGroups: several(yearGroupCode).transform(sortYearGroups),
	})
	.transform(
		({ kind, name, from, to, yearGroups }): SchoolDate => ({
			kind,
			name: name ?? schoolDateKindLabels[kind],
			from,
			to: to ?? from,
			yearGroups: kind === "exams" ? yearGroups : [],
		}),
	)
	.check(({ value, issues }) => {
		const message = lengthRefusal(value);
		if (message) issues.push({ code: "custom", message, path: ["to"], input: value.to });
	});

function lengthRefusal({ kind, from, to }: SchoolDate): string | null {
	const days = daysBetween(from, to) + 1;
	if (days < 1) return "Enter a last day that is the same as or after the first day";
	if (days <= longest[kind]) return null;
	return `Enter a last day within ${longest[kind]} days: that is the longest for ${lengthWords[kind]}`;
}

const lengthWords: Record<SchoolDateKind, string> = {
	term: "a term",
	half_term: "a half-term",
	inset: "INSET days in one go",
	exams: "exams",
};
