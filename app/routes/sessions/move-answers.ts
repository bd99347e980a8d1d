import { moveSession } from "#app/commands/move-session.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { type MoveInput, moveInput } from "#app/domain/sessions/change-input.ts";
import { toLocal } from "#app/domain/time.ts";
import { textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import type { ChangeKind } from "./answer-change.ts";
import type { Changing } from "./enter-change.ts";
import { readSessionForm } from "./session-form-input.ts";

export type MoveValues = {
	date: string;
	start: string;
	/** Empty keeps the session's length. */
	end: string;
	room: string;
};

const labels = { date: "Date", start: "Start", end: "End", room: "Room" };

export function movedFrom(zone: string): (session: SessionRecord) => MoveValues {
	return ({ startsAt, room }) => {
		const { date, time } = toLocal(startsAt, zone);
		return { date, start: time, end: "", room: room ?? "" };
	};
}

/** What is asked for; what an address does not name stays as it is. */
export function moveValues(fields: Fields, now: MoveValues): MoveValues {
	const asked = (name: keyof MoveValues) => (name in fields ? textOf(fields, name) : now[name]);
	return { date: asked("date"), start: asked("start"), end: asked("end"), room: asked("room") };
}

export function readMove(fields: Fields, zone: string) {
	const order = [...Object.keys(labels), "why"];
	return readSessionForm(moveInput, fields, { asksWhen: true, zone, order });
}

export function moveKind({ zone }: Changing, fields: Fields): ChangeKind<MoveValues, MoveInput> {
	const typed = moveValues(fields, { date: "", start: "", end: "", room: "" });
	return {
		intent: "move",
		valuesOf: movedFrom(zone),
		typed,
		labels,
		input: readMove(fields, zone),
		save: moveSession,
		saved: ({ messages }) =>
			messages === 0 ? "Moved. Nobody needs to be told." : "Moved. Calendars are being corrected.",
	};
}
