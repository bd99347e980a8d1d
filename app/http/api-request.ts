import type { RequestRecord } from "#app/data/requests.ts";
import type { RequestShape } from "#app/domain/api/shapes.ts";

/** A request as programs read it. */
export function apiRequest(request: RequestRecord): RequestShape {
	const { venue, reference, status, version, receivedAt } = request;
	return {
		...{ reference, status, version },
		receivedAt: receivedAt.toISOString(),
		venue: venue && { id: venue.id, name: venue.name, urn: venue.urn },
		venueName: request.venueName,
		venueTown: request.venueTown,
		venuePostcode: request.venuePostcode,
		programmes: request.programmes.map(({ id, name }) => ({ id, name })),
		yearGroups: request.yearGroups,
		expectedYoungPeople: request.expectedYoungPeople,
		groups: request.groups,
		room: request.room,
		equipment: request.equipment,
		preferredDates: request.dates,
		contact: {
			name: request.contactName,
			role: request.contactRole,
			email: request.contactEmail,
			phone: request.contactPhone,
		},
		dslKnows: request.dslKnows,
		notes: request.notes,
		sessions: request.sessions.map(({ reference: booked }) => booked),
	};
}
