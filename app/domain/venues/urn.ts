import { optionalSingleLine } from "#app/domain/text.ts";

/** Whether the text is shaped like a Unique Reference Number of the DfE's register. */
export function isUrn(text: string): boolean {
	return /^[1-9]\d{5}$/.test(text);
}

/** A URN, or undefined when blank, null or missing. Text, because nobody adds URNs up. */
export const optionalUrn = optionalSingleLine(20, "the URN")
	.transform((text) => text?.replace(/\s+/g, ""))
	.refine((text) => text === undefined || isUrn(text), {
		error: "Enter a URN of 6 digits, like 123456",
	});
