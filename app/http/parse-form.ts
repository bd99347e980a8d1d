import type { z } from "zod";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { badRequest } from "./respond.ts";

/** What a form sent, by name; a name sent more than once is a list. Names keep their dots. */
export type Fields = Record<string, string | string[]>;

/**
 * Reads a form's fields. Text comes as sent: what may be in it is for the schema to say.
 * @throws 400 for another content type, a malformed body, or a file
 */
export async function readForm(request: Request): Promise<Fields> {
	const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
	if (type === "application/x-www-form-urlencoded") {
		return fieldsOf(decodeForm(await request.arrayBuffer()));
	}
	if (type !== "multipart/form-data") throw badRequest();
	const sent = await request.formData().catch(() => {
		throw badRequest();
	});
	return fieldsOf(sent);
}

/** why not URLSearchParams: it makes do with what is malformed, and stores a "\ufffd" for it. */
function decodeForm(bytes: ArrayBuffer): [string, string][] {
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		const pairs = text.split("&").filter((pair) => pair !== "");
		return pairs.map((pair) => {
			const at = pair.indexOf("=");
			return at < 0
				? [decodePart(pair), ""]
				: [decodePart(pair.slice(0, at)), decodePart(pair.slice(at + 1))];
		});
	} catch {
		throw badRequest();
	}
}

function decodePart(text: string): string {
	return decodeURIComponent(text.replaceAll("+", " "));
}

function fieldsOf(sent: Iterable<[string, string | Blob]>): Fields {
	const fields = new Map<string, string | string[]>();
	for (const [name, value] of sent) {
		if (typeof value !== "string") throw badRequest();
		const before = fields.get(name);
		if (before === undefined) fields.set(name, value);
		else if (typeof before === "string") fields.set(name, [before, value]);
		else before.push(value);
	}
	return Object.fromEntries(fields);
}

/** The fields named `prefix.x`, by x: `headcount.Y7` and `headcount.Y8` give { Y7, Y8 }. */
export function fieldsUnder(prefix: string, fields: Fields): Fields {
	const start = `${prefix}.`;
	return Object.fromEntries(
		Object.entries(fields)
			.filter(([name]) => name.startsWith(start))
			.map(([name, value]) => [name.slice(start.length), value]),
	);
}

export type Parsed<Data> =
	| { ok: true; data: Data }
	| { ok: false; errors: FieldErrors; values: Fields };

/**
 * Checks fields by a schema: its data, or the first message for each field in the schema's order,
 * which is the page's.
 * @param given what the schema is given where that is not the fields themselves
 */
export function parseWith<Schema extends z.ZodType>(
	schema: Schema,
	fields: Fields,
	given: unknown = fields,
): Parsed<z.output<Schema>> {
	const parsed = schema.safeParse(given);
	if (parsed.success) return { ok: true, data: parsed.data };
	const errors = new Map<string, string>();
	for (const { path, message } of parsed.error.issues) {
		const field = fieldName(path);
		if (!errors.has(field)) errors.set(field, message);
	}
	return {
		ok: false,
		errors: [...errors].map(([field, message]) => ({ field, message })),
		values: fields,
	};
}

/** why without numbers: the third of several ticked boxes is still the one field. */
function fieldName(path: readonly PropertyKey[]): string {
	return path.filter((part) => typeof part === "string").join(".");
}
