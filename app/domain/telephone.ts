import { optionalSingleLine } from "./text.ts";

const shape = /^\+?[\d\s().-]+(\s*(ext\.?|extension|x)\s*\d{1,6})?$/i;

/**
 * A telephone number as typed, or undefined when blank, null or missing. Kept as written: people
 * read and dial it, and nothing compares it. why 15: no number on earth has more digits (E.164).
 */
export function optionalTelephone(label: string) {
	return optionalSingleLine(40, label).refine(
		(text) => text === undefined || (shape.test(text) && digitsIn(text) >= 7),
		{ error: `Enter ${label} in the correct format, like 01632 960123` },
	);
}

function digitsIn(text: string): number {
	const digits = text.split(/[a-z]/i)[0]?.replace(/\D/g, "").length ?? 0;
	return digits > 15 ? 0 : digits;
}
