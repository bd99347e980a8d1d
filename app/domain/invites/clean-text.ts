/**
 * What people type, made safe to put into mail and calendars. Everything that could end a line or
 * steer a reader is taken out before any text is composed; what is left reads as it was meant.
 */

const LINE_BREAK = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/gu;
/** Controls, halves of broken characters, byte-order marks, and marks that reorder shown text. */
const UNSAFE = /[\p{Cc}\p{Surrogate}\uFEFF\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/gu;

/** One line: breaks and runs of space become one space, control characters go. */
export function cleanLine(text: string): string {
	return text
		.replace(LINE_BREAK, " ")
		.replaceAll("\t", " ")
		.replace(UNSAFE, "")
		.replace(/ {2,}/g, " ")
		.trim();
}

/** Several lines, parted by `\n`, at most one empty line between two. */
export function cleanLines(text: string): string {
	return text
		.split(LINE_BREAK)
		.map(cleanLine)
		.join("\n")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
}

/**
 * One line for a TEXT value of a calendar. A backslash becomes a slash: escaped as RFC 5545 asks, a
 * typed `\n` still turns into a line break in some readers. Others look for the end of an event
 * anywhere, not only where a line starts, so that a typed `END:VEVENT` is parted by a space.
 */
export function calendarLine(text: string): string {
	return withoutSyntax(cleanLine(text));
}

/** Several lines for a TEXT value of a calendar. */
export function calendarLines(text: string): string {
	return withoutSyntax(cleanLines(text));
}

function withoutSyntax(text: string): string {
	return text.replaceAll("\\", "/").replace(/(BEGIN|END):(?=V)/gi, "$1: ");
}

/**
 * A name for CN or for a calendar. RFC 5545 allows no `"` in a parameter at all, readers split on
 * `,` `;` `:` even where they are quoted, and only some know RFC 6868, in which `^` escapes.
 */
export function calendarName(text: string): string {
	return calendarLine(text)
		.replace(/(^|[\s([])"/g, "$1“")
		.replaceAll('"', "”")
		.replace(/[,;:^]/g, " ")
		.replace(/ {2,}/g, " ")
		.trim();
}
