import { changePeople } from "#app/commands/change-people.ts";
import type { SessionRecord } from "#app/data/sessions.ts";
import { type PeopleInput, peopleInput } from "#app/domain/sessions/change-input.ts";
import type { Fields } from "#app/http/parse-form.ts";
import type { ChangeKind } from "./answer-change.ts";
import type { Changing } from "./enter-change.ts";
import { deliverersOf, idOf, idsOf } from "./form-fields.ts";
import { readSessionForm } from "./session-form-input.ts";
import { liveContacts } from "./session-overview-facts.ts";

export type PeopleValues = {
	/** The first leads. */
	facilitators: string[];
	lead: string;
	contacts: string[];
};

const labels = { facilitators: "Facilitators", lead: "Lead", contacts: "Contacts" };

function leadOf({ assignments }: SessionRecord): string {
	return assignments.find(({ lead }) => lead)?.personId ?? "";
}

export function peopleOf(session: SessionRecord): PeopleValues {
	return {
		facilitators: session.assignments.map(({ personId }) => personId),
		lead: leadOf(session),
		contacts: liveContacts(session).flatMap(({ contactId }) => contactId ?? []),
	};
}

/** What is asked for. Whoever leads now leads on, until another lead is named or they are unticked. */
export function peopleValues(fields: Fields, session: SessionRecord): PeopleValues {
	return {
		facilitators: deliverersOf(fields, leadOf(session)),
		lead: idOf(fields, "lead") ?? leadOf(session),
		contacts: idsOf(fields, "contacts"),
	};
}

/** An address asks for other people by this mark: nobody ticked is an answer too. */
export function asksForPeople(fields: Fields): boolean {
	return "ask" in fields;
}

export function readPeople(fields: Fields, { session, zone }: Pick<Changing, "session" | "zone">) {
	const order = [...Object.keys(labels), "why"];
	const ticked = [fields.facilitators ?? []].flat();
	const ordered = deliverersOf(fields, leadOf(session));
	const given = ordered.length === ticked.length ? { facilitators: ordered } : {};
	return readSessionForm(peopleInput, fields, { asksWhen: false, zone, order, given });
}

export function peopleKind(
	changing: Changing,
	fields: Fields,
): ChangeKind<PeopleValues, PeopleInput> {
	return {
		intent: "people",
		valuesOf: peopleOf,
		typed: peopleValues(fields, changing.session),
		labels,
		wordsOf: ({ assignments }) => ({
			lead: assignments.find(({ lead }) => lead)?.person.name ?? "",
		}),
		input: readPeople(fields, changing),
		save: changePeople,
		saved: ({ messages }) =>
			messages === 0 ? "Saved. Nobody needs to be told." : "Saved. Everybody concerned is told.",
	};
}
