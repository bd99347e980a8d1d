import { z } from "zod";
import { optionalTelephone } from "#app/domain/telephone.ts";
import { email, optionalSingleLine, singleLine } from "#app/domain/text.ts";

/** A named person at a venue who gets invites; the same from the form, the API and an import. */
export const contactInput = z.object({
	name: singleLine(120, "the contact's name"),
	role: optionalSingleLine(120, "the role"),
	email,
	phone: optionalTelephone("the telephone number"),
});

export type ContactInput = z.output<typeof contactInput>;
