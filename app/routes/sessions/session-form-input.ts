import type { z } from "zod";
import {
	boxOf,
	type WhenAsked,
	whenFromBoxes,
	whenProblems,
} from "#app/domain/sessions/when-boxes.ts";
import type { Fields } from "#app/http/parse-form.ts";
import type { FieldErrors } from "#app/ui/form-errors.ts";
import { reasonsOf } from "./form-fields.ts";

export type FormInput<Data> = { ok: true; data: Data } | { ok: false; errors: FieldErrors };

interface Options {
	/** Whether the form has the boxes date, start and end. */
	asksWhen: boolean;
	zone: string;
	/** Fields in the order of the page: the summary's too. */
	order: readonly string[];
	/** What stands in the place of the fields of the same name. */
	given?: Record<string, unknown>;
}

/**
 * A form about a session, checked by the schema that the API uses too: date and times from their
 * boxes, reasons from theirs, and every message at the box that it is about.
 */
export function readSessionForm<Schema extends z.ZodType>(
	schema: Schema,
	fields: Fields,
	{ asksWhen, zone, order, given = {} }: Options,
): FormInput<z.output<Schema>> {
	const reasons = Object.entries(reasonsOf(fields)).map(([code, reason]) => ({ code, reason }));
	const when = asksWhen ? whenFromBoxes(fields) : null;
	const parsed = schema.safeParse({ ...fields, ...timesOf(when), overrides: reasons, ...given });
	const errors = new Map<string, string>();
	for (const { field, message } of when ? whenProblems(when, zone) : []) {
		if (!errors.has(field)) errors.set(field, message);
	}
	for (const { path, message } of parsed.error?.issues ?? []) {
		const field = fieldAt(path, reasons);
		// why: what is wrong with the boxes was said above, in the boxes' own words.
		if (boxOf(field) !== null) continue;
		if (!errors.has(field)) errors.set(field, message);
	}
	if (parsed.success && errors.size === 0) return { ok: true, data: parsed.data };
	const place = (field: string) => {
		const at = order.indexOf(field);
		return at < 0 ? order.length : at;
	};
	return {
		ok: false,
		errors: [...errors]
			.map(([field, message]) => ({ field, message }))
			.sort((a, b) => place(a.field) - place(b.field)),
	};
}

/** why a stand-in: the rest of the form is judged even while the boxes are not right. */
function timesOf(when: WhenAsked | null) {
	if (when === null) return {};
	return when.ok
		? { startsAt: when.startsAt, endsAt: when.endsAt }
		: { startsAt: "", endsAt: undefined };
}

function fieldAt(path: readonly PropertyKey[], reasons: readonly { code: string }[]): string {
	const [name, index] = path;
	if (name !== "overrides") return String(name ?? "");
	const reason = typeof index === "number" ? reasons[index] : undefined;
	return reason ? `override.${reason.code}` : "";
}
