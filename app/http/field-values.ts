import type { Fields } from "./parse-form.ts";

/**
 * A field as it is shown again; of several values under one name the first, "" for none. why the
 * line ends: forms send other ones than they were given, and nobody typed those.
 */
export function textOf(fields: Fields, name: string): string {
	const [first = ""] = [fields[name] ?? []].flat();
	return first.replaceAll("\r\n", "\n");
}

/** All values of a field in the order given, blanks left out. */
export function manyOf(fields: Fields, name: string): string[] {
	return [fields[name] ?? []].flat().filter((value) => value !== "");
}

/** Values from the database as a form shows them: nothing is "", a number its digits. */
export function fieldsFrom(
	values: Record<string, string | number | readonly string[] | null | undefined>,
): Fields {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [
			name,
			typeof value === "object" && value !== null ? [...value] : String(value ?? ""),
		]),
	);
}
