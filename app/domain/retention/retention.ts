import { DateTime } from "luxon";
import { z } from "zod";

const SHORTEST = 6;
const LONGEST = 240;

/** Months without contact after which a contact's details are taken out; blank for never. */
export const retentionInput = z.object({
	months: z
		.string({ error: "Enter a number of months" })
		.trim()
		.refine((text) => text === "" || /^\d{1,3}$/.test(text), {
			error: "Enter a whole number of months, such as 36, or leave it blank",
			abort: true,
		})
		.transform((text) => (text === "" ? null : Number(text)))
		.refine((months) => months === null || (months >= SHORTEST && months <= LONGEST), {
			error: "Enter 6 to 240 months, or leave it blank to keep contacts for good",
		}),
});

/** Whoever was last active before this has been idle long enough. */
export function retentionCutoff(now: Date, months: number, zone: string): Date {
	return DateTime.fromJSDate(now, { zone }).minus({ months }).toJSDate();
}

/** The latest of the moments at which somebody mattered to us; null for none known. */
export function lastActive(moments: readonly (Date | null | undefined)[]): Date | null {
	const known = moments.flatMap((moment) => (moment ? [moment.getTime()] : []));
	return known.length === 0 ? null : new Date(Math.max(...known));
}

/** When a UUID of version 7 was made: RFC 9562 §5.7 has the milliseconds in its first 48 bits. */
export function madeAt(id: string): Date | null {
	const hex = id.replaceAll("-", "");
	if (!/^[0-9a-f]{12}7[0-9a-f]{19}$/.test(hex)) return null;
	return new Date(Number.parseInt(hex.slice(0, 12), 16));
}

/** What stands in a text instead of somebody who was anonymised. */
export const FORMER = "a former contact";

/**
 * A text without somebody's details, wherever they stand in it as they were kept.
 * @param details name, address, number: blanks and very short ones are left alone
 */
export function withoutDetails(text: string, details: readonly (string | null)[]): string {
	return details
		.filter((detail) => detail !== null)
		.filter((detail) => detail.length >= 3)
		.sort((a, b) => b.length - a.length)
		.reduce((rest, detail) => rest.replaceAll(detail, FORMER), text);
}
