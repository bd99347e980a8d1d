import { z } from "zod";
import { MAX_YOUNG_PEOPLE } from "#app/domain/sessions/close-out.ts";
import { yearGroupCode } from "#app/domain/sessions/year-group-code.ts";
import { sortYearGroups } from "#app/domain/sessions/year-groups.ts";
import { optionalTelephone } from "#app/domain/telephone.ts";
import {
	chosen,
	count,
	email,
	optionalMultiLine,
	optionalSingleLine,
	several,
	singleLine,
	ticked,
} from "#app/domain/text.ts";
import { daysBetween, type LocalDate, localDate } from "#app/domain/time.ts";
import { optionalPostcode } from "#app/domain/venues/postcode.ts";
import { MAX_DATES, MAX_GROUPS, MAX_PROGRAMMES } from "./request-limits.ts";

const preferredDate = z.object({
	date: localDate("the date"),
	periods: optionalSingleLine(80, "the lesson or time of day"),
});

/**
 * What a school asks for, the same from the public form and the API. The school is named by `venue`
 * (its id or URN) or, where it cannot be found, by `venueName`. Dates stand in order of preference.
 */
export const requestInput = z
	.object({
		venue: z
			.union([z.literal(""), chosen("your school")], { error: "Choose your school" })
			.nullish()
			.transform((id) => id || undefined),
		venueName: optionalSingleLine(200, "the name of your school"),
		venueTown: optionalSingleLine(100, "the town"),
		venuePostcode: optionalPostcode,
		programmes: several(chosen("a programme"))
			.refine((ids) => ids.length > 0, { error: "Choose at least one programme" })
			.refine((ids) => ids.length <= MAX_PROGRAMMES, {
				error: `Choose ${MAX_PROGRAMMES} programmes or fewer`,
			}),
		yearGroups: several(yearGroupCode)
			.refine((codes) => codes.length > 0, { error: "Choose at least one year group" })
			.transform(sortYearGroups),
		expectedYoungPeople: count(MAX_YOUNG_PEOPLE, "the number of young people").refine(
			(number) => number > 0,
			{ error: "Enter the number of young people as 1 or more" },
		),
		groups: count(MAX_GROUPS, "the number of groups").refine((number) => number > 0, {
			error: "Enter the number of groups as 1 or more",
		}),
		room: optionalSingleLine(80, "the room"),
		equipment: optionalMultiLine(500, "the equipment"),
		preferredDates: z
			.array(preferredDate, { error: "Enter at least one date" })
			.min(1, { error: "Enter at least one date" })
			.max(MAX_DATES, { error: `Enter ${MAX_DATES} dates or fewer` }),
		contactName: singleLine(120, "your name"),
		contactEmail: email,
		contactRole: singleLine(120, "your role"),
		contactPhone: optionalTelephone("your telephone number"),
		staffStays: ticked.refine((stays) => stays, {
			error: "Confirm that a member of staff stays in the room",
		}),
		dslKnows: z.enum(["yes", "not_yet"], {
			error: "Choose whether your Designated Safeguarding Lead knows",
		}),
		notes: optionalMultiLine(2000, "the words for the team"),
	})
	.check((ctx) => {
		const { venue, venueName, groups, expectedYoungPeople, preferredDates } = ctx.value;
		const refuse = (path: (string | number)[], message: string) =>
			ctx.issues.push({ code: "custom", message, path, input: ctx.value });
		if (!venue && !venueName) {
			refuse(["venue"], "Find and choose your school, or enter its name");
		}
		if (groups > expectedYoungPeople) {
			refuse(["groups"], "Enter no more groups than there are young people");
		}
		for (const [at, { date }] of preferredDates.entries()) {
			const again = preferredDates.slice(0, at).some((earlier) => earlier.date === date);
			if (again) refuse(["preferredDates", at, "date"], "Enter a different date from the others");
		}
	});

export type RequestInput = z.output<typeof requestInput>;

/** Further ahead than any diary is planned. */
const DAYS_AHEAD = 550;

export interface DateProblem {
	/** Of the list of preferred dates, from 0. */
	at: number;
	message: string;
}

/** Which of the dates cannot be asked for any more, or not yet: the schema does not know the day. */
export function dateProblems(
	{ preferredDates }: Pick<RequestInput, "preferredDates">,
	today: LocalDate,
): DateProblem[] {
	return preferredDates.flatMap(({ date }, at) => {
		if (date <= today) return [{ at, message: "Enter a date after today" }];
		if (daysBetween(today, date) <= DAYS_AHEAD) return [];
		return [{ at, message: "Enter a date within the next 18 months" }];
	});
}
