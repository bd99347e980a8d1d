import { z } from "zod";
import { singleLine } from "#app/domain/text.ts";

/** How tokens start, so that one left in a file is recognised by those who search for secrets. */
export const TOKEN_PREFIX = "termtime_";

export const tokenLives = { 30: "30 days", 90: "90 days", 365: "1 year" } as const;

export const tokenInput = z.object({
	name: singleLine(80, "what the token is for"),
	days: z.coerce
		.number({ error: "Choose how long the token lasts" })
		.refine((days) => days in tokenLives, { error: "Choose how long the token lasts" }),
});

/** The token in an Authorization header, or null when there is none in the right form. */
export function bearerToken(header: string | null): string | null {
	return /^Bearer (termtime_[\w-]{40,80})$/i.exec(header?.trim() ?? "")?.[1] ?? null;
}
