import type { HistoryEntry } from "#app/data/history.ts";
import type { VenueDelivery, VenueRecord } from "#app/data/venues.ts";
import { type Actor, may, maySeeNotes } from "#app/domain/access/permissions.ts";
import { formatCount } from "#app/domain/format-number.ts";
import { formatPlainDate } from "#app/domain/format-time.ts";
import { venueAddress } from "#app/domain/invites/session-facts.ts";
import { yearGroupLabel } from "#app/domain/sessions/year-groups.ts";
import { deliveryGrid } from "#app/domain/venues/delivery-grid.ts";
import { phaseLabel, venueKindLabel } from "#app/domain/venues/venue-kinds.ts";
import { type HistoryWords, historyItems } from "#app/http/history-words.ts";

interface Asked {
	actor: Actor;
	/** Who delivers what is still to come at the venue. */
	facilitatorIds: readonly string[];
}

export type VenueFacts = ReturnType<typeof venueFacts>;

/** All that a venue's page says of it, in words; what the reader may not see is not in it. */
export function venueFacts(venue: VenueRecord, { actor, facilitatorIds }: Asked) {
	const reaches = may(actor.role, "contacts.view");
	const { lowAge, highAge, pupils, fsmPercent } = venue;
	return {
		id: venue.id,
		name: venue.name,
		retired: venue.retiredAt !== null,
		/** "Secondary school in Maldon". */
		lead: [leadWords(venue), venue.town].filter(Boolean).join(", "),
		kind: venueKindLabel(venue.kind),
		phase: phaseLabel(venue.phase),
		urn: venue.urn,
		address: venueAddress(venue),
		district: venue.district?.name ?? null,
		authority: venue.laName || venue.district?.laName || null,
		ages: lowAge === null || highAge === null ? null : `${lowAge} to ${highAge}`,
		pupils: pupils === null ? null : formatCount(pupils),
		/** Why the office marked it as one to go to first; null without the mark. */
		priority: venue.priority ? venue.priorityReason : null,
		freeMeals: fsmPercent === null ? null : `${fsmPercent}%`,
		type: venue.typeName,
		registerChanged: venue.registerChanged && formatPlainDate(venue.registerChanged),
		telephone: reaches ? venue.telephone : null,
		parking: venue.parking,
		reception: venue.reception,
		rooms: venue.rooms,
		sensitivities: maySeeNotes(actor, { facilitatorIds }) ? venue.sensitivities : null,
		maySeeContacts: reaches,
		contacts: venue.contacts.map(({ id, name, role, email, phone, retiredAt, anonymisedAt }) => ({
			anonymised: anonymisedAt !== null,
			id,
			name,
			role,
			email: reaches ? email : null,
			phone: reaches ? phone : null,
			retired: retiredAt !== null,
		})),
		mayChange: may(actor.role, "register.change"),
		mayBook: may(actor.role, "sessions.book"),
	};
}

function leadWords({ kind, phase }: VenueRecord): string {
	const label = venueKindLabel(kind);
	return phase === null ? label : `${phaseLabel(phase)} ${label.toLowerCase()}`;
}

/**
 * What was delivered at a venue and at those it followed, as a table of year groups by academic years.
 * @param venues the venue itself first
 */
export function gridWords(
	deliveries: readonly VenueDelivery[],
	venues: readonly { id: string; name: string }[],
) {
	const { years, rows, earlierSessions } = deliveryGrid(deliveries);
	const places = venues.map(({ id, name }, at) => ({
		/** Null for the venue itself. */
		name: at === 0 ? null : name,
		sessions: deliveries.filter(({ venueId }) => venueId === id).length,
		href: `/sessions?${new URLSearchParams({ venue: id, status: "delivered" })}`,
	}));
	return {
		sessions: deliveries.length,
		earlierSessions,
		places: places.filter(({ sessions }) => sessions > 0),
		years: years.map((year) => ({ year, label: `${year} to ${year + 1}` })),
		rows: rows.map(({ yearGroup, cells }) => ({ label: yearGroupLabel(yearGroup), cells })),
	};
}

export type GridWords = ReturnType<typeof gridWords>;

/** History of a venue and its contacts, each contact named as they are called now. */
export function venueHistory(
	entries: readonly HistoryEntry[],
	venue: VenueRecord,
	zone: string,
): HistoryWords[] {
	const names = new Map(venue.contacts.map(({ id, name }) => [id, name]));
	const told = entries.map((entry) => {
		const name = entry.subject === "contact" ? names.get(entry.subjectId) : undefined;
		return name === undefined ? entry : { ...entry, what: `${entry.what}: ${name}` };
	});
	return historyItems(told, zone);
}
