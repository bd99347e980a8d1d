/** What a calendar shows of one event. */
export interface Entry {
	startsAt: string;
	endsAt: string;
	summary: string;
	location: string;
	status: string;
}

interface Held {
	sequence: number;
	stamp: string;
	entry: Entry | null;
}

/**
 * Calendars, one for each address, that obey iTIP and nothing else (RFC 5546 §2.1.4): an older
 * SEQUENCE changes nothing, nor does the same one with an older DTSTAMP, and a CANCEL of what is not
 * there makes nothing.
 */
export function simulatedCalendars() {
	const calendars = new Map<string, Map<string, Held>>();
	return {
		apply(address: string, ics: string): void {
			const lines = ics.replaceAll("\r\n ", "").split("\r\n");
			const value = (name: string) => {
				const line = lines.find((one) => one.startsWith(`${name}:`));
				if (line === undefined) throw new Error(`No ${name} in ${ics}`);
				return line.slice(name.length + 1);
			};
			const calendar = calendars.get(address) ?? new Map<string, Held>();
			calendars.set(address, calendar);
			const uid = value("UID");
			const held = calendar.get(uid);
			const sequence = Number(value("SEQUENCE"));
			const stamp = value("DTSTAMP");
			if (held && sequence < held.sequence) return;
			if (held && sequence === held.sequence && stamp <= held.stamp) return;
			const cancels = value("METHOD") === "CANCEL";
			if (cancels && !held) return;
			const entry = {
				startsAt: value("DTSTART"),
				endsAt: value("DTEND"),
				summary: value("SUMMARY"),
				location: value("LOCATION"),
				status: value("STATUS"),
			};
			calendar.set(uid, { sequence, stamp, entry: cancels ? null : entry });
		},
		/** What the address's calendar shows of an event, or null. */
		entry(address: string, uid: string): Entry | null {
			return calendars.get(address)?.get(uid)?.entry ?? null;
		},
	};
}

/** An instant as calendars write it: "20270114T090000Z". */
export function calendarInstant(when: Date): string {
	return when.toISOString().replace(/[-:]|\.\d{3}/g, "");
}
