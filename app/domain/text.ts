import { z } from "zod";
import { formatCount } from "./format-number.ts";

/**
 * Builders for every text and number people type, shared by forms, the API and imports.
 * `label` is how the message names the thing, article included: "the room" gives "Enter the room".
 * Lengths are UTF-16 units, as the browser's maxlength counts them.
 */

// why: direction overrides make a name read as another one in a mail or a calendar.
const directionControls = /[\u202A-\u202E\u2066-\u2069]/g;
const visible = /[^\s\p{Cf}]/u;

function cleanLine(text: string): string {
	const spaced = text.replace(/[\t\n\r\u2028\u2029]+/g, " ");
	return tidy(spaced.replace(/\p{Cc}/gu, ""));
}

function cleanLines(text: string): string {
	const newlines = text.replace(/\r\n?|[\u2028\u2029]/g, "\n");
	return tidy(newlines.replace(/[^\P{Cc}\n\t]/gu, ""));
}

function tidy(text: string): string {
	const kept = text.replace(directionControls, "").normalize("NFC").trim();
	return visible.test(kept) ? kept : "";
}

function cleaned(clean: (text: string) => string, max: number, label: string) {
	return (
		z
			.string({ error: `Enter ${label}` })
			// why: half a surrogate pair is not a character, and PostgreSQL refuses the whole row.
			.refine((text) => !/\p{Cs}/u.test(text), {
				error: `Enter ${label} again: it holds a character that cannot be stored`,
				abort: true,
			})
			.transform(clean)
			.refine((text) => text.length <= max, {
				error: `Shorten ${label} to ${formatCount(max)} characters or fewer`,
			})
	);
}

function required(schema: ReturnType<typeof cleaned>, label: string) {
	return schema.refine((text) => text !== "", { error: `Enter ${label}` });
}

function optional(schema: ReturnType<typeof cleaned>) {
	return schema.nullish().transform((text) => text || undefined);
}

/** One line of text that must be there; line breaks and control characters do not survive. */
export function singleLine(max: number, label: string) {
	return required(cleaned(cleanLine, max, label), label);
}

/** One line of text, or undefined when blank, null or missing. */
export function optionalSingleLine(max: number, label: string) {
	return optional(cleaned(cleanLine, max, label));
}

/** Text that must be there and keeps its line breaks (as "\n") and tabs. */
export function multiLine(max: number, label: string) {
	return required(cleaned(cleanLines, max, label), label);
}

/** Text with line breaks, or undefined when blank, null or missing. */
export function optionalMultiLine(max: number, label: string) {
	return optional(cleaned(cleanLines, max, label));
}

const emailFormat = "Enter an email address in the correct format, like name@example.com";

/** An email address in lower case: one mailbox must not become two contacts by a capital letter. */
export const email = z
	.string({ error: "Enter an email address" })
	.trim()
	.toLowerCase()
	.min(1, { error: "Enter an email address", abort: true })
	// why: RFC 5321 allows a path of 256 octets with its brackets; longer is refused by mail servers.
	.max(254, { error: "Enter an email address of 254 characters or fewer", abort: true })
	.pipe(z.email({ error: emailFormat }));

const typedNumber = [z.number(), z.string()] as const;

/**
 * A whole number from 0 to `max`, typed ("28", "1,200") or as a number.
 * `blank` is what an empty box means where leaving it empty is an answer.
 */
export function count(max: number, label: string, { blank }: { blank?: number } = {}) {
	return z.union(typedNumber, { error: `Enter ${label}` }).transform((typed, ctx): number => {
		const text = String(typed).trim();
		return text === "" && blank !== undefined ? blank : counted(text, max, label, ctx);
	});
}

/** A whole number from 0 to `max`, or undefined when blank, null or missing. */
export function optionalCount(max: number, label: string) {
	return z
		.union(typedNumber, { error: `Enter ${label}` })
		.nullish()
		.transform((typed, ctx): number | undefined => {
			const text = String(typed ?? "").trim();
			return text === "" ? undefined : counted(text, max, label, ctx);
		});
}

function counted(text: string, max: number, label: string, ctx: z.RefinementCtx): number {
	const message = countRefusal(text, max, label);
	if (!message) return Number(text.replaceAll(",", ""));
	ctx.issues.push({ code: "custom", message, input: text });
	return z.NEVER;
}

function countRefusal(text: string, max: number, label: string): string | null {
	if (text === "") return `Enter ${label}`;
	if (/^-\d+$/.test(text)) return `Enter ${label} as 0 or more`;
	if (!/^(\d+|\d{1,3}(,\d{3})+)$/.test(text)) return `Enter ${label} as a whole number, like 28`;
	if (Number(text.replaceAll(",", "")) > max)
		return `Enter ${label} as ${formatCount(max)} or fewer`;
	return null;
}

/** An id or slug from radios, a select or the API: "Choose a programme". */
export function chosen(label: string) {
	return z
		.string({ error: `Choose ${label}` })
		.trim()
		.regex(/^[\w.:-]{1,100}$/, { error: `Choose ${label}` });
}

/**
 * Several of something in the order given, each once. A form with one box ticked sends a single
 * text and with none sends nothing: both are lists.
 */
export function several<Item extends z.ZodType<string, string>>(item: Item) {
	return z
		.union([z.array(z.string()), z.string()], { error: "Enter a list" })
		.nullish()
		.transform((given) => [...new Set([given ?? []].flat())])
		.pipe(z.array(item));
}

/** A checkbox or a JSON boolean; not ticked is false. */
export const ticked = z
	.union([z.boolean(), z.enum(["on", "true", "yes", "false", "no", ""])], {
		error: "Choose yes or no",
	})
	.nullish()
	.transform((value) => value === true || value === "on" || value === "true" || value === "yes");
