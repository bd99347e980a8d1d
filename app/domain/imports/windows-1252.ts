// WHATWG Encoding, index windows-1252: what the bytes 80 to 9F stand for; five of them for nothing.
const upper =
	"\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD" +
	"\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178";

/** The bytes that no text in Windows-1252 holds: with one of them, a file is in another encoding. */
export const unusedBytes: readonly number[] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/**
 * Windows-1252 from bytes read as Latin-1, which differs in these 32 places: "\x92" is "’".
 * why by hand: the register is read as Latin-1 by the parser itself, at no cost, and only the few
 * cells in use are looked at again; TextDecoder gets these bytes wrong in some versions of Node.
 */
export function fromLatin1(text: string): string {
	return text.replace(/[\x80-\x9f]/g, (char) => upper.charAt(char.charCodeAt(0) - 0x80));
}
