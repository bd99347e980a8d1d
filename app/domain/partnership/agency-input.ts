import { z } from "zod";
import { singleLine } from "#app/domain/text.ts";

/** An employer in the partnership. */
export const agencyInput = z.object({
	name: singleLine(120, "the name of the agency"),
});

export type AgencyInput = z.output<typeof agencyInput>;
