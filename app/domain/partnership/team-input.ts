import { z } from "zod";
import { teamPrefix } from "#app/domain/sessions/reference.ts";
import { optionalTelephone } from "#app/domain/telephone.ts";
import { chosen, email, several, singleLine } from "#app/domain/text.ts";

const MAX_AGENCIES = 20;

/** Who delivers and is counted. The address and the telephone number are the team's own: sent. */
export const teamInput = z.object({
	name: singleLine(120, "the name of the team"),
	prefix: teamPrefix,
	email,
	phone: optionalTelephone("the team's telephone number"),
	agencies: several(chosen("an agency")).refine((ids) => ids.length <= MAX_AGENCIES, {
		error: `Choose ${MAX_AGENCIES} agencies or fewer`,
	}),
});

export type TeamInput = z.output<typeof teamInput>;
