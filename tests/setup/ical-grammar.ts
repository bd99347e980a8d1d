/**
 * RFC 5545 §3.1 read strictly, from bytes, by code that shares nothing with what writes calendars.
 * Parsers forgive; this does not. See itip-rules.ts for what components and methods must hold.
 */

export type ContentLine = { name: string; params: Map<string, string[]>; value: string };
export type Component = { name: string; lines: ContentLine[]; children: Component[] };

export class GrammarFault extends Error {}

function refuse(reason: string, line = ""): never {
	throw new GrammarFault(line ? `${reason}: ${JSON.stringify(line.slice(0, 120))}` : reason);
}

/** Octets → physical lines → logical lines: CRLF only, 75 octets, whole characters, no controls. */
export function logicalLines(bytes: Uint8Array): string[] {
	const lines: string[] = [];
	for (const physical of physicalLines(bytes)) {
		if (physical.length > 75) refuse(`line of ${physical.length} octets`, decode(physical));
		// Each physical line must be whole UTF-8 by itself: folding may not split a character.
		const text = decode(physical);
		if (text.startsWith("\t")) refuse("folded with a tab, not a space", text);
		if (text.startsWith(" ")) {
			if (lines.length === 0) refuse("starts with a continuation");
			if (text.length === 1) refuse("an empty continuation");
			lines[lines.length - 1] += text.slice(1);
		} else {
			if (text === "") refuse("an empty line");
			lines.push(text);
		}
	}
	return lines;
}

function physicalLines(bytes: Uint8Array): Uint8Array[] {
	const lines: Uint8Array[] = [];
	let start = 0;
	for (let at = 0; at < bytes.length; at += 1) {
		const octet = bytes[at] ?? 0;
		if (octet === 0x0d && bytes[at + 1] === 0x0a) {
			lines.push(bytes.subarray(start, at));
			start = at + 2;
			at += 1;
		} else if ((octet < 0x20 && octet !== 0x09) || octet === 0x7f) {
			refuse(`control octet ${octet} at ${at}`);
		}
	}
	if (start !== bytes.length) refuse("does not end in CRLF");
	return lines;
}

function decode(octets: Uint8Array): string {
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets);
	} catch {
		return refuse("not UTF-8: a character is broken");
	}
}

/** contentline = name *(";" param ) ":" value, read one character at a time. */
export function contentLine(text: string): ContentLine {
	let at = 0;
	const name = take(/^[A-Za-z0-9-]+/);
	if (name !== name.toUpperCase()) refuse("a name not in upper case", text);
	const params = new Map<string, string[]>();
	while (text[at] === ";") {
		at += 1;
		const param = take(/^[A-Za-z0-9-]+/).toUpperCase();
		if (params.has(param)) refuse(`parameter ${param} twice`, text);
		const values: string[] = [];
		do {
			at += 1;
			values.push(paramValue());
		} while (text[at] === ",");
		params.set(param, values);
	}
	if (text[at] !== ":") refuse(`":" expected at ${at}`, text);
	return { name, params, value: text.slice(at + 1) };

	function paramValue(): string {
		if (text[at - 1] !== "=" && text[at - 1] !== ",") refuse(`"=" expected at ${at}`, text);
		if (text[at] !== '"') return take(/^[^";:,]+/);
		const quoted = take(/^"[^"]*"/);
		return quoted.slice(1, -1);
	}

	function take(pattern: RegExp): string {
		const found = pattern.exec(text.slice(at))?.[0];
		if (!found) return refuse(`unreadable at ${at}`, text);
		at += found.length;
		return found;
	}
}

/** The tree of components, properly nested, with one VCALENDAR at the root and nothing after it. */
export function components(lines: readonly string[]): Component {
	const open: Component[] = [];
	let root: Component | undefined;
	for (const text of lines) {
		if (root) refuse("text after the end", text);
		const line = contentLine(text);
		const inside = open.at(-1);
		if (line.name === "BEGIN") {
			const child: Component = { name: line.value, lines: [], children: [] };
			inside?.children.push(child);
			open.push(child);
		} else if (line.name === "END") {
			if (inside?.name !== line.value) refuse("END without its BEGIN", text);
			open.pop();
			if (open.length === 0) root = inside;
		} else if (inside) {
			if (inside.children.length > 0) refuse("a property after a component", text);
			inside.lines.push(line);
		} else {
			refuse("a property outside every component", text);
		}
	}
	if (!root) return refuse("not closed");
	if (root.name !== "VCALENDAR") refuse(`root is ${root.name}`);
	return root;
}

const DATE_TIME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)$/;
const TEXT = /^(?:[^\\;,]|\\[\\;,nN])*$/u;
const DURATION =
	/^[+-]?P(?:\d+W|\d+D(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?|T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))$/;

/** Each returns the fault in a value, or null. */
export const valueFaults = {
	text: (value: string) => (TEXT.test(value) ? null : "TEXT is not escaped"),
	utc: (value: string) => (readInstant(value) ? null : "not a UTC date-time that exists"),
	local: (value: string) =>
		DATE_TIME.exec(value)?.[7] === "" && readInstant(`${value}Z`) ? null : "not a local date-time",
	duration: (value: string) => (DURATION.test(value) ? null : "not a duration"),
	integer: (value: string) => (/^\d{1,10}$/.test(value) ? null : "not a whole number from 0"),
	offset: (value: string) =>
		/^[+-](?:[01]\d|2[0-3])[0-5]\d$/.test(value) ? null : "not a UTC offset",
	mailto: (value: string) =>
		/^mailto:[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(value)
			? null
			: "not one mailto: address",
	uri: (value: string) => (/^https?:\/\/[!-~]+$/.test(value) ? null : "not a web address"),
	uid: (value: string) => (/^[!-~]+@[A-Za-z0-9.-]+$/.test(value) ? null : "not id@domain"),
};

/** `20270114T090000Z` as an instant, or null where it is no moment of any calendar. */
export function readInstant(value: string): Date | null {
	const parts = DATE_TIME.exec(value);
	if (parts?.[7] !== "Z") return null;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
		.slice(1, 7)
		.map(Number);
	const instant = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
	const again = instant.toISOString().replace(/[-:]|\.000/g, "");
	return again === value ? instant : null;
}

/** RFC 5545 §3.3.11 read back. */
export function unescapeText(value: string): string {
	return value.replace(/\\([\\;,nN])/g, (_, escaped: string) =>
		escaped.toLowerCase() === "n" ? "\n" : escaped,
	);
}
