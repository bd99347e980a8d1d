import { manyOf, textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";

/** An address's parameters as a form would have sent them. */
export function fieldsOfAddress(query: URLSearchParams): Fields {
	const names = [...new Set(query.keys())];
	return Object.fromEntries(
		names.map((name) => {
			const values = query.getAll(name);
			return [name, values.length === 1 ? (values[0] ?? "") : values];
		}),
	);
}

const periodShape = /^(\d{2}:\d{2})-(\d{2}:\d{2})$/;

/** The fields with the times of the lesson that was chosen, if one was, in place of those typed. */
export function withPeriod({ period, ...fields }: Fields): Fields {
	const [, start, end] = periodShape.exec(textOf({ period: period ?? "" }, "period")) ?? [];
	return start && end ? { ...fields, start, end } : fields;
}

const idShape = /^[\w.:-]{1,100}$/;

/** An id as it may be looked up, or null: no text that a database would stumble over gets there. */
export function idOf(fields: Fields, name: string): string | null {
	const text = textOf(fields, name).trim();
	return idShape.test(text) ? text : null;
}

/** All ids of a field, each once. */
export function idsOf(fields: Fields, name: string): string[] {
	return [...new Set(manyOf(fields, name))].filter((text) => idShape.test(text));
}

const codeShape = /^[a-z][a-z0-9_]{0,59}$/;

/** The reasons in the boxes named `override.CODE`, blank ones left out, by code. */
export function reasonsOf(fields: Fields): Record<string, string> {
	const reasons = Object.keys(fields).flatMap((name) => {
		const code = name.startsWith("override.") ? name.slice("override.".length) : "";
		const reason = textOf(fields, name);
		return codeShape.test(code) && reason.trim() !== "" ? [[code, reason] as const] : [];
	});
	return Object.fromEntries(reasons);
}

/** Facilitators in the order that a booking gives them: whoever leads, if ticked, then the others. */
export function deliverersOf(fields: Fields, usualLead: string | null = null): string[] {
	const ticked = idsOf(fields, "facilitators");
	const lead = idOf(fields, "lead") ?? usualLead;
	return lead !== null && ticked.includes(lead)
		? [lead, ...ticked.filter((id) => id !== lead)]
		: ticked;
}
