import type { PreparedSession } from "#app/data/person-sessions.ts";
import { placeOf } from "#app/data/session-time.ts";
import type { Settings } from "#app/data/settings.ts";
import { type Actor, may, mayCloseOut, maySeeNotes } from "#app/domain/access/permissions.ts";
import { countOf } from "#app/domain/format-number.ts";
import { formatDate, formatRelativeDays, formatTime } from "#app/domain/format-time.ts";
import { venueAddress } from "#app/domain/invites/session-facts.ts";
import { shownStatusOf } from "#app/domain/sessions/status.ts";
import { formatYearGroups } from "#app/domain/sessions/year-groups.ts";
import { localDateOf } from "#app/domain/time.ts";
import { wayWords } from "#app/domain/travel/way-words.ts";
import { mapAddress } from "#app/domain/venues/map-address.ts";

interface Reader {
	actor: Actor;
	settings: Pick<Settings, "travel">;
	now: Date;
	zone: string;
}

export type StopFacts = ReturnType<typeof stopFacts>;
export type StopInOrder = ReturnType<typeof stopsInOrder>[number];

/** Sessions in order of time, each knowing whether it goes on at the place of the one before. */
export function stopsInOrder(sessions: readonly PreparedSession[], reader: Reader) {
	return sessions.map((session, at) => {
		const last = sessions[at - 1];
		const before = last?.localDate === session.localDate ? last : undefined;
		const way = before ? wayWords(spotOf(before), spotOf(session), reader.settings.travel) : null;
		const stays = before?.venueId === session.venueId;
		return { ...stopFacts(session, reader), stays, way };
	});
}

function spotOf({ venueId, venue }: PreparedSession) {
	return { venueId, name: venue.name, place: placeOf(venue) };
}

/** All about one session that whoever delivers it needs on the way, in words they may read. */
export function stopFacts(session: PreparedSession, { actor, now, zone }: Reader) {
	const { reference, venue, startsAt, endsAt, status, localDate } = session;
	const facilitatorIds = session.assignments.map(({ personId }) => personId);
	const privately = maySeeNotes(actor, { facilitatorIds });
	const address = venueAddress(venue);
	const closes = status === "confirmed" && startsAt <= now;
	return {
		reference,
		date: localDate,
		day: `${formatDate(localDate)} (${formatRelativeDays(localDate, localDateOf(now, zone))})`,
		time: `${formatTime(startsAt, zone)} to ${formatTime(endsAt, zone)}`,
		status: shownStatusOf({ status, endsAt }, now),
		programme: session.programme.name,
		venue: venue.name,
		address,
		map: address === "" ? null : mapAddress(address),
		room: session.room,
		audience: `${formatYearGroups(session.yearGroups)}, ${countOf(
			session.expectedYoungPeople,
			"young person",
			"young people",
		)} expected`,
		together: session.assignments
			.filter(({ personId }) => personId !== actor.personId)
			.map(({ person }) => person.name),
		contacts: session.invites.map(({ name, contact }) => ({
			name,
			role: contact?.role ?? "",
			phone: may(actor.role, "contacts.view") ? (contact?.phone ?? null) : null,
		})),
		parking: venue.parking,
		reception: venue.reception,
		bring: session.programme.bring.split("\n").filter((line) => line !== ""),
		provides: session.prepare.split("\n").filter((line) => line !== ""),
		notes: privately ? session.notes : "",
		sensitivities: privately ? venue.sensitivities : "",
		closeOut: closes && mayCloseOut(actor, { facilitatorIds }),
	};
}
