import { randomUUID } from "node:crypto";
import { type SessionInput, sessionInput } from "#app/domain/sessions/session-input.ts";
import { manyOf, textOf } from "#app/http/field-values.ts";
import type { Fields } from "#app/http/parse-form.ts";
import { deliverersOf, idOf, idsOf, reasonsOf } from "./form-fields.ts";
import { type FormInput, readSessionForm } from "./session-form-input.ts";

/** Everything that is in the form, as typed: what is shown again. */
export interface BookingAnswers {
	/** The form's one-time id. */
	once: string;
	venueQuery: string;
	programme: string;
	venue: string;
	team: string;
	yearGroups: string[];
	expectedYoungPeople: string;
	contacts: string[];
	date: string;
	start: string;
	end: string;
	room: string;
	/** The first leads. */
	facilitators: string[];
	lead: string;
	notes: string;
	hold: boolean;
	reasons: Record<string, string>;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function bookingAnswers(fields: Fields): BookingAnswers {
	const once = textOf(fields, "once");
	const text = (name: string) => textOf(fields, name);
	return {
		once: uuid.test(once) ? once : randomUUID(),
		venueQuery: text("venueQuery"),
		programme: idOf(fields, "programme") ?? "",
		venue: idOf(fields, "venue") ?? "",
		team: idOf(fields, "team") ?? "",
		// why: an address written by hand has them with commas.
		yearGroups: manyOf(fields, "yearGroups").flatMap((codes) => codes.split(",")),
		expectedYoungPeople: text("expectedYoungPeople"),
		contacts: idsOf(fields, "contacts"),
		date: text("date"),
		start: text("start"),
		end: text("end"),
		room: text("room"),
		facilitators: deliverersOf(fields),
		lead: idOf(fields, "lead") ?? "",
		notes: text("notes"),
		hold: text("hold") === "on",
		reasons: reasonsOf(fields),
	};
}

/** The order of the page. */
const order = [
	"programme",
	"venue",
	"yearGroups",
	"expectedYoungPeople",
	"contacts",
	"date",
	"start",
	"end",
	"room",
	"team",
	"facilitators",
	"lead",
	"notes",
];

export function readBooking(
	fields: Fields,
	{ zone, provisional }: { zone: string; provisional: boolean },
): FormInput<SessionInput> {
	// why only then: what no box could send is left for the schema to refuse.
	const ticked = [fields.facilitators ?? []].flat();
	const ordered = deliverersOf(fields);
	const given = {
		provisional,
		...(ordered.length === ticked.length && { facilitators: ordered }),
	};
	return readSessionForm(sessionInput, fields, { asksWhen: true, zone, order, given });
}
