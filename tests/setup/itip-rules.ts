import {
	type Component,
	type ContentLine,
	components,
	GrammarFault,
	logicalLines,
	valueFaults,
} from "./ical-grammar.ts";

/**
 * What RFC 5545 §3.6 and RFC 5546 §3.2 require of the calendars this product sends: closed lists, so
 * that a property nobody decided on is a fault too.
 */

export type CalendarKind = "REQUEST" | "CANCEL" | "feed" | "file";

type Rule = {
	/** How often it may and must occur. */
	count: "1" | "0-1";
	value: (value: string) => string | null;
	params?: Record<string, RegExp>;
};

const oneOf =
	(...allowed: string[]) =>
	(value: string) =>
		allowed.includes(value) ? null : `not one of ${allowed.join(", ")}`;

const { text, utc, local, duration, integer, offset, mailto, uri, uid } = valueFaults;
/** A name every reader can take: no separator, no quote, no RFC 6868 escape. */
const CN = /^[^",;:^\\]+$/;

const HEAD: Record<string, Rule> = {
	VERSION: { count: "1", value: oneOf("2.0") },
	PRODID: { count: "1", value: text },
	CALSCALE: { count: "0-1", value: oneOf("GREGORIAN") },
};
const CALENDAR: Record<CalendarKind, Record<string, Rule>> = {
	REQUEST: { ...HEAD, METHOD: { count: "1", value: oneOf("REQUEST") } },
	CANCEL: { ...HEAD, METHOD: { count: "1", value: oneOf("CANCEL") } },
	file: HEAD,
	feed: {
		...HEAD,
		NAME: { count: "1", value: text },
		"X-WR-CALNAME": { count: "1", value: text },
		"REFRESH-INTERVAL": { count: "1", value: duration, params: { VALUE: /^DURATION$/ } },
		"X-PUBLISHED-TTL": { count: "1", value: duration },
	},
};

const EVENT: Record<string, Rule> = {
	UID: { count: "1", value: uid },
	DTSTAMP: { count: "1", value: utc },
	DTSTART: { count: "1", value: utc },
	DTEND: { count: "1", value: utc },
	SEQUENCE: { count: "1", value: integer },
	SUMMARY: { count: "1", value: text },
	LOCATION: { count: "1", value: text },
	DESCRIPTION: { count: "1", value: text },
	URL: { count: "0-1", value: uri },
	"LAST-MODIFIED": { count: "1", value: utc },
	CLASS: { count: "1", value: oneOf("PUBLIC") },
	TRANSP: { count: "1", value: oneOf("OPAQUE", "TRANSPARENT") },
	STATUS: { count: "1", value: oneOf("TENTATIVE", "CONFIRMED", "CANCELLED") },
	"X-MICROSOFT-CDO-BUSYSTATUS": { count: "1", value: oneOf("TENTATIVE", "BUSY", "FREE") },
};
const PEOPLE: Record<string, Rule> = {
	ORGANIZER: { count: "1", value: mailto, params: { CN } },
	ATTENDEE: {
		count: "1",
		value: mailto,
		params: {
			CN,
			CUTYPE: /^INDIVIDUAL$/,
			ROLE: /^REQ-PARTICIPANT$/,
			PARTSTAT: /^NEEDS-ACTION$/,
			RSVP: /^TRUE$/,
		},
	},
};
const EVENTS: Record<CalendarKind, Record<string, Rule>> = {
	REQUEST: {
		...EVENT,
		...PEOPLE,
		// RFC 5546 §3.2.2: a REQUEST is tentative or confirmed; a cancellation is a CANCEL.
		STATUS: { count: "1", value: oneOf("TENTATIVE", "CONFIRMED") },
	},
	CANCEL: { ...EVENT, ...PEOPLE, STATUS: { count: "1", value: oneOf("CANCELLED") } },
	feed: EVENT,
	file: EVENT,
};
const ALARM: Record<string, Rule> = {
	ACTION: { count: "1", value: oneOf("DISPLAY") },
	DESCRIPTION: { count: "1", value: text },
	TRIGGER: { count: "1", value: duration },
};
const ZONE: Record<string, Rule> = { TZID: { count: "1", value: text } };
const OBSERVANCE: Record<string, Rule> = {
	DTSTART: { count: "1", value: local },
	TZOFFSETFROM: { count: "1", value: offset },
	TZOFFSETTO: { count: "1", value: offset },
	TZNAME: { count: "0-1", value: text },
};

/**
 * Reads a calendar strictly.
 * @returns its tree
 * @throws GrammarFault naming the first fault
 */
export function readCalendar(calendar: string | Uint8Array, kind: CalendarKind): Component {
	const bytes = typeof calendar === "string" ? new TextEncoder().encode(calendar) : calendar;
	const root = components(logicalLines(bytes));
	checkProperties(root, CALENDAR[kind]);
	if (root.children.length === 0) throw new GrammarFault("VCALENDAR has no component");
	const events = root.children.filter((child) => child.name === "VEVENT");
	if (kind !== "feed" && (events.length !== 1 || root.children.length !== 1)) {
		throw new GrammarFault(`${kind} carries exactly one VEVENT and nothing else`);
	}
	for (const child of root.children) {
		if (child.name === "VEVENT") checkEvent(child, kind);
		else checkZone(child);
	}
	checkDistinct(events);
	return root;
}

/** The lines of one name in a component. */
export function linesOf(component: Component, name: string): ContentLine[] {
	return component.lines.filter((line) => line.name === name);
}

/** The value of a property that occurs once. */
export function onlyValue(component: Component, name: string): string {
	const [line, ...more] = linesOf(component, name);
	if (!line || more.length > 0) throw new GrammarFault(`${name} is not there once`);
	return line.value;
}

function checkEvent(event: Component, kind: CalendarKind): void {
	checkProperties(event, EVENTS[kind]);
	// Both are UTC of one width, so that order by text is order in time (RFC 5545 §3.8.2.2).
	if (onlyValue(event, "DTEND") <= onlyValue(event, "DTSTART")) {
		throw new GrammarFault("DTEND is not after DTSTART");
	}
	if (event.children.length > 0 && kind !== "REQUEST") {
		throw new GrammarFault(`an alarm in a ${kind}`);
	}
	for (const alarm of event.children) {
		if (alarm.name !== "VALARM") throw new GrammarFault(`${alarm.name} in VEVENT`);
		checkProperties(alarm, ALARM);
	}
}

function checkZone(zone: Component): void {
	if (zone.name !== "VTIMEZONE") throw new GrammarFault(`${zone.name} in VCALENDAR`);
	checkProperties(zone, ZONE);
	if (zone.children.length === 0) throw new GrammarFault("VTIMEZONE has no observance");
	for (const observance of zone.children) checkProperties(observance, OBSERVANCE);
}

function checkProperties(component: Component, rules: Record<string, Rule>): void {
	for (const line of component.lines) {
		const rule = rules[line.name];
		if (!rule) throw new GrammarFault(`${line.name} does not belong in ${component.name}`);
		const fault = rule.value(line.value);
		if (fault) throw new GrammarFault(`${line.name}: ${fault}: ${line.value.slice(0, 120)}`);
		checkParams(line, rule.params ?? {});
	}
	for (const [name, rule] of Object.entries(rules)) {
		const found = linesOf(component, name).length;
		if (found > 1 || (found === 0 && rule.count === "1")) {
			throw new GrammarFault(`${component.name} has ${name} ${found} times`);
		}
	}
}

function checkParams(line: ContentLine, allowed: Record<string, RegExp>): void {
	for (const [name, values] of line.params) {
		const [value = "", ...more] = values;
		if (more.length > 0 || !allowed[name]?.test(value)) {
			throw new GrammarFault(`${line.name} has ${name}=${values.join(",")}`);
		}
	}
	for (const name of Object.keys(allowed)) {
		if (!line.params.has(name)) throw new GrammarFault(`${line.name} lacks ${name}`);
	}
}

function checkDistinct(events: readonly Component[]): void {
	const uids = new Set(events.map((event) => onlyValue(event, "UID")));
	if (uids.size !== events.length) throw new GrammarFault("two events share a UID");
}
