import { z } from "zod";

/** The parts of "JET-2026-0147": the team's prefix, the year of booking, the number in that year. */
export interface SessionReference {
	team: string;
	year: number;
	number: number;
}

const shape = /^([A-Z]{2,6})-(\d{4})-(\d{4,9})$/;

export const teamPrefix = z
	.string({ error: "Enter a reference prefix, like JET" })
	.trim()
	.toUpperCase()
	.regex(/^[A-Z]{2,6}$/, { error: "Enter a reference prefix of 2 to 6 letters, like JET" });

/** "JET-2026-0147"; numbers past 9999 grow a digit. Throws on parts no reference can have. */
export function formatReference({ team, year, number }: SessionReference): string {
	const text = `${team}-${year}-${String(number).padStart(4, "0")}`;
	if (!parseReference(text)) throw new RangeError(`Not a session reference: ${text}`);
	return text;
}

/** The parts, however it was typed ("jet-2026-0147 "), or null. Each session has one spelling. */
export function parseReference(typed: string): SessionReference | null {
	const [, team, year, digits] = shape.exec(typed.trim().toUpperCase()) ?? [];
	if (!team || !year || !digits) return null;
	const number = Number(digits);
	const padded = digits.length > 4 && digits.startsWith("0");
	return padded || number === 0 ? null : { team, year: Number(year), number };
}

/** A reference in its one spelling. */
export const sessionReference = z
	.string({ error: "Enter a session reference, like JET-2026-0147" })
	.trim()
	.toUpperCase()
	.refine((text) => parseReference(text) !== null, {
		error: "Enter a session reference, like JET-2026-0147",
	});
