import type { SessionRecord } from "#app/data/sessions.ts";
import { toLocal } from "#app/domain/time.ts";
import { type BookingPrefill, bookingAddress } from "./booking-address.ts";

/** Longer addresses would not fit into the cookie that carries the banner. */
const MAX_ADDRESS = 1500;

/** A session as the start of another: all of it but its date and time. */
export function likeThis(session: SessionRecord): BookingPrefill {
	return {
		programme: session.programmeId,
		venue: session.venueId,
		team: session.teamId,
		room: session.room ?? undefined,
		yearGroups: session.yearGroups,
		expectedYoungPeople: session.expectedYoungPeople,
		facilitators: session.assignments.map(({ personId }) => personId),
		contacts: session.invites.flatMap(({ contactId, withdrawnAt }) =>
			contactId && withdrawnAt === null ? [contactId] : [],
		),
	};
}

/** The booking form for the next session of the same visit: it starts as this one ends. */
export function straightAfter(session: SessionRecord, zone: string): string {
	const { date, time } = toLocal(session.endsAt, zone);
	const address = bookingAddress({ ...likeThis(session), yearGroups: [], date, start: time });
	return address.length > MAX_ADDRESS ? "/sessions/new" : address;
}
