import { editSession } from "#app/commands/edit-session.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { type EditInput, editInput } from "#app/domain/sessions/change-input.ts";
import { manyOf, textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import type { ChangeKind } from "./answer-change.ts";
import type { Changing } from "./enter-change.ts";
import { idOf } from "./form-fields.ts";
import { readSessionForm } from "./session-form-input.ts";

export type EditValues = {
	programme: string;
	yearGroups: string[];
	expectedYoungPeople: string;
	prepare: string;
	notes: string;
};

const labels = {
	programme: "Programme",
	yearGroups: "Year groups",
	expectedYoungPeople: "Expected number",
	prepare: "What the school prepares",
	notes: "Notes for the team",
};

export function editedFrom(session: SessionRecord): EditValues {
	return {
		programme: session.programmeId,
		yearGroups: session.yearGroups,
		expectedYoungPeople: String(session.expectedYoungPeople),
		prepare: session.prepare,
		notes: session.notes,
	};
}

/** What is asked for; in an address that names nothing, all stays as it is. */
export function editValues(fields: Fields, now: EditValues | null): EditValues {
	if (now && !("programme" in fields)) return now;
	return {
		programme: idOf(fields, "programme") ?? "",
		yearGroups: manyOf(fields, "yearGroups"),
		expectedYoungPeople: textOf(fields, "expectedYoungPeople"),
		// why: these are not watched, and so never stand in an address.
		prepare: now?.prepare ?? textOf(fields, "prepare"),
		notes: now?.notes ?? textOf(fields, "notes"),
	};
}

export function readEdit(fields: Fields, zone: string) {
	const order = [...Object.keys(labels), "why"];
	return readSessionForm(editInput, fields, { asksWhen: false, zone, order });
}

export function editKind({ zone }: Changing, fields: Fields): ChangeKind<EditValues, EditInput> {
	return {
		intent: "edit",
		valuesOf: editedFrom,
		typed: editValues(fields, null),
		labels,
		wordsOf: ({ programme }) => ({ programme: programme.name }),
		input: readEdit(fields, zone),
		save: editSession,
		saved: ({ messages }) =>
			messages === 0 ? "Saved. Nobody needs to be told." : "Saved. Calendars are being corrected.",
	};
}
