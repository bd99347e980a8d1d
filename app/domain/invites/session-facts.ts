import type { SessionStatus } from "#app/domain/sessions/status.ts";
import type { FeedFacts } from "./invite-facts.ts";

/** What calendars call each status: RFC 5545 §3.8.1.11. A close-out changes no calendar. */
export const calendarStatus: Record<SessionStatus, FeedFacts["status"]> = {
	provisional: "TENTATIVE",
	confirmed: "CONFIRMED",
	delivered: "CONFIRMED",
	not_delivered: "CONFIRMED",
	cancelled: "CANCELLED",
};

/** Where a venue is, on one line. */
export function venueAddress(venue: { street: string; town: string; postcode: string }): string {
	return [venue.street, venue.town, venue.postcode].filter((part) => part !== "").join(", ");
}

/** What a session's row must hold for facts to be picked from it, one by one. */
export interface FactSource {
	uid: string;
	sequence: number;
	status: SessionStatus;
	reference: string;
	room: string | null;
	startsAt: Date;
	endsAt: Date;
	changedAt: Date;
	prepare: string;
	programme: { name: string };
	venue: { name: string; street: string; town: string; postcode: string };
	team: { name: string; email: string; phone: string | null };
}

/**
 * The facts that may leave, picked by name: a row's other fields (notes, sensitivities, people's
 * telephone numbers) have no way in.
 */
export function sessionFacts(
	session: FactSource,
	{ zone, sessionUrl }: { zone: string; sessionUrl: string | null },
): FeedFacts {
	const { venue, team } = session;
	return {
		uid: session.uid,
		sequence: session.sequence,
		status: calendarStatus[session.status],
		reference: session.reference,
		programmeName: session.programme.name,
		venueName: venue.name,
		venueAddress: venueAddress(venue) || "Address not given",
		room: session.room,
		startsAt: session.startsAt,
		endsAt: session.endsAt,
		zone,
		teamName: team.name,
		teamEmail: team.email,
		teamPhone: team.phone,
		prepare: session.prepare,
		changedAt: session.changedAt,
		sessionUrl,
	};
}

/** `bookings+TOKEN@…`: the same for a session's life, so that a reply says which session it is of. */
export function organizerAddress(mailFrom: string, token: string): string {
	const at = mailFrom.lastIndexOf("@");
	return `${mailFrom.slice(0, at)}+${token}${mailFrom.slice(at)}`;
}

/** The part of an address after the @: where our UIDs and message ids say they come from. */
export function domainOf(address: string): string {
	return address.slice(address.lastIndexOf("@") + 1);
}
