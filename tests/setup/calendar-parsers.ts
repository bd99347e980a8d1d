import ICAL from "ical.js";
import { convertIcsCalendar, type IcsCalendar } from "ts-ics";
import { readInstant, unescapeText } from "./ical-grammar.ts";
import { type CalendarKind, linesOf, onlyValue, readCalendar } from "./itip-rules.ts";

/** What a calendar program would show of one event. */
export type ShownEvent = {
	uid: string;
	sequence: number;
	startsAt: string;
	endsAt: string;
	summary: string;
	location: string;
	description: string;
	status: string;
	organizer: string | null;
	attendees: string[];
};

/**
 * Reads the events with three readers that share no code: ical.js, ts-ics, and the strict grammar.
 * Agreement among them is what a test can demand; each alone forgives something.
 */
export function readWithAll(calendar: string, kind: CalendarKind): Record<string, ShownEvent[]> {
	return {
		"ical.js": withIcalJs(calendar),
		"ts-ics": withTsIcs(calendar),
		grammar: withGrammar(calendar, kind),
	};
}

function withIcalJs(calendar: string): ShownEvent[] {
	const root = new ICAL.Component(ICAL.parse(calendar));
	const person = (property: ICAL.Property | null) =>
		property && `${property.getParameter("cn")} <${String(property.getFirstValue())}>`;
	return root.getAllSubcomponents("vevent").map((component) => {
		const event = new ICAL.Event(component);
		return {
			uid: event.uid,
			sequence: event.sequence,
			startsAt: event.startDate.toJSDate().toISOString(),
			endsAt: event.endDate.toJSDate().toISOString(),
			summary: event.summary,
			location: event.location,
			description: event.description,
			status: String(component.getFirstPropertyValue("status")),
			organizer: person(component.getFirstProperty("organizer")),
			attendees: component.getAllProperties("attendee").map((one) => String(person(one))),
		};
	});
}

function withTsIcs(calendar: string): ShownEvent[] {
	const read: IcsCalendar = convertIcsCalendar(undefined, calendar);
	return (read.events ?? []).map((event) => ({
		uid: event.uid,
		// why: ts-ics takes SEQUENCE:0 for none given; RFC 5545 §3.8.7.4 makes them the same.
		sequence: event.sequence ?? 0,
		startsAt: event.start.date.toISOString(),
		endsAt: event.end?.date.toISOString() ?? "",
		summary: event.summary,
		location: event.location ?? "",
		description: event.description ?? "",
		status: event.status ?? "",
		organizer: event.organizer ? tsIcsPerson(event.organizer) : null,
		attendees: (event.attendees ?? []).map(tsIcsPerson),
	}));
}

function tsIcsPerson(person: { name?: string; email: string }): string {
	return `${person.name} <mailto:${person.email.replace(/^mailto:/i, "")}>`;
}

function withGrammar(calendar: string, kind: CalendarKind): ShownEvent[] {
	const events = readCalendar(calendar, kind).children.filter(({ name }) => name === "VEVENT");
	return events.map((event) => {
		const text = (name: string) => unescapeText(onlyValue(event, name));
		const instant = (name: string) => readInstant(onlyValue(event, name))?.toISOString() ?? "";
		const people = (name: string) =>
			linesOf(event, name).map((line) => `${line.params.get("CN")?.[0]} <${line.value}>`);
		return {
			uid: onlyValue(event, "UID"),
			sequence: Number(onlyValue(event, "SEQUENCE")),
			startsAt: instant("DTSTART"),
			endsAt: instant("DTEND"),
			summary: text("SUMMARY"),
			location: text("LOCATION"),
			description: text("DESCRIPTION"),
			status: onlyValue(event, "STATUS"),
			organizer: people("ORGANIZER")[0] ?? null,
			attendees: people("ATTENDEE"),
		};
	});
}
