import { z } from "zod";
import { MAX_YOUNG_PEOPLE } from "#app/domain/sessions/close-out.ts";
import { MAX_MINUTES, MIN_MINUTES } from "#app/domain/sessions/session-input.ts";
import { yearGroupCode } from "#app/domain/sessions/year-group-code.ts";
import { sortYearGroups } from "#app/domain/sessions/year-groups.ts";
import {
	chosen,
	count,
	optionalCount,
	optionalMultiLine,
	several,
	singleLine,
} from "#app/domain/text.ts";

const MAX_FACILITATORS = 20;
const MAX_AGENCIES = 20;

/** One thing a school can ask for; the same from the form, the API and an import. */
export const programmeInput = z.object({
	name: singleLine(120, "the name of the programme"),
	theme: chosen("a theme"),
	summary: optionalMultiLine(1000, "the summary"),
	lengthMinutes: count(MAX_MINUTES, "the length in minutes").refine(
		(minutes) => minutes >= MIN_MINUTES,
		{ error: `Enter the length in minutes as ${MIN_MINUTES} or more` },
	),
	/** None where it suits every year group. */
	yearGroups: several(yearGroupCode).transform(sortYearGroups),
	largestGroup: optionalCount(MAX_YOUNG_PEOPLE, "the largest group").refine(
		(people) => people === undefined || people >= 1,
		{ error: "Enter the largest group as 1 or more" },
	),
	facilitatorsNeeded: count(MAX_FACILITATORS, "the number of facilitators").refine(
		(people) => people >= 1,
		{ error: "Enter the number of facilitators as 1 or more" },
	),
	agenciesNeeded: several(chosen("an agency")).refine((ids) => ids.length <= MAX_AGENCIES, {
		error: `Choose ${MAX_AGENCIES} agencies or fewer`,
	}),
	schoolProvides: optionalMultiLine(2000, "what the school provides"),
	/** For those who deliver: never sent to a school. */
	bring: optionalMultiLine(2000, "what to bring"),
});

export type ProgrammeInput = z.output<typeof programmeInput>;
