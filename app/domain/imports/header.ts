import type { FileRefusal } from "./file-refusal.ts";

export type ReadHeader<Name extends string> =
	| { ok: true; at: Readonly<Record<Name, number>>; width: number }
	| { ok: false; refusal: FileRefusal };

function headerKey(name: string): string {
	return name.trim().replace(/\s+/g, " ").toLowerCase();
}

/**
 * Where each wanted column stands, by name, whatever the order and whatever else there is.
 * A name that is wanted and stands twice is refused: nobody could say which is meant.
 */
export function readHeader<Name extends string>(
	cells: readonly string[],
	wanted: readonly Name[],
): ReadHeader<Name> {
	const keys = cells.map(headerKey);
	const missing = wanted.filter((name) => !keys.includes(headerKey(name)));
	if (missing.length > 0) {
		return { ok: false, refusal: { reason: "missing_headers", missing: [...missing] } };
	}
	const found = wanted.map((name) => [name, keys.indexOf(headerKey(name))] as const);
	const repeated = found.filter(([, at]) => keys.lastIndexOf(keys[at] ?? "") !== at);
	if (repeated.length > 0) {
		const names = repeated.map(([name]) => name);
		return { ok: false, refusal: { reason: "repeated_headers", repeated: names } };
	}
	return { ok: true, at: Object.fromEntries(found) as Record<Name, number>, width: cells.length };
}
