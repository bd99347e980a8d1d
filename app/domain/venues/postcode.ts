import { optionalSingleLine } from "#app/domain/text.ts";

// Royal Mail's PAF programmers' guide: outward A9, A99, AA9, AA99, A9A, AA9A; inward 9AA without
// C, I, K, M, O and V. GIR 0AA is the one that fits no pattern.
const shape = /^(?:([A-Z]{1,2}\d[A-Z\d]?)(\d[ABD-HJLNP-UW-Z]{2})|(GIR)(0AA))$/;

/** "cm90zz", "CM9 0ZZ ", "Cm9-0zz" as "CM9 0ZZ"; null for what is no postcode of the UK. */
export function normalisePostcode(typed: string): string | null {
	const [, ...parts] = shape.exec(typed.toUpperCase().replace(/[\s().-]+/g, "")) ?? [];
	const [outward, inward] = parts.filter((part) => part !== undefined);
	return outward && inward ? `${outward} ${inward}` : null;
}

/** A postcode in its one spelling, or undefined when blank, null or missing. */
export const optionalPostcode = optionalSingleLine(20, "the postcode").transform((text, ctx) => {
	if (text === undefined) return undefined;
	const postcode = normalisePostcode(text);
	if (postcode !== null) return postcode;
	ctx.issues.push({
		code: "custom",
		message: "Enter a full UK postcode, like CM9 4AA",
		input: text,
	});
	return undefined;
});
