import { DateTime } from "luxon";
import { cleanLine } from "./clean-text.ts";

/** How a session is named, placed and dated wherever somebody outside reads of it. */

type Titled = { programmeName: string; venueName: string };
type Placed = { venueName: string; venueAddress: string; room: string | null };

export function titleWords(session: Titled): string {
	return cleanLine(`${session.programmeName} at ${session.venueName}`);
}

/** Venue, room and address on one line. */
export function placeWords(session: Placed): string {
	return [session.venueName, session.room ?? "", session.venueAddress]
		.map(cleanLine)
		.filter((part) => part !== "")
		.join(", ");
}

/** `Thursday 14 January 2027, 9:00am to 10:00am`, in the given zone whatever the machine's is. */
export function timeWords(startsAt: Date, endsAt: Date, zone: string): string {
	const start = inZone(startsAt, zone);
	const end = inZone(endsAt, zone);
	const until =
		start.toISODate() === end.toISODate() ? clock(end) : `${dayWords(endsAt, zone)}, ${clock(end)}`;
	return `${dayWords(startsAt, zone)}, ${clock(start)} to ${until}`;
}

/** `Thursday 14 January 2027`. */
export function dayWords(when: Date, zone: string): string {
	return inZone(when, zone).toFormat("cccc d LLLL yyyy");
}

function clock(when: DateTime): string {
	return when.toFormat("h:mma").toLowerCase();
}

function inZone(when: Date, zone: string): DateTime {
	return DateTime.fromJSDate(when, { zone }).setLocale("en-GB");
}
