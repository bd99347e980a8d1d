import { z } from "zod";
import { optionalTelephone } from "#app/domain/telephone.ts";
import { chosen, email, several, singleLine } from "#app/domain/text.ts";
import { optionalLocalDate } from "#app/domain/time.ts";

const MAX_TEAMS = 50;
const MAX_PROGRAMMES = 200;

const lastDay = optionalLocalDate("the last day");

/**
 * A person who delivers; the same from the form, the API and an import. `until` holds, by programme
 * id, the last local date of a qualification; a date at a programme that is not chosen is dropped.
 */
export const personInput = z
	.object({
		name: singleLine(120, "the person's name"),
		email,
		phone: optionalTelephone("the telephone number"),
		agency: chosen("the agency that employs them"),
		teams: several(chosen("a team")).refine((ids) => ids.length <= MAX_TEAMS, {
			error: `Choose ${MAX_TEAMS} teams or fewer`,
		}),
		programmes: several(chosen("a programme")).refine((ids) => ids.length <= MAX_PROGRAMMES, {
			error: `Choose ${MAX_PROGRAMMES} programmes or fewer`,
		}),
		until: z
			.record(z.string(), lastDay, { error: "Enter a last day for each programme" })
			.nullish(),
	})
	.transform(({ programmes, until, ...person }) => ({
		...person,
		qualifications: programmes.map((programmeId) => ({
			programmeId,
			until: (until && Object.hasOwn(until, programmeId) && until[programmeId]) || null,
		})),
	}));

export type PersonInput = z.output<typeof personInput>;
